using NodaTime;

namespace FollowUp.People;

/// <summary>
/// How somebody takes what may wait: at once, or in one letter a day or a week. What cannot wait goes at once all the same; which is which,
/// <see cref="Timetables.Step7Rhythm"/> says.
/// </summary>
/// <param name="Every">A word of <see cref="Pace"/>.</param>
/// <param name="On">The weekday of a weekly letter; null for the others.</param>
/// <param name="Hour">By their own clock; null for the hour of each item's plan.</param>
public sealed record Rhythm(string Every, IsoDayOfWeek? On, LocalTime? Hour)
{
    /// <summary>As it was before anybody asked for anything else, and is where nobody does.</summary>
    public static Rhythm AtOnce { get; } = new(Pace.AtOnce, null, null);

    /// <summary>What whoever wants fewer letters, and does not say which, gets: the fewest that there are.</summary>
    public static Rhythm Fewest { get; } = new(Pace.Weekly, IsoDayOfWeek.Monday, null);
}

/// <summary>How often. The words are stored, and callers write them.</summary>
public static class Pace
{
    public const string AtOnce = "at-once";
    public const string Daily = "daily";
    public const string Weekly = "weekly";

    public static IReadOnlyList<string> All { get; } = [AtOnce, Daily, Weekly];
}
