using FollowUp.Items;
using FollowUp.Journal;
using FollowUp.Ledger;
using FollowUp.Plans;
using FollowUp.Tests.Phrases.Rig;
using NodaTime;

namespace FollowUp.Tests.Journal;

/// <summary>Law 19: a text is sealed as it was written; what it says as data follows from it. Tests <see cref="JournalPhrases"/>.</summary>
public sealed class JournalPhrasesTests
{
    private static readonly Instant Now = Sample.At("2020-03-03 09:00");

    private static AgreedItem Item { get; } = Sample.Item("2020-05-29", "2020-03-02 08:00", Sample.Shanghai, "PLAIN");

    private static AgreedItem Extended { get; } = Item
        .AskForExtension(new("ana"), Now, Sample.Day("2020-06-12"), "the annex is late", 2)
        .DecideExtension(new("boris"), Now, 1, isGranted: true, null);

    private static EvidenceFile Signed { get; } = new("9f86", "\"signed\".pdf", "application/pdf", 48_211, "ana", Now);

    private static LedgerRow Week { get; } = new(
        new("protocol-1", 1, LadderName.Due, "week", 2, "ana"), "owner", Now, Now, null, NoticeState.Planned, Now, null, null, "ana", null,
        "202003030100");

    private static string Raised => $$"""{"to":"{{Item.Chain[0]}}","level":1,"reason":"it: must go up"}""";

    public static TheoryData<string, string, string?> Written => new()
    {
        { EventNames.Assigned, JournalText.OfAssignment(Item, null).Text!, """{"owner":"ana","dueOn":"2020-05-29"}""" },
        {
            EventNames.Registered, JournalText.OfAcceptance(Item with { AssignedAt = null, DependsOn = ["visit", "meeting"] }).Text!,
            """{"items":["visit","meeting"],"dueOn":"2020-05-29"}"""
        },
        {
            EventNames.ExtensionAsked, JournalText.OfRequest(Item, Sample.Day("2020-06-12"), "the annex: late"),
            """{"askedDueOn":"2020-06-12","dueOn":"2020-05-29","reason":"the annex: late"}"""
        },
        { EventNames.ExtensionRefused, JournalText.OfAnswer(Item, null), """{"dueOn":"2020-05-29"}""" },
        {
            EventNames.ExtensionGranted, JournalText.OfAnswer(Extended, "for once\nonly"),
            """{"dueOn":"2020-06-12","originalDueOn":"2020-05-29","slippage":14,"extensions":1,"note":"for once\nonly"}"""
        },
        {
            EventNames.Rescheduled, JournalText.OfRescheduling(Item with { DueOn = Sample.Day("2020-05-28") }, "sooner"),
            """{"dueOn":"2020-05-28","originalDueOn":"2020-05-29","slippage":-1,"reason":"sooner"}"""
        },
        {
            EventNames.HandedOver, JournalText.OfHandOver(Item.HandTo(new("chen"), Now, "gleb", "ana retires"), "ana retires"),
            """{"formerOwner":"ana","owner":"gleb","reason":"ana retires"}"""
        },
        {
            EventNames.Reassigned, JournalText.OfReassignment(ItemPart.Chain, ["dora", "egor"], [], "a new post"),
            """{"part":"chain","former":["dora","egor"],"reason":"a new post"}"""
        },
        {
            EventNames.Reassigned, JournalText.OfReassignment(ItemPart.Counterpart, [], ["fang"], "to them: fang"),
            """{"part":"counterpart","people":["fang"],"reason":"to them: fang"}"""
        },
        {
            EventNames.Amended, JournalText.OfAmendment(AmendedField.Kind, "visit", "other", "as \"agreed\": then"),
            """{"field":"kind","was":"visit","now":"other","reason":"as \"agreed\": then"}"""
        },
        {
            EventNames.Resumed, JournalText.OfResumption(
                Item.Suspend(new("chen"), Now, "why").Resume(new("chen"), Sample.At("2020-03-04 09:00"), Item.DaysOf())),
            """{"workingDays":1,"dueOn":"2020-06-01","originalDueOn":"2020-05-29","slippage":3}"""
        },
        {
            EventNames.Rebased, new Rebase(
                "chen", Now, [new("default", 1), new("CN", 1), new("RU", 1)], [new("default", 2), new("CN", 3), new("RU", 1)]).InWords(),
            """{"changes":[{"what":"plan","id":"default","from":1,"to":2},{"what":"calendar","id":"CN","from":1,"to":3}]}"""
        },
        { EventNames.Notice, NoticeJournal.EventOf(Week.WithState(NoticeState.Sent, Now)).Text!,
            """{"state":"sent","ladder":"due","rung":"week","occurrence":2,"to":"ana"}""" },
        {
            EventNames.Notice,
            NoticeJournal.EventOf(
                (Week with { SentTo = "gleb", Trace = "ana absent → gleb" })
                    .WithState(NoticeState.Failed, Now, "it cannot be put into words")).Text!,
            """{"state":"failed","ladder":"due","rung":"week","occurrence":2,"to":"ana","trace":"ana absent → gleb","why":"it cannot be put into words","steps":["""
            + """{"code":"absent","args":{"who":"ana"}},{"code":"receives","args":{"who":"gleb"}}],"reason":{"code":"unsayable","args":{}}}"""
        },
        { EventNames.Signed, null!, "{}" },
        { EventNames.Confirmed, null!, "{}" },
        { EventNames.Confirmed, "well done", """{"note":"well done"}""" },
        { EventNames.Progress, "half of it\n(the rest next week)", """{"text":"half of it\n(the rest next week)"}""" },
        { EventNames.StageDone, "legal-review", """{"stage":"legal-review"}""" },
        { EventNames.Reported, "No. 12/2020", """{"evidence":"No. 12/2020"}""" },
        { EventNames.EvidenceAdded, JournalText.OfFile(Signed), """{"name":"\"signed\".pdf","size":48211,"sha256":"9f86"}""" },
        {
            EventNames.Reported,
            JournalText.OfReport(Item with { EvidenceFiles = [Signed], Completion = new("ana", Now, new("file", "9f86", "annexed")) })!,
            """{"file":"\"signed\".pdf","evidence":"9f86"}"""
        },
        { EventNames.Returned, "the annex is missing", """{"reason":"the annex is missing"}""" },
        { EventNames.Withdrawn, "撤回", """{"reason":"撤回"}""" },
        { EventNames.Waiting, "their text is not here", """{"reason":"their text is not here"}""" },
        { EventNames.SeriesEnded, "the talks are over", """{"reason":"the talks are over"}""" },
        { EventNames.Escalated, JournalText.OfEscalation(Item.Escalate(new("ana"), Now, "it: must go up")), Raised },
        { EventNames.QuestionAsked, JournalText.OfQuestion(Item.Ask(new("ana"), Now, "which: annex?")),
            """{"role":"issuer","text":"which: annex?"}""" },
        { EventNames.QuestionAnswered, "the second", """{"text":"the second"}""" },
    };

    /// <summary>As the journals of the stores e9e5171 and 4bb50b7 have them, and the versions before.</summary>
    public static TheoryData<string, string, string?> WrittenEarlier => new()
    {
        { EventNames.Assigned, "to nia-law, due 2020-05-29", """{"owner":"nia-law","dueOn":"2020-05-29"}""" },
        { EventNames.Notice, "sent receipt/at-once/0 to nia-law",
            """{"state":"sent","ladder":"receipt","rung":"at-once","occurrence":0,"to":"nia-law"}""" },
        {
            EventNames.Notice, "failed due/week/0 to ana: it could not be handed over in a day of trying (DeliveryDelayedException)",
            """{"state":"failed","ladder":"due","rung":"week","occurrence":0,"to":"ana","why":"it could not be handed over in a day of trying (DeliveryDelayedException)","reason":"""
            + """{"code":"not-taken","args":{"days":1,"failure":"DeliveryDelayedException"}}}"""
        },
        {
            EventNames.Notice, "failed due/week/0 to ana (boris): The test refused the letter: no such mailbox",
            """{"state":"failed","ladder":"due","rung":"week","occurrence":0,"to":"ana","trace":"boris","why":"The test refused the letter: no such mailbox","steps":["""
            + """{"code":"receives","args":{"who":"boris"}}],"reason":{"code":"letter-refused","args":{"channel":"The test","said":"no such mailbox"}}}"""
        },
        { EventNames.Assigned, "handed out on paper", null },
        { "moved-house", "to the other street", null },
    };

    [Theory]
    [MemberData(nameof(Written))]
    [MemberData(nameof(WrittenEarlier))]
    public void say_what_the_text_of_an_entry_says(string happened, string? text, string? args) =>
        Read(happened, "protocol-1", text).AsJson().Should().Be(args is null ? null : Say.Example($"{happened} {args}"));

    [Fact]
    public void say_the_title_where_an_agreement_was_registered() =>
        Read(EventNames.Registered, null, "waits for visit, due 2020-05-29").AsJson()
            .Should().Be(Say.Example("""registered {"title":"waits for visit, due 2020-05-29"}"""));

    [Fact]
    public void are_tried_for_every_event() =>
        Written.Select(row => row.Data.Item1).Distinct().Should().BeEquivalentTo(
            typeof(EventNames).GetFields().Select(field => (string)field.GetRawConstantValue()!));

    [Fact]
    public void leave_the_seal_alone()
    {
        Entry entry = Chain.Empty.Append("minutes", Now, [new(EventNames.Assigned, "protocol-1", null, "to ana, due 2020-05-29")])[0];
        entry.Hash.Should().Be(Entry.HashOf(1, Now, "assigned", "minutes", "protocol-1", null, "to ana, due 2020-05-29", Chain.Empty.Hash));
        FollowUp.Http.Responses.EntryResponse.Of(entry).Hash.Should().Be(entry.Hash);
    }

    private static FollowUp.Phrases.Phrase? Read(string happened, string? item, string? text) =>
        JournalPhrases.Read(new(1, Now, happened, "minutes", item, "chen", text, Chain.Empty.Hash, ""));
}
