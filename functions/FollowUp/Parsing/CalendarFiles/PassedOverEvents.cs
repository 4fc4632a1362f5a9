using FollowUp.Values;
using NodaTime;

namespace FollowUp.Parsing.CalendarFiles;

/// <summary>What makes no day, and why.</summary>
internal sealed class PassedOverEvents
{
    private readonly List<PassedOver> all = [];

    public IReadOnlyList<PassedOver> All => [.. all.OrderBy(one => one.Date ?? LocalDate.MinIsoValue)];

    public void Add(FileEvent one, string why) => Add(one.Component, one.Component.First("DTSTART"), why);

    /// <param name="when">Where its date is.</param>
    public void Add(FileEvent one, ContentLine? when, string why) => Add(one.Component, when, why);

    public void Add(FileEvent one, LocalDate day, string why) => all.Add(new(day, Named(one.Component), why));

    public void Add(Component other, string why) => Add(other, other.First("DTSTART") ?? other.First("DUE"), why);

    private void Add(Component one, ContentLine? when, string why) => all.Add(new(Date(when), Named(one), why));

    /// <summary>What is passed over may be written as it likes.</summary>
    private static LocalDate? Date(ContentLine? when)
    {
        try
        {
            return when is null ? null : WrittenTime.Of(when).Date;
        }
        catch (UnfollowedException)
        {
            return null;
        }
    }

    private static string? Named(Component one) =>
        one.First("SUMMARY")?.Unescaped().Trim() is { Length: > 0 } name ? name[..Math.Min(name.Length, Limits.Title)] : null;
}
