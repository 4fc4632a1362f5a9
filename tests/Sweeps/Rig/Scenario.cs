using FollowUp.Tables;

namespace FollowUp.Sweeps.Rig;

/// <summary>Something that is done to a host, and what has to be there before.</summary>
/// <param name="Before">Nothing goes wrong in it. It is done once, and every run goes on from there.</param>
/// <param name="Act">What is swept.</param>
public sealed record Scenario(string Name, Func<Stage, Task> Before, Func<Stage, Task> Act)
{
    public DateTimeOffset From { get; init; } = Moments.Of("2020-05-11 10:00");

    /// <summary>What runs on the host instead of the app; none: the app.</summary>
    public Type[] Functions { get; init; } = [];

    public bool IsOfTheEngine => Functions.Length > 0;

    public override string ToString() => Name;
}

/// <summary>What all runs of a scenario go on from.</summary>
public sealed record Scene(InMemoryTables Tables, DateTimeOffset At);

/// <summary>Moments as people in Beijing read them.</summary>
public static class Moments
{
    public static DateTimeOffset Of(string text) =>
        new DateTimeOffset(DateTime.ParseExact(text, "yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture),
            TimeSpan.FromHours(8)).ToUniversalTime();
}
