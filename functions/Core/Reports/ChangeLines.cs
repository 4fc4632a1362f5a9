using FollowUp.Items;
using FollowUp.Journal;

namespace FollowUp.Reports;

/// <summary>What happened to an item since the report before, as the journal tells it.</summary>
internal static class ChangeLines
{
    /// <summary>Arguments that are people.</summary>
    private static readonly string[] People = ["owner", "formerOwner", "to"];

    /// <summary>Arguments that are lists of people.</summary>
    private static readonly string[] SeveralPeople = ["former", "people"];

    private const string Nobody = "—";

    /// <summary>Arguments that lines have, of those that the journal's phrases say.</summary>
    private static readonly string[] Said =
    [
        "owner", "formerOwner", "dueOn", "text", "stage", "evidence", "note", "reason", "askedDueOn", "workingDays", "items", "field",
        "was", "now", "name", "to", "part",
    ];

    /// <summary>What each language has a sentence for.</summary>
    private static readonly string[] Told =
    [
        EventNames.Registered, EventNames.Assigned, EventNames.Signed, EventNames.Progress, EventNames.StageDone, EventNames.Reported,
        EventNames.Confirmed, EventNames.Returned, EventNames.Withdrawn, EventNames.ExtensionAsked, EventNames.ExtensionGranted,
        EventNames.ExtensionRefused, EventNames.Waiting, EventNames.Resumed, EventNames.HandedOver, EventNames.Rescheduled,
        EventNames.Rebased, EventNames.Amended, EventNames.EvidenceAdded, EventNames.SeriesEnded, EventNames.Escalated,
        EventNames.QuestionAsked, EventNames.QuestionAnswered, EventNames.Reassigned,
    ];

    /// <summary>Letters are no change: who was told what stands in the ledger.</summary>
    public static IEnumerable<ReportChange> Of(AgreedItem item, ItemEntries entries, int number, ReportPeriod period) =>
        period.Since is not { } since
            ? []
            : entries.All.Where(entry => entry.At > since && entry.Event != EventNames.Notice)
                .Select(entry => new ReportChange(item.DayOf(entry.At), number, Line(entry)));

    private static ReportLine Line(Entry entry)
    {
        Dictionary<string, object> args = [];
        if (entry.By is { } by)
        {
            args["by"] = new ReportPerson(by);
        }

        if (JournalPhrases.Read(entry) is not { } phrase)
        {
            args["event"] = entry.Event;
            args["text"] = entry.Text ?? "";
            return new("change.other", args, [entry.Seq]);
        }

        foreach (string name in entry.Event == EventNames.Reassigned ? SeveralPeople : [])
        {
            args[name] = phrase.Args.TryGetValue(name, out object? ids)
                ? ((IEnumerable<string>)ids).Select(id => new ReportPerson(id)).ToList() : Nobody;
        }

        foreach ((string name, object value) in phrase.Args.Where(arg => Said.Contains(arg.Key)))
        {
            args[name] = People.Contains(name) ? new ReportPerson((string)value) : value;
        }

        // A checksum is for programs: people know a file by its name.
        if (phrase.Args.TryGetValue("file", out object? file))
        {
            args["evidence"] = file;
        }

        return new(CodeOf(entry.Event, args), args, [entry.Seq]);
    }

    private static string CodeOf(string what, Dictionary<string, object> args) => what switch
    {
        EventNames.Assigned when !args.ContainsKey("by") => "change.assigned-by-clock",
        EventNames.Confirmed or EventNames.ExtensionGranted or EventNames.ExtensionRefused when args.ContainsKey("note") =>
            $"change.{what}.note",
        EventNames.Amended when !args.ContainsKey("reason") => "change.amended.bare",
        EventNames.Reported when !args.ContainsKey("evidence") => "change.reported.bare",
        _ when Told.Contains(what) => $"change.{what}",
        _ => "change.other",
    };
}
