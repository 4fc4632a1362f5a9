using FollowUp.Answers;
using FollowUp.Items;
using FollowUp.Plans;
using FollowUp.Timetables;
using NodaTime;

namespace FollowUp.Tests.Answers;

/// <summary>Tests <see cref="AnswerOffers"/>: everything that a reader may do now, the most wanted first.</summary>
public sealed class What_a_letter_offers
{
    private static readonly Instant Monday = Sample.At("2020-03-02 10:00");
    private static readonly AgreedItem Assigned = Sample.Item("2020-03-06", "2020-03-02 08:00");
    private static readonly AgreedItem Signed = Assigned.Sign(new("ana"), Monday);
    private static readonly AgreedItem Reported = Signed.Report(new("ana"), Monday, new("document", "No. 12", null));
    private static readonly AgreedItem Asked = Signed.AskForExtension(new("ana"), Monday, Sample.Day("2020-03-20"), "the annex", 2);

    [Theory]
    [InlineData("assigned", "ana", "Receipt", "sign complete progress extend hand-back")]
    [InlineData("assigned", "ana", "Due", "complete sign progress extend hand-back")]
    [InlineData("assigned", "ana", null, "sign complete progress extend hand-back")]
    [InlineData("signed", "ana", "Overdue", "complete progress extend hand-back")]
    [InlineData("signed", "ana", "Progress", "progress complete extend hand-back")]
    [InlineData("signed", "gleb", "Progress", "progress")]
    [InlineData("signed", "boris", "Overdue", "")]
    [InlineData("signed", "chen", "Overdue", "")]
    [InlineData("signed", "dora", "Overdue", "")]
    [InlineData("reported", "ana", null, "progress")]
    [InlineData("unsigned", "ana", null, "progress")]
    [InlineData("reported", "boris", "Confirmation", "confirm return")]
    [InlineData("reported", "boris", null, "confirm return")]
    [InlineData("asked", "boris", "Extension", "grant refuse")]
    [InlineData("asked", "ana", "Due", "complete progress hand-back")]
    [InlineData("late", "ana", "Overdue", "complete progress hand-back")]
    [InlineData("returned", "ana", "Returned", "complete progress extend hand-back")]
    [InlineData("waiting", "ana", null, "complete progress hand-back")]
    [InlineData("withdrawn", "ana", "Closing", "")]
    [InlineData("confirmed", "boris", "Closing", "")]
    [InlineData("blocked", "ana", null, "")]
    [InlineData("handed", "ana", "Handover", "")]
    [InlineData("handed", "gleb", "Receipt", "sign complete progress extend hand-back")]
    public void is_what_its_reader_may_do(string state, string who, string? ladder, string offered)
    {
        Instant now = state == "late" ? Sample.At("2020-03-09 10:00") : Monday;
        Of(state, new(who), ladder, now).Should().Be(offered);
    }

    [Fact]
    public void to_one_who_stands_in_is_what_their_principal_may_do()
    {
        Of("reported", new("fang", [new("issuer", "boris", "fang")]), "Confirmation", Monday).Should().Be("confirm return");
        Of("reported", new("fang", [new("owner", "ana", "fang")]), "Confirmation", Monday).Should().Be("progress");
    }

    [Fact]
    public void to_one_who_is_both_is_both() =>
        Text(Asked with { Issuer = "ana" }, new("ana"), LadderName.Due, Monday).Should().Be("complete grant refuse progress hand-back");

    [Fact]
    public void to_an_owner_who_coordinates_is_not_to_hand_it_to_themselves() =>
        Text(Signed with { Coordinator = "ana" }, new("ana"), LadderName.Due, Monday).Should().NotContain("hand-back");

    private static string Of(string state, Actor by, string? ladder, Instant now) =>
        Text(In(state), by, ladder is null ? null : Enum.Parse<LadderName>(ladder), now);

    private static string Text(AgreedItem item, Actor by, LadderName? ladder, Instant now) =>
        string.Join(' ', AnswerOffers.Of(item, by, ladder, now, new FrozenTerms(Plan.Default, item.DaysOf())));

    private static AgreedItem In(string state) => state switch
    {
        "assigned" => Assigned,
        "signed" or "late" => Signed,
        "reported" => Reported,
        "unsigned" => Assigned.Report(new("ana"), Monday, new("document", "No. 12", null)),
        "asked" => Asked,
        "returned" => Reported.SendBack(new("boris"), Monday, "not signed"),
        "waiting" => Signed.Suspend(new("chen"), Monday, "their text is not here"),
        "withdrawn" => Signed.Withdraw(new("chen"), Monday, "agreed otherwise"),
        "confirmed" => Reported.Confirm(new("boris"), Monday, null),
        "handed" => Signed.HandTo(new("chen"), Monday, "gleb", "a new department") with { Supporting = [] },
        _ => Assigned with { AssignedAt = null, DependsOn = ["other"] },
    };
}
