using FollowUp.Agreements;
using FollowUp.Parsing;
using FollowUp.Reports;
using NodaTime;
using NodaTime.Text;

namespace FollowUp.Http;

/// <summary>Which report is asked for, and in what form.</summary>
/// <param name="Languages">One or two; null where each agreement's own will do.</param>
/// <param name="Format">One of <see cref="Formats"/>.</param>
public sealed record ReportOptions(ReportPeriod Period, IReadOnlyList<string>? Languages, string Format)
{
    public const string Json = "json";
    public const string Html = "html";
    public const string Docx = "docx";

    public static IReadOnlyList<string> Formats { get; } = [Json, Html, Docx];

    public static readonly string[] Names = ["asOf", "since", "nextMeeting", "languages", "format"];

    private const int LanguagesMax = 2;

    /// <exception cref="InvalidInputException">Something of it cannot be; all of that is named.</exception>
    internal static ReportOptions Read(QueryOptions query, Instant now)
    {
        List<Fault> faults = [];
        Instant? asOf = Moment(query, "asOf", faults), since = Moment(query, "since", faults);
        LocalDate? next = query.Date("nextMeeting");
        IReadOnlyList<string>? languages = LanguagesOf(query, faults);
        string format = query.OneOf("format", [.. Formats]) ?? Json;
        ReportPeriod period = new(asOf ?? now, since, next);
        if (asOf > now)
        {
            faults.Add(new("/asOf", "lies ahead: what is not yet so cannot be reported; leave it out for now"));
        }

        if (since >= period.AsOf)
        {
            faults.Add(new("/since", "must lie before asOf: it is the asOf of the report before"));
        }

        // A day ahead of UTC is the latest that it can be anywhere.
        if (next < period.AsOf.InUtc().Date.PlusDays(-1))
        {
            faults.Add(new("/nextMeeting", "must not lie before asOf: what was due before a meeting that is over is late"));
        }

        return faults.Count == 0 ? new(period, languages, format) : throw new InvalidInputException(faults);
    }

    private static Instant? Moment(QueryOptions query, string name, List<Fault> faults)
    {
        if (query[name] is not { } text)
        {
            return null;
        }

        if (OffsetDateTimePattern.ExtendedIso.Parse(text) is { Success: true, Value: var moment }
            && moment.Year is >= Values.Limits.YearMin and <= Values.Limits.YearMax)
        {
            return moment.ToInstant();
        }

        faults.Add(new($"/{name}", "must be an instant like 2020-05-29T10:00:00Z or 2020-05-29T18:00:00%2B08:00 (a + is written %2B)"));
        return null;
    }

    private static string[]? LanguagesOf(QueryOptions query, List<Fault> faults)
    {
        if (query["languages"] is not { } text)
        {
            return null;
        }

        string[] asked = text.Split(',');
        if (asked.Length > LanguagesMax || asked.Distinct().Count() < asked.Length || asked.Except(Wording.Languages).Any())
        {
            faults.Add(new("/languages", $"must be one or two of {string.Join(", ", Wording.Languages)}, like zh,ru"));
        }

        return asked;
    }
}
