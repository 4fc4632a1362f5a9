using FollowUp.Agreements;
using FollowUp.Delivery;
using FollowUp.Delivery.Languages;
using FollowUp.Items;
using FollowUp.Ledger;
using FollowUp.Letters;
using FollowUp.People;
using FollowUp.Plans;
using NodaTime;
using FollowUp.Values;

namespace FollowUp.Tests.Letters.Rig;

/// <summary>Letters about the sample item, composed and written by the real composer and templates.</summary>
public static class SampleLetters
{
    public static LetterTemplates Templates { get; } = new(LetterLanguages.OfBuild);

    public static Instant Now { get; } = Sample.At("2020-06-02 09:01");

    public static Agreement Agreement { get; } = new(
        "2019-11-21-beijing", "minutes", new(2019, 11, 21), "Beijing", new() { En = "Working meeting, minutes" }, [], "chen", [],
        [new("p6-2", new() { En = "Both sides shall revise the protocol." })]);

    /// <summary>The sample item as it has to stand for a ladder to speak.</summary>
    public static AgreedItem About(LadderName ladder, string dueOn = "2020-05-29")
    {
        AgreedItem item = Sample.Item(dueOn, "2020-03-02 08:00");
        AgreedItem reported = item.Report(new("ana"), Now, new("document", "No. 12", "signed by both sides"));
        return ladder switch
        {
            LadderName.Confirmation => reported,
            LadderName.Returned => reported.SendBack(new("boris"), Now, "the annex is missing"),
            LadderName.Closing => reported.Confirm(new("boris"), Now, "well done"),
            LadderName.Blocked => item with { AssignedAt = null, DependsOn = ["visit-1"] },
            LadderName.Waiting => item.Suspend(new("chen"), Now, "their text is not here"),
            LadderName.Extension => Asked(item),
            LadderName.Answered => Asked(item).DecideExtension(new("boris"), Now, 1, isGranted: true, "the last time"),
            LadderName.Moved => item.Reschedule(new("chen"), Now, Sample.Day("2020-06-19"), "the visit was put off"),
            LadderName.Question => item.Ask(new("ana"), Now, "which annex is meant?"),
            LadderName.Reply => item.Ask(new("ana"), Now, "which annex is meant?").Reply(new("boris"), Now, 1, "annex 2"),
            LadderName.Escalated => item.Escalate(new("boris"), Now, "the annex needs a decision"),
            LadderName.Handover => item.HandTo(new("chen"), Now, "gleb", "a new department"),
            _ => item,
        };
    }

    private static AgreedItem Asked(AgreedItem item) =>
        item.AskForExtension(new("ana"), Sample.At("2020-05-28 17:00"), Sample.Day("2020-06-19"), "the annex is being translated", max: 2);

    public static LedgerRow Row(LadderName ladder, string role, string to, string rung = "again") => new(
        new("protocol-1", 1, ladder, rung, 0, to), role, Sample.At("2020-06-02 09:00"), Sample.At("2020-06-02 09:00"),
        ladder == LadderName.Undelivered ? "A notice to gleb was refused: 550 no such mailbox" : null,
        NoticeState.Planned, Now, null, null, to, null, Slot.FromInstant(Now));

    public static NoticeFacts Facts(LedgerRow row, AgreedItem? item = null, Agreement? agreement = null) =>
        new(row, item ?? About(row.Key.Ladder), agreement ?? Agreement,
            id => Sample.Person(id) with { Name = $"{id[..1].ToUpperInvariant()}{id[1..]}" })
        {
            Ledger = row.IsAbsenceReport() ? [HandedOn(row), row] : [],
        };

    /// <summary>What a report tells of: a reminder that went to Gleb.</summary>
    private static LedgerRow HandedOn(LedgerRow report) => Row(LadderName.Due, report.Role, report.Key.Recipient, "week") with
    {
        State = NoticeState.Sent,
        At = Sample.At("2020-05-22 09:01"),
        SentTo = "gleb",
        DecidedAt = Sample.At("2020-05-22 09:00"),
    };

    public static Letter Letter(Person to, params NoticeFacts[] notices) =>
        LetterComposer.Compose(
            new(to.Id, Slot.FromInstant(Now)), to, notices, "https://board.example/board/", "followup.example", Now, _ => []);

    public static RenderedLetter Written(LedgerRow row, AgreedItem? item = null, Agreement? agreement = null) =>
        Templates.Render(Letter(Sample.Person(row.SentTo!) with { Name = "Ana" }, Facts(row, item, agreement)));

    /// <summary>One letter with a notice of every ladder.</summary>
    public static Letter Every(string to) =>
        Letter(Sample.Person(to), [.. Enum.GetValues<LadderName>().Select(ladder => Facts(Row(ladder, Role.Owner, to)))]);
}
