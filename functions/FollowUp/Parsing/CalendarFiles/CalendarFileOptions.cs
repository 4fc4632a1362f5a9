using NodaTime;

namespace FollowUp.Parsing.CalendarFiles;

/// <summary>What an iCalendar file does not say by itself.</summary>
/// <param name="Id">Of the calendar that it becomes.</param>
/// <param name="KnownThrough">How far it has been announced: a file that ends does not say whether it is complete.</param>
/// <param name="Working">
/// What the name or a category of a made-up working day holds, words with commas between; empty for "there are none"; null where it was
/// not said.
/// </param>
/// <param name="Language">Of names that do not say theirs.</param>
public sealed record CalendarFileOptions(
    string Id, LocalDate KnownThrough, IReadOnlyList<IsoDayOfWeek> Weekend, string? Working, string Language)
{
    /// <summary>The same for events that are no days of the calendar, neither off nor worked.</summary>
    public string? Ignore { get; init; }
}
