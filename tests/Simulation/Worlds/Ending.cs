using NodaTime;

namespace FollowUp.Simulation.Worlds;

/// <summary>How a world ends: whatever was wrong ends first, then there is time for everything to come right.</summary>
public sealed partial class World
{
    private static readonly Duration Calm = Duration.FromDays(3);

    public async Task Rest(Instant end)
    {
        houses.ForEach(house => house.Wire.Disarm());
        Mailbox.Around = _ => { };
        Mailbox.Mute = 0;
        await Until(Instant.Max(end, Now));
        while (returns.Count > 0)
        {
            await Until(returns.Min(one => one.At));
        }

        await Until(Now + Calm);
    }

    public void Count()
    {
        (Tally.Worlds, Tally.Lives) = (1, lives.Count);
        Tally.ItemDays = lives.Values.Sum(life => (Now - life.Eras[0].From).TotalDays);
        (Tally.Letters, Tally.Notices) = (Mailbox.Arrived.Count, Mailbox.Arrived.Sum(arrival => arrival.Letter.Notices.Count));
        Tally.Requests += houses.Sum(house => house.Wire.Requests);
    }
}
