using System.Collections.Concurrent;
using System.Reflection;
using FollowUp.Registers;

namespace FollowUp.Calendars;

/// <summary>
/// The official working days of China and Russia, which come with FollowUp; each file names its sources. What was not announced
/// when it was compiled stays out, and items that reach beyond it carry a warning.
/// </summary>
public static class KnownCalendars
{
    private static readonly ConcurrentDictionary<string, WorkCalendar?> Read = new();

    public static IReadOnlyList<string> Ids { get; } = ["CN", "RU"];

    public static WorkCalendar? Calendar(string id) => Ids.Contains(id) ? Read.GetOrAdd(id, Load) : null;

    private static WorkCalendar? Load(string id)
    {
        using Stream file = Assembly.GetExecutingAssembly().GetManifestResourceStream($"calendars/{id}.json")
            ?? throw new InvalidOperationException($"Calendar {id} is missing from the build.");
        using MemoryStream bytes = new();
        file.CopyTo(bytes);
        Reading reading = new();
        WorkCalendar calendar = CalendarForm.Read(reading.Root(bytes.ToArray())) with { Revision = 1 };
        reading.Demand();
        return calendar;
    }
}
