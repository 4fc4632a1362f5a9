using FollowUp.Agreements;
using FollowUp.Parsing;
using FollowUp.Parsing.CalendarFiles;
using FollowUp.Storage;
using FollowUp.Values;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace FollowUp.Http;

/// <summary>A calendar that is put as a file, with the options behind the <c>?</c> that say what the file does not.</summary>
internal static class CalendarFileRequest
{
    public static readonly IReadOnlyList<string> Options = ["knownThrough", "working", "ignore", "weekend", "language", "earlier"];

    /// <param name="types">The media types that the address takes.</param>
    /// <exception cref="InvalidInputException">An option is missing, or cannot be followed.</exception>
    public static async Task<ParsedCalendarFile> Read(
        HttpRequest request, string id, string[] types, ReferenceStore reference, ParseContext context, CancellationToken cancel)
    {
        QueryOptions query = new(request, [.. Options]);
        string? earlier = query.OneOf("earlier", "keep", "drop");
        RequestBody body = await RequestBody.Read(request, cancel, Limits.RegisterBytes, types);
        ParsedCalendarFile file = CalendarFileParser.Parse(body.Bytes.Span, ParseOptions(request, query, id), context);
        return earlier == "drop" || context.Faults.Count > 0 || await reference.Calendar(id, cancel) is not { } known
            ? file
            : file with { Calendar = CalendarFileMerge.Merge(known, file.Calendar, keepsEarlier: earlier is not null, context) };
    }

    /// <summary>Refuses options that only a file needs.</summary>
    /// <exception cref="InvalidInputException">One is given.</exception>
    public static void RefuseOptions(HttpRequest request)
    {
        const string why = $"goes with a calendar file, sent with Content-Type: {ContentType.Calendar}; a calendar in JSON says it itself";
        if (Options.Where(request.Query.ContainsKey).ToList() is [_, ..] given)
        {
            throw new InvalidInputException([.. given.Select(option => new Fault($"/{option}", why))]);
        }
    }

    private static CalendarFileOptions ParseOptions(HttpRequest request, QueryOptions query, string id)
    {
        RouteIds.RequireCalendar(id);
        LocalDate knownThrough = query.Date("knownThrough") ?? throw new InvalidInputException(
            "/knownThrough", "is required: a file does not say how far it has been announced; a date like 2026-12-31");
        IReadOnlyList<IsoDayOfWeek> weekend = CalendarParser.ParseWeekend(query["weekend"] ?? "saturday,sunday");
        string? working = Keywords(request, "working");
        return new(id, knownThrough, weekend, working, query.OneOf("language", [.. Wording.Languages]) ?? "en")
        {
            Ignore = Keywords(request, "ignore"),
        };
    }

    /// <summary>Null where the option is not given; an empty one says that there are none.</summary>
    private static string? Keywords(HttpRequest request, string option) =>
        request.Query.TryGetValue(option, out var keywords) ? keywords.ToString() : null;
}
