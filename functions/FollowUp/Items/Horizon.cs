using FollowUp.Calendars;

namespace FollowUp.Items;

/// <summary>A calendar ends, and an item that reaches beyond it says so for as long as it lives (law 8).</summary>
public static class Horizon
{
    /// <summary>One warning for each calendar that the due date lies beyond.</summary>
    public static IEnumerable<string> Beyond(this AgreedItem item, JointDays days) =>
        days.Calendars.Where(calendar => calendar.KnownThrough < item.DueOn)
            .Select(calendar => $"Calendar {calendar.Id} is known through {calendar.KnownThrough:uuuu-MM-dd} only: later days count by the weekend alone.");

    /// <summary>The item with what its due date, where it has moved, gives new reason to warn of.</summary>
    public static AgreedItem Warned(this AgreedItem item, JointDays days) =>
        item.Beyond(days).Except(item.Warnings).ToList() is { Count: > 0 } more ? item with { Warnings = [.. item.Warnings, .. more] } : item;
}
