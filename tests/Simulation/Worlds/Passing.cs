using Azure.Data.Tables;
using NodaTime;

namespace FollowUp.Simulation.Worlds;

/// <summary>How time passes in a world: from one moment at which anything could happen to the next.</summary>
public sealed partial class World
{
    /// <summary>
    /// After a kill or a stall, the other host looks at the lease every ten seconds; after a failed write, the same host at what it wrote.
    /// </summary>
    private static readonly Duration Restless = Duration.FromSeconds(60);

    private static readonly Duration Heartbeat = Duration.FromSeconds(10);

    /// <summary>A minute in which more happens than this has no end.</summary>
    private const int JumpsInAnHourMax = 3_000;

    private static readonly TimeSpan LongestMoment = TimeSpan.FromMinutes(2);

    private readonly List<(Instant At, Func<Task> Do)> returns = [];
    private Instant restlessUntil = Instant.MinValue;

    /// <summary>Time passes, from alarm to alarm.</summary>
    public async Task Until(Instant end)
    {
        await Still();
        Instant hour = Now;
        for (int jumps = 0; await Next(end) is { } next; jumps++)
        {
            if (Now - hour > Duration.FromHours(1))
            {
                (hour, jumps) = (Now, 0);
            }

            Demand(jumps < JumpsInAnHourMax, "rest", $"at {Papers.Form.Short(Now)} it still does not come to rest");
            await Jump(next);
        }

        if (end > Now)
        {
            await Jump(end);
        }
    }

    /// <summary>Completes when nothing is under way on any host; a host that died by then is gone.</summary>
    public async Task Still()
    {
        bool moved;
        do
        {
            await Quiet();
            houses.ForEach(house => house.Wire.DeliverLate());
            moved = false;
            foreach (House dead in houses.Where(house => house.Wire.IsCut).ToList())
            {
                moved = true;
                await Bury(dead);
            }
        }
        while (moved);
    }

    /// <summary>By the clock on the wall: within one moment of the world nothing takes this long that has an end.</summary>
    private async Task Quiet()
    {
        try
        {
            await Task.WhenAll(houses.Select(house => house.Still())).WaitAsync(LongestMoment, TimeProvider.System);
        }
        catch (TimeoutException)
        {
            throw new Laws.LawBrokenException("rest", $"at {Papers.Form.Short(Now)} something goes on and on");
        }
    }

    private async Task Jump(Instant to)
    {
        Tally.Jumps++;
        clock.SetUtcNow(to.ToDateTimeOffset());
        await Still();
        await NoticeGiven();
        foreach ((Instant at, Func<Task> back) in returns.Where(one => one.At <= Now).OrderBy(one => one.At).ToList())
        {
            _ = returns.RemoveAll(one => one.Do == back);
            await back();
            await Still();
        }

        await Notice();
    }

    /// <summary>The next moment at which anything is due, up to <paramref name="end"/>; null when nothing is.</summary>
    private async Task<Instant?> Next(Instant end)
    {
        List<Instant> moments = [.. returns.Select(one => one.At)];
        moments.AddRange(
            houses.Where(house => !house.Wire.IsFrozen).Select(house => house.NextAlarm).OfType<DateTimeOffset>()
                .Select(Instant.FromDateTimeOffset));
        if (Now < restlessUntil || (houses.Count > 1 && await IsSignalled()))
        {
            moments.Add(Now + Heartbeat);
        }

        if (houses.Count > 0 && await SweepFindsSomething() is { } sweep)
        {
            moments.Add(sweep);
        }

        moments = [.. moments.Where(at => at <= end)];
        return moments.Count == 0 ? null : Instant.Max(moments.Min(), Now + Duration.FromTicks(1));
    }

    /// <summary>What one host did, the other hears of with its next heartbeat.</summary>
    private ValueTask<bool> IsSignalled() =>
        Rows.GetTableClient("FollowUpHub").QueryAsync<TableEntity>("PartitionKey eq '~signals'", 1, ["PartitionKey"]).AnyAsync();

    /// <summary>The second clock comes by every minute; here it need only come when there is something to find.</summary>
    private async Task<Instant?> SweepFindsSomething() => new[] { await SweepFinds("Due"), await SweepFinds("Postbag") }.Min();

    private async Task<Instant?> SweepFinds(string table)
    {
        await foreach (TableEntity row in Rows.GetTableClient(table).QueryAsync<TableEntity>(maxPerPage: 1, select: ["PartitionKey"]))
        {
            Instant marked = NodaTime.Text.InstantPattern.CreateWithInvariantCulture("uuuuMMddHHmm").Parse(row.PartitionKey[..12])
                .GetValueOrThrow();
            Instant minute = Now - Duration.FromTicks(Now.ToUnixTimeTicks() % NodaConstants.TicksPerMinute);
            return Instant.Max(marked + Duration.FromMinutes(3), minute + Duration.FromMinutes(1));
        }

        return null;
    }

    /// <summary>A killed host leaves its lease behind, which holds for half a minute.</summary>
    private async Task Bury(House dead)
    {
        _ = houses.Remove(dead);
        await Leave(dead, kill: true);
        Duration down = Duration.Max(Duration.FromSeconds(31), downFor);
        Away(Now, Now + down);
        restlessUntil = Now + Restless;
        if (houses.Count == 0)
        {
            returns.Add((Now + down, Open));
        }
    }

    private void Away(Instant from, Instant to)
    {
        Health.Disturb(from, to + Duration.FromMinutes(1));
        MailHealth.Disturb(from, to + Duration.FromMinutes(1));
    }
}
