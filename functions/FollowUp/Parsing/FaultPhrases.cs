using FollowUp.Calendars;
using FollowUp.Faults;
using FollowUp.Phrases;

namespace FollowUp.Parsing;

/// <summary>
/// Says as data what is wrong with a request, or why it is refused, for pages that speak other languages. The sentences are read by the
/// templates that wrote them; one that no template wrote, as in errors that only programs cause, has no data beside it.
/// </summary>
public static class FaultPhrases
{
    /// <summary>A template's own sentence ends without a full stop; as an error by itself it has one.</summary>
    private static readonly Vocabulary Calendars = new(new PhraseTemplate(
        NoWorkingDayException.Phrase.Code, "{calendars:all} have no working day in common within a year of {day:date}."));

    private static readonly Vocabulary[] OfFields =
        [FieldFaults.Vocabulary, TextFaults.Vocabulary, ValueFaults.Vocabulary, RegisterFaults.Vocabulary, PlanFaults.Vocabulary,
            CalendarFaults.Vocabulary, SheetFaults.Vocabulary, FileFaults.Vocabulary, WebhookFaults.Vocabulary, Calendars];

    /// <summary>All that can be wrong with a field.</summary>
    public static IEnumerable<string> FieldCodes => OfFields.SelectMany(one => one.Codes);

    /// <summary>All for which a request can be refused as a whole.</summary>
    public static IEnumerable<string> RefusalCodes => RefusalPhrases.Vocabulary.Codes.Concat(BodyFaults.Vocabulary.Codes);

    /// <summary>What is wrong with one field; null where it is said in English alone.</summary>
    public static Phrase? OfField(string detail)
    {
        Phrase? found = OfFields.Select(one => one.Read(detail)).FirstOrDefault(phrase => phrase is not null);
        return found is null ? null
            : found.Args.TryGetValue("fault", out object? within) ? found.With("reason", OfField((string)within))
            : found.Args.TryGetValue("refusal", out object? refusal) ? found.With("reason", OfRefusal((string)refusal))
            : found;
    }

    /// <summary>Why a request is refused; null where it is said in English alone.</summary>
    public static Phrase? OfRefusal(string detail) => RefusalPhrases.Vocabulary.Read(detail) is { } refusal
        ? refusal.Code == RefusalPhrases.NotNow.Code
            ? refusal.With("reason", StatePhrases.Vocabulary.Read((string)refusal.Args["why"])) : refusal
        : BodyFaults.Vocabulary.Read(detail);
}
