using FollowUp.Agreements;
using FollowUp.Delivery.Languages;
using FollowUp.People;
using FollowUp.Reports;
using NodaTime;
using NodaTime.Text;

namespace FollowUp.Printing;

/// <summary>Puts reports into words, each language in a column of its own.</summary>
/// <param name="people">Those whom it speaks of, as they are known.</param>
/// <param name="board">Where the board is.</param>
internal sealed class ReportWriter(
    IReadOnlyList<Language> languages, IReadOnlyDictionary<string, Person> people, string board)
{
    private const string OffsetForm = "'UTC'o<+HH:mm>";

    /// <param name="reports">Of one period; at least one.</param>
    public ReportSheet Write(IReadOnlyList<MeetingReport> reports)
    {
        MeetingReport first = reports[0];
        ReportWords[] words = Words(first.Agreement);
        return new(
            languages,
            [.. words.Select(one => one.Say(reports.Count > 1 ? "title.many" : "title"))],
            [.. words.Select(one => Facts(one, first))],
            [.. reports.Select(Chapter)],
            [.. words.Select(one => Notes(one, first))],
            first.Period);
    }

    private ReportWords[] Words(Agreement agreement) => [.. languages.Select(language => new ReportWords(language, agreement, people))];

    /// <summary>By the clock of the agreement's first side.</summary>
    private static string[] Facts(ReportWords words, MeetingReport report)
    {
        ReportPeriod period = report.Period;
        DateTimeZone zone = report.Agreement.Parties is [var first, ..]
            ? DateTimeZoneProviders.Tzdb.GetZoneOrNull(first.TimeZone) ?? DateTimeZone.Utc : DateTimeZone.Utc;
        ZonedDateTime at = period.AsOf.InZone(zone);
        return
        [
            words.Say("as-of", ("at", at.LocalDateTime), ("zone", at.ToString(OffsetForm, null))),
            .. period.Since is { } since ? [words.Say("since", ("at", since.InZone(zone).LocalDateTime))] : (string[])[],
            .. period.NextMeetingOn is { } next ? [words.Say("next-meeting", ("on", next))] : (string[])[],
        ];
    }

    private static string[] Notes(ReportWords words, MeetingReport report) =>
    [
        words.Say("about.entries", ("head", report.Head)), words.Say("about.history"),
        words.Say("about.again", ("question", Question(report.Period))),
    ];

    /// <summary>As the address of the call has it.</summary>
    private static string Question(ReportPeriod period) => string.Join('&', new[]
    {
        $"asOf={InstantPattern.ExtendedIso.Format(period.AsOf)}",
        period.Since is { } since ? $"since={InstantPattern.ExtendedIso.Format(since)}" : null,
        period.NextMeetingOn is { } next ? $"nextMeeting={LocalDatePattern.Iso.Format(next)}" : null,
    }.OfType<string>());

    private SheetChapter Chapter(MeetingReport report)
    {
        ReportWords[] words = Words(report.Agreement);
        ChapterTables tables = new(words, report, board);
        return new(
            [.. words.Select(one => Heading(one, report.Agreement))], tables.All(),
            [.. words.Select(one => Remarks(one, report))]);
    }

    private static SheetText Heading(ReportWords words, Agreement agreement)
    {
        SheetText title = words.Title(agreement.Title, "title");
        return title with { Text = words.Say("agreement", ("agreement", new Written(title.Text)), ("signedOn", agreement.SignedOn)) };
    }

    private static string[] Remarks(ReportWords words, MeetingReport report) =>
    [
        .. report.IsPartial ? [words.Say("partial")] : (string[])[],
        .. report.Sections.Count == 0 ? [words.Say("section.empty")] : (string[])[],
        .. report.Period.NextMeetingOn is { } next && report.DueBeforeNext.Count == 0
            ? [words.Say("section.due-before.none", ("on", next))] : (string[])[],
        .. report.Period.Since is not null && report.Changes.Count == 0 ? [words.Say("section.changes.none")] : (string[])[],
    ];
}
