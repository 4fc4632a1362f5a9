using FollowUp.Items;
using FollowUp.Phrases;
using NodaTime;

namespace FollowUp.Http.Responses;

/// <summary>That an item comes round.</summary>
/// <param name="Rule">An RRULE of RFC 5545.</param>
/// <param name="Number">Which occurrence this is, from 1.</param>
/// <param name="Series">The id of the first.</param>
/// <param name="NextDueOn">Absent for the last one.</param>
/// <param name="Next">The id of the next, once it was opened.</param>
public sealed record RecurrenceResponse(string Rule, int Number, string Series, LocalDate? NextDueOn, string? Next)
{
    /// <summary>No further occurrence is opened; absent while the rule alone decides.</summary>
    public SeriesEnd? Ended { get; init; }

    public static RecurrenceResponse? Of(Recurrence? recurrence) => recurrence is null
        ? null
        : new(recurrence.Rule, recurrence.Number, recurrence.Series, DayOfNext(recurrence), recurrence.Next?.Item)
        {
            Ended = recurrence.Ended,
        };

    private static LocalDate? DayOfNext(Recurrence recurrence) =>
        recurrence is { Ended: not null, Next: null } ? null : recurrence.DueOn(recurrence.Number + 1);
}

/// <summary>A file that was handed in.</summary>
/// <param name="Sha256">Of its content, in lower hex; what a report names it by.</param>
/// <param name="Size">In bytes.</param>
/// <param name="Href">Where it is handed out.</param>
public sealed record EvidenceFileResponse(string Sha256, string Name, string Type, int Size, string By, Instant At, string Href)
{
    public static EvidenceFileResponse Of(EvidenceFile file, AgreedItem item) => new(
        file.Sha256, file.Name, file.Type, file.Size, file.By, file.At, AddressOf(item, file.Sha256));

    public static string AddressOf(AgreedItem item, string sha256) =>
        $"/api/agreements/{item.Agreement}/items/{item.Id}/evidence/{sha256}";
}

/// <summary>The issuer sent a report back.</summary>
public sealed record ReturnResponse(string By, Instant At, string Reason);

/// <summary>How far the due date has moved from the one that was agreed.</summary>
/// <param name="Days">Calendar days; negative where it came nearer.</param>
/// <param name="Extensions">How many were granted.</param>
public sealed record SlippageResponse(int Days, int Extensions, IReadOnlyList<DueChange> Changes);

/// <summary>An extension that was asked for.</summary>
/// <param name="Decision"><c>granted</c> or <c>refused</c>; absent while the issuer has not answered.</param>
public sealed record ExtensionResponse(
    int Number, string By, Instant At, LocalDate DueOn, string Reason, string? Decision, string? DecidedBy, Instant? DecidedAt,
    string? Note)
{
    public static ExtensionResponse Of(Extension extension) => new(
        extension.Number, extension.By, extension.At, extension.DueOn, extension.Reason,
        extension.Decision is { } decided ? Extending.Word(decided.IsGranted) : null, extension.Decision?.By, extension.Decision?.At,
        extension.Decision?.Note);
}

/// <summary>A move to newer revisions of plan and calendars.</summary>
/// <param name="Text">"plan default 1 → 2, calendar CN 1 → 3"; <paramref name="Said"/> has it as data.</param>
public sealed record RebaseResponse(string By, Instant At, string Text, Phrase Said);

/// <summary>A warning as data, with its English. Code and args are absent for one that an earlier version wrote in other words.</summary>
public sealed record WarningResponse(string? Code, IReadOnlyDictionary<string, object>? Args, string Text)
{
    public static WarningResponse Of(string text)
    {
        Phrase? said = WarningPhrases.Read(text);
        return new(said?.Code, said?.Args, text);
    }
}
