using System.Collections.Immutable;

namespace FollowUp.Plans;

/// <summary>One notice of a ladder, to one or more roles, once or repeated.</summary>
/// <param name="Every">The distance between repetitions, counted from the first; null for a rung that speaks once.</param>
/// <param name="Times">How many repetitions follow the first.</param>
public sealed record Rung(string Id, Offset Offset, Offset? Every, int Times, ImmutableArray<string> To)
{
    /// <summary>Ten years of monthly words; a rung that would speak more often than this never means to stop.</summary>
    public const int TimesMax = 120;

    /// <summary>A rung that speaks once.</summary>
    public static Rung Once(string id, string offset, params string[] to) => Repeated(id, offset, null, 0, to);

    public static Rung Repeated(string id, string offset, string? every, int times, params string[] to) =>
        new(id, Offset.Parse(offset)!.Value, every is null ? null : Offset.Parse(every), times, [.. to]);
}
