using System.Globalization;
using System.Text.Json.Nodes;
using NodaTime;

namespace FollowUp.Simulation.Papers;

/// <summary>How somebody takes what may wait.</summary>
/// <param name="On">Of a weekly letter.</param>
/// <param name="Hour">Null where it is the plan's.</param>
public sealed record Rhythm(string Every, IsoDayOfWeek? On, LocalTime? Hour)
{
    public JsonObject Json
    {
        get
        {
            JsonObject json = new() { ["every"] = Every };
            if (On is { } weekday)
            {
                json["on"] = weekday.ToString().ToLowerInvariant();
            }

            if (Hour is { } hour)
            {
                json["hour"] = hour.ToString("HH':'mm", CultureInfo.InvariantCulture);
            }

            return json;
        }
    }

    public override string ToString() => Json.ToJsonString();
}
