using FollowUp.Simulation.Laws;
using FollowUp.Simulation.Worlds;

namespace FollowUp.Simulation.Scripts;

/// <summary>Plays a script to its end.</summary>
public static class Run
{
    /// <returns>What broke; null when every law held.</returns>
    public static async Task<LawBrokenException?> Of(Script script, Tally tally)
    {
        await using World world = await World.Begin(script.From, script.People, script.Calendars, script.Plans);
        try
        {
            foreach (Step step in script.Steps)
            {
                await world.Play(step);
            }

            await world.Rest(script.To);
            await new Inspection(world).Conclude();
            return null;
        }
        catch (LawBrokenException broken)
        {
            return broken;
        }
        catch (Exception failure)
        {
            // It gets a seed and a shortest story like any other.
            return new("none, but fell over", failure.ToString());
        }
        finally
        {
            world.Count();
            tally.Add(world.Tally);
        }
    }
}
