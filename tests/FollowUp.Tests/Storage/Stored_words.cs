using System.Reflection;
using FollowUp.Answers;
using FollowUp.Feeds;
using FollowUp.Items;
using FollowUp.Journal;
using FollowUp.Ledger;
using FollowUp.Orchestrations;
using FollowUp.People;
using FollowUp.Plans;
using FollowUp.Scheduling;
using FollowUp.Storage;
using FollowUp.Values;
using NodaTime;

namespace FollowUp.Tests.Storage;

/// <summary>
/// Words that lie in somebody's store outlive the names that the code has for them: a rename that reaches one of them stops here, whatever
/// else was renamed with it. What is new is added to the end of its list; nothing is taken from it. Tests <see cref="TableKeys"/> and all
/// names that lie behind it.
/// </summary>
public sealed class Stored_words
{
    private static readonly Instant At = Instant.FromUtc(2020, 5, 11, 2, 0);
    private static readonly RungKey Rung = new("protocol", 2, LadderName.Overdue, "level-1", 3, "law");

    [Fact]
    public void are_the_ladders() => Words<LadderName>().Should().Equal(
        "receipt", "due", "overdue", "progress", "blocked", "confirmation", "waiting", "returned", "extension", "answered", "moved",
        "handover", "closing", "absence", "undelivered", "silence", "review", "escalated", "question", "reply");

    [Fact]
    public void are_the_states_of_notices() => Words<NoticeState>().Should().Equal(
        "expected", "planned", "sent", "failed", "skipped", "superseded");

    [Fact]
    public void are_the_causes_of_another_date() => Words<DueChangeCause>().Should().Equal("extension", "waiting", "rescheduled");

    [Fact]
    public void are_the_offsets_of_rungs() =>
        new[] { "-7cd", "+3wd", "+1mo", "0" }.Select(text => FollowUp.Plans.Offset.Parse(text)?.ToString())
            .Should().Equal("-7cd", "+3wd", "+1mo", "0");

    [Fact]
    public void are_the_rhythms() => Pace.All.Should().Equal("at-once", "daily", "weekly");

    [Fact]
    public void are_the_roles_in_plans() => Constants(typeof(Role)).Should().BeEquivalentTo(
        "owner", "supporting", "issuer", "coordinator", "liaison", "former-owner", "told-late", Role.Expected);

    [Fact]
    public void are_the_events_of_the_journal() => Constants(typeof(EventNames)).Should().BeEquivalentTo(
        "registered", "assigned", "signed", "progress", "stage-done", "reported", "confirmed", "returned", "withdrawn", "extension-asked",
        "extension-granted", "extension-refused", "waiting", "resumed", "handed-over", "rescheduled", "re-based", "notice", "amended",
        "evidence-added", "series-ended", "escalated", "question-asked", "question-answered", "reassigned");

    [Fact]
    public void are_the_parts_in_items() => Constants(typeof(ItemPart)).Should().BeEquivalentTo(
        "issuer", "coordinator", "supporting", "counterpart", "chain");

    /// <summary>Another program seals an entry alike: the hash was computed by hand from docs/design.md §5.</summary>
    [Fact]
    public void are_sealed_byte_for_byte() => Entry.HashOf(7, At, "signed", "talks", "protocol", "law", null, "00ff").Should().Be(
        "9e7efa2c6befb7719a5882c8aff25146ec25a0cfa4c20d36314ed825e26af254");

    [Fact]
    public void are_sealed_byte_for_byte_where_somebody_acted_for_another() =>
        Entry.HashOf(7, At, "signed", "talks", "protocol", "law", null, "00ff", Through.Person("intl")).Should().Be(
            "e75c1b64abe9fc4b5a5ec2956da27569fca49ad6104ecdb62d2297d0c0234479");

    /// <summary>The end of a notice: another program made it, from docs/design.md §5.</summary>
    [Fact]
    public void are_sealed_byte_for_byte_where_they_end_a_notice() =>
        Entry.HashOf(7, At, "notice", "talks", "protocol", null, "sent due/week/0 to law", "00ff", null, "ab12").Should().Be(
            "774d57cfc567532baa97262420350bf34788bd93d8253061969aa578566582f5");

    [Fact]
    public void are_the_fields_of_a_row_that_is_sealed() => SealedRow.Of(
        new(Rung, "owner", At, At, "e", NoticeState.Sent, At, At, "w", "law-2", "t", "202005110200")
        {
            Address = "a",
            MessageId = "m",
            TextDigest = "d",
            Reply = "250",
            Held = "h",
        }).Digest().Should().Be(
            "db58a6b0453f7a3b84fec2c7389a2b82f2cf818b8b83184b507d6d89e21c6c3f");

    /// <summary>Files lie elsewhere for years.</summary>
    [Fact]
    public void are_how_a_proof_file_begins() =>
        FollowUp.Proof.ProofFormat.Opening.Should().Be("""{"format":"followup-proof","version":1,""");

    [Fact]
    public void are_the_ways_to_act() =>
        new[] { Through.Letter, Through.Office, Through.Key("desk"), Through.Person("intl") }
            .Should().Equal("letter", "office", "key:desk", "person:intl");

    [Fact]
    public void are_the_actions_of_links() => Constants(typeof(AnswerAction)).Should().BeEquivalentTo(
        "sign", "progress", "complete", "extend", "hand-back", "confirm", "return", "grant", "refuse", "reply");

    /// <summary>Letters that are out hold tokens for ninety days: another program made this one, from docs/design.md §4.</summary>
    [Fact]
    public void are_the_tokens_of_links() => AnswerToken.Sign(
        new("talks", "protocol", AnswerAction.Complete, "law", 1, 2, At, Instant.FromUtc(2020, 7, 1, 16, 0)),
        new(new LinkKey([.. Enumerable.Repeat((byte)7, 32)]), null)).Should().Be(string.Join('.',
            "v1", "489ac4e4",
            "dGFsa3MgcHJvdG9jb2wgY29tcGxldGUgbGF3IDEgMiAyNjQ4NjA0MCAyNjU2MDMyMA",
            "Cjnflud48LdeB_f2SbzMZ4rNAkb_6yMd_HgIjIdkAUM"));

    [Fact]
    public void are_the_kinds_of_calendars() => Constants(typeof(FeedKind)).Should().BeEquivalentTo("person", "agreement");

    /// <summary>Calendar programs hold the addresses for years: another program made this one, from docs/design.md §4.</summary>
    [Fact]
    public void are_the_secrets_of_calendars() => FeedToken.Sign(
        FeedScope.OfAgreement("talks", "zh", 3), new(new LinkKey([.. Enumerable.Repeat((byte)7, 32)]), null)).Should().Be(string.Join('.',
            "f1", "489ac4e4", "YWdyZWVtZW50IHRhbGtzIHpoIDM", "9SJJAHlXP-0BAsqhh_ixq3b03lIT5ad4U9aQBsjSVWU"));

    /// <summary>Calendars that were subscribed to find by it what is the same day.</summary>
    [Fact]
    public void are_the_names_of_days_in_calendars() => new[] { null, "draft" }
        .Select(stage => new FeedEvent(Sample.Item("2020-05-29", "2020-05-11 09:00"), stage, default, FeedState.Open, null, At).Uid)
        .Should().Equal("2019-11-21-beijing.protocol-1@followup", "2019-11-21-beijing.protocol-1.draft@followup");

    [Fact]
    public void are_the_keys_of_rows() => new[]
    {
        TableKeys.Item("protocol"), TableKeys.Ledger(Rung), TableKeys.Journal(42), TableKeys.Idempotency("ab12"),
        TableKeys.DueAgreement("talks", "host"), TableKeys.DueItem("talks", "protocol"), TableKeys.DuePerson("law", 3),
        TableKeys.Part("law", "talks"), TableKeys.Listed("talks"), TableKeys.DueOn(new LocalDate(2020, 5, 11), "talks"),
        TableKeys.Bag(new("law", Slot.FromInstant(At))), TableKeys.Notice(new("law", Slot.FromInstant(At)), new("talks", Rung)),
        TableKeys.Letter(new("law", Slot.FromInstant(At))), TableKeys.Revision("default", 4), TableKeys.DueAt(At, "talks"),
        TableKeys.Full("talks", "protocol"), TableKeys.Feeds, TableKeys.Feed("person", "law"), TableKeys.Feed("agreement", "talks"),
        TableKeys.Staged(2), TableKeys.File(new("talks", "protocol", "00ff")), TableKeys.FilePiece(3),
        TableKeys.Successions, TableKeys.DueSuccession("law", 2),
    }.Should().Equal(
        "item|protocol", "ledger|protocol|0002|overdue|level-1|0003|law", "journal|0000000042", "key|ab12",
        "agreement|talks|host", "item|talks|protocol", "person|law|3",
        "law|talks", "~agreement|talks", "~due|2020-05-11|talks", "202005110200|2",
        "law|talks|ledger|protocol|0002|overdue|level-1|0003|law",
        "law|", "default|000004", "202005110200|7", "~full|talks|protocol", "feeds", "person|law",
        "agreement|talks", "staged|2", "talks|protocol|00ff", "0003", "successions", "succession|law|2");

    /// <summary>Of reports, in items and letters.</summary>
    [Fact]
    public void are_the_kinds_of_evidence() => Evidence.Kinds.Should().BeEquivalentTo("document", "link", "none", "file");

    [Fact]
    public void are_the_ids_of_orchestrations() => new[]
    {
        OrchestrationStarter.InstanceIdOf(new ItemRef("talks", "protocol")),
        OrchestrationStarter.InstanceIdOf(new LetterKey("law", Slot.FromInstant(At))),
        OrchestrationStarter.InstanceIdOf(new SuccessionRef("law", 2, At.ToDateTimeOffset())),
        OrchestrationStarter.InstanceIdOf(new SlotLetters(Slot.FromInstant(At))),
    }.Should().Equal("item.talks.protocol", "post.law.202005110200", "succession.law.2", "letters.202005110200");

    [Fact]
    public void are_what_histories_call() => Constants(typeof(OrchestrationNames))
        .Concat([nameof(Advance), nameof(SendLetter), nameof(MarkPost)])
        .Concat([nameof(BeginSuccession), nameof(SucceedInAgreement), nameof(EndSuccession)])
        .Concat([nameof(GatherLetters), nameof(SendLetters), nameof(RetryLetters)])
        .Should().BeEquivalentTo("FollowItem", "DeliverPost", "changed", "Advance", "SendLetter", "MarkPost",
            "CarryOutSuccession", "BeginSuccession", "SucceedInAgreement", "EndSuccession",
            "DeliverLetters", "GatherLetters", "SendLetters", "RetryLetters");

    /// <summary>What earlier versions started goes on under today's, and what today's starts under those.</summary>
    [Fact]
    public void are_the_inputs_of_letters_that_run() =>
        new[]
        {
            Written(new LetterDelivery("law", "202005110200")),
            Written(new LetterDelivery("law", "202005110200") { Tried = Tried.NotNow }),
            Written(new SlotLetters("202005110200", "law")),
            Written(new LetterBatch("202005110200", ["law", "lead"])),
        }.Should().Equal(
            """{"Recipient":"law","Slot":"202005110200","Tried":null}""",
            """
            {"Recipient":"law","Slot":"202005110200","Tried":{"Refusal":null,"IsDelayed":true,"IsMarked":true,"HasMore":true,"Reply":null}}
            """,
            """{"Slot":"202005110200","After":"law"}""",
            """{"Slot":"202005110200","Recipients":["law","lead"]}""");

    private static string Written(object input) => System.Text.Json.JsonSerializer.Serialize(input);

    private static IEnumerable<string?> Words<T>()
        where T : struct, Enum =>
        Enum.GetValues<T>().Select(value => System.Text.Json.JsonSerializer.SerializeToElement(value, Json.Options).GetString());

    private static IEnumerable<string?> Constants(Type type) =>
        type.GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(field => field.IsLiteral).Select(field => (string?)field.GetValue(null));
}
