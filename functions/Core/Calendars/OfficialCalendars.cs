using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;
using FollowUp.Agreements;
using FollowUp.Values;
using NodaTime;

namespace FollowUp.Calendars;

/// <summary>
/// The official working days of China and Russia, which come with FollowUp; each file names its sources. What was not announced
/// when it was compiled stays out, and items that reach beyond it carry a warning.
/// </summary>
public static class OfficialCalendars
{
    private static readonly ConcurrentDictionary<string, WorkCalendar?> Read = new();

    public static IReadOnlyList<string> Ids { get; } = ["CN", "RU"];

    /// <summary>Null where no calendar of that id comes with FollowUp.</summary>
    public static WorkCalendar? Find(string id) => Ids.Contains(id) ? Read.GetOrAdd(id, Load) : null;

    private static WorkCalendar? Load(string id)
    {
        using Stream file = Assembly.GetExecutingAssembly().GetManifestResourceStream($"calendars/{id}.json")
            ?? throw new InvalidOperationException($"Calendar {id} is missing from the build.");
        OfficialFile read = JsonSerializer.Deserialize<OfficialFile>(file, Json.Options)
            ?? throw new InvalidOperationException($"Calendar {id} is empty.");
        return new(id, read.Name, read.Weekend, Days(read.Holidays), Days(read.WorkingDays), read.KnownThrough) { Revision = 1 };
    }

    private static Dictionary<LocalDate, Wording> Days(IEnumerable<NamedDay> days) => days.ToDictionary(day => day.Date, day => day.Name);

    private sealed record OfficialFile(
        Wording Name,
        IReadOnlyList<IsoDayOfWeek> Weekend,
        IReadOnlyList<NamedDay> Holidays,
        IReadOnlyList<NamedDay> WorkingDays,
        LocalDate KnownThrough);

    private sealed record NamedDay(LocalDate Date, Wording Name);
}
