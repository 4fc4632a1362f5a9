using System.Numerics;
using System.Runtime.InteropServices;
using FollowUp.Plans;

namespace FollowUp.Timetables;

/// <summary>The order of a timetable: by moment, then by ladder; what shares both stays in the order in which the plan says it.</summary>
internal static class TimetableOrder
{
    /// <summary>A million entries, far more than a timetable keeps.</summary>
    private const int PlaceBits = 20;

    /// <summary>As many as the highest ladder takes, so that one more ladder can never spill into the moment.</summary>
    private static readonly int LadderBits = BitOperations.Log2((uint)Enum.GetValues<LadderName>().Max()) + 1;

    /// <summary>
    /// One number for each entry to compare by: the second, the ladder and the place. It is several times as fast as a comparer.
    /// </summary>
    public static void Sort(List<TimetableEntry> entries)
    {
        long[] keys = new long[entries.Count];
        for (int n = 0; n < entries.Count; n++)
        {
            keys[n] = (((entries[n].Planned.ToUnixTimeSeconds() << LadderBits) | (uint)entries[n].Key.Ladder) << PlaceBits) | (uint)n;
        }

        keys.AsSpan().Sort(CollectionsMarshal.AsSpan(entries));
    }
}
