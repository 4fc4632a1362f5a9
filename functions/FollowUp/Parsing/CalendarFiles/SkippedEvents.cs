using FollowUp.Values;
using NodaTime;

namespace FollowUp.Parsing.CalendarFiles;

/// <summary>What makes no day, and why.</summary>
internal sealed class SkippedEvents
{
    private readonly List<SkippedEvent> all = [];

    public IReadOnlyList<SkippedEvent> All => [.. all.OrderBy(one => one.Date ?? LocalDate.MinIsoValue)];

    public void Add(VEvent vevent, string why) => Add(vevent.Component, vevent.Component.First("DTSTART"), why);

    /// <param name="when">Where its date is.</param>
    public void Add(VEvent vevent, ContentLine? when, string why) => Add(vevent.Component, when, why);

    public void Add(VEvent vevent, LocalDate day, string why) => all.Add(new(day, NameOf(vevent.Component), why));

    public void Add(Component other, string why) => Add(other, other.First("DTSTART") ?? other.First("DUE"), why);

    private void Add(Component component, ContentLine? when, string why) => all.Add(new(DateOf(when), NameOf(component), why));

    /// <summary>What is passed over may be written as it likes.</summary>
    private static LocalDate? DateOf(ContentLine? when)
    {
        try
        {
            return when is null ? null : ICalDateTime.Parse(when).Date;
        }
        catch (CalendarFileException)
        {
            return null;
        }
    }

    private static string? NameOf(Component component) =>
        component.First("SUMMARY")?.UnescapedText().Trim() is { Length: > 0 } name ? name[..Math.Min(name.Length, Limits.Title)] : null;
}
