using Azure.Data.Tables;
using NodaTime;

namespace FollowUp.Simulation.Worlds;

/// <summary>How a world ends: whatever was wrong ends first, then there is time for everything to come right.</summary>
public sealed partial class World
{
    private static readonly Duration Calm = Duration.FromDays(3);

    private static readonly Duration Slot = Duration.FromMinutes(2);

    /// <summary>
    /// In each of them more may fall due; whatever is still on its way after so many is stuck. A weekly letter is gathered for ten minutes.
    /// </summary>
    private const int SlotsMax = 10;

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
        await Finish();
        await Until(Now + Calm);
        for (int tries = 0; tries < SlotsMax && await IsOnItsWay(); tries++)
        {
            await Until(Now + Slot);
        }
    }

    /// <summary>What was written down in the world's last minute is still in its slot.</summary>
    private ValueTask<bool> IsOnItsWay() =>
        Rows.GetTableClient("Postbag").QueryAsync<TableEntity>(maxPerPage: 1, select: ["PartitionKey"]).AnyAsync();

    public void Count()
    {
        (Tally.Worlds, Tally.Lives) = (1, lives.Count);
        Tally.Waited = lives.Values.Count(life => life.Paper.DependsOn.Count > 0);
        Tally.Freed = lives.Values.Count(life => life.Paper.DependsOn.Count > 0 && life.FoundAt is not null);
        Tally.Crowded = lives.Values.Count(life => life.Now.Parts.GroupBy(part => part).Any(part => part.Skip(1).Any()));
        Tally.CameRound = lives.Values.Count(life => life.Next is not null);
        Tally.ItemDays = lives.Values.Sum(life => (Now - life.Eras[0].From).TotalDays);
        (Tally.Letters, Tally.Notices) = (Mailbox.Arrived.Count, Mailbox.Arrived.Sum(arrival => arrival.Letter.Notices.Count));
        Tally.Requests += houses.Sum(house => house.Wire.Requests);
    }
}
