using FollowUp.Simulation.Expected;
using NodaTime;

namespace FollowUp.Simulation.Worlds;

/// <summary>How every item of a world comes to its end: whoever may report it does, and whoever may confirm it does.</summary>
public sealed partial class World
{
    /// <summary>An item is free soon after the last of those that it waits for is closed.</summary>
    private static readonly Duration Freed = Duration.FromMinutes(5);

    /// <summary>A row of items that wait for each other is shorter than this.</summary>
    private const int RoundsMax = 100;

    private async Task Finish()
    {
        for (int rounds = 0; lives.Values.Any(life => life.Now.IsOpen); rounds++)
        {
            Demand(rounds < RoundsMax, "12", $"no end is in sight of {string.Join(", ", lives.Values.Where(life => life.Now.IsOpen))}");
            foreach (Life life in lives.Values.Where(life => life.Now is { IsOpen: true, IsAssigned: true }).ToList())
            {
                if (!life.Now.IsReported)
                {
                    await Do(
                        new(Now, life.Paper.Agreement, life.Paper.Id, "report", life.ActsFor("owner", life.Now.Owner, Register, Now),
                            "All of it is done."));
                }

                await Do(
                    new(Now, life.Paper.Agreement, life.Paper.Id, "confirm", life.ActsFor("issuer", life.Now.Issuer, Register, Now)));
            }

            await Until(Now + Freed);
        }
    }
}
