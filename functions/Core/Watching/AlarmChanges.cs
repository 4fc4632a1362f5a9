using NodaTime;

namespace FollowUp.Watching;

/// <summary>What is new about the alarms, for those who are told of each once and reminded of it.</summary>
/// <param name="Raised">Those that did not stand before.</param>
/// <param name="StillStanding">Those that are to be told again.</param>
/// <param name="Ended">The names of those that stand no more.</param>
public sealed record AlarmChanges(IReadOnlyList<Alarm> Raised, IReadOnlyList<Alarm> StillStanding, IReadOnlyList<string> Ended)
{
    /// <summary>A rule that looks at the last fifteen minutes of the log sees an alarm as long as it stands, and no longer.</summary>
    public static readonly Duration ToldAgainAfter = Duration.FromMinutes(10);

    /// <param name="told">When each alarm that stood was told last, by its name.</param>
    public static AlarmChanges Of(IReadOnlyDictionary<string, Instant> told, IReadOnlyList<Alarm> standing, Instant now) => new(
        [.. standing.Where(alarm => !told.ContainsKey(alarm.Name))],
        [.. standing.Where(alarm => told.TryGetValue(alarm.Name, out Instant at) && now - at >= ToldAgainAfter)],
        [.. told.Keys.Except(standing.Select(alarm => alarm.Name)).Order(StringComparer.Ordinal)]);
}
