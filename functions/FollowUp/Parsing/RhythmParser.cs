using FollowUp.Faults;
using FollowUp.People;
using NodaTime;

namespace FollowUp.Parsing;

/// <summary>Reads how somebody takes what may wait: <c>{"every": "weekly", "on": "monday", "hour": "09:00"}</c>.</summary>
public static class RhythmParser
{
    public static Rhythm Parse(JsonField rhythm)
    {
        rhythm.AllowOnly("every", "on", "hour");
        string every = rhythm["every"].OneOf(Pace.All);
        RefuseBeside(rhythm["on"], every is not Pace.Weekly, every);
        RefuseBeside(rhythm["hour"], every is Pace.AtOnce, every);
        IsoDayOfWeek? on = every is not Pace.Weekly ? null
            : rhythm["on"].IsAbsent ? Rhythm.Fewest.On : CalendarParser.ParseWeekday(rhythm["on"]);
        return new(every, on, every is Pace.AtOnce || rhythm["hour"].IsAbsent ? null : rhythm["hour"].TimeOfDay());
    }

    /// <summary>What would be passed over is refused (law 18).</summary>
    private static void RefuseBeside(JsonField field, bool isMeaningless, string every)
    {
        if (isMeaningless && !field.IsAbsent && every.Length > 0)
        {
            field.AddFault(RegisterFaults.NotOfRhythm.Fill(every));
        }
    }
}
