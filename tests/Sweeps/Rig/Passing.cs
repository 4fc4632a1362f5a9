using Azure.Data.Tables;
using FollowUp.Simulation.Worlds;

namespace FollowUp.Sweeps.Rig;

/// <summary>How time passes: from alarm to alarm, and minute by minute, since something comes round every minute.</summary>
public sealed partial class Stage
{
    /// <summary>A killed host leaves its lease behind, which holds for half a minute.</summary>
    private static readonly TimeSpan LeaseEnds = TimeSpan.FromSeconds(31);

    /// <summary>For so long after a strike the heartbeat is looked at, which is what makes good a write that failed.</summary>
    private static readonly TimeSpan Restless = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan LongestMoment = TimeSpan.FromMinutes(1);

    /// <summary>
    /// Law 1: the sweep finds within three minutes what everything else lost, and a letter waits for the end of its minute.
    /// </summary>
    private const int QuietMinutes = 5;

    /// <summary>
    /// What has not come to rest by then never does: a person who is marked and not written is looked at after five minutes, a notice after
    /// ten.
    /// </summary>
    private const int MinutesMax = 40;

    private readonly List<Kill> kills = [];
    private DateTimeOffset restlessUntil = DateTimeOffset.MinValue;

    /// <summary>What was known when a host was killed.</summary>
    /// <param name="Letters">How many had arrived.</param>
    /// <param name="Planned">The notices that were written down as still to be sent.</param>
    public sealed record Kill(int Letters, IReadOnlySet<string> Planned);

    public IReadOnlyList<Kill> Kills => kills;

    public Task Until(string moment) => Until(Moments.Of(moment));

    public async Task Minutes(int minutes) => await Until(Now + TimeSpan.FromMinutes(minutes));

    public async Task Until(DateTimeOffset end)
    {
        await Still();
        while (Now < end)
        {
            DateTimeOffset minute = new DateTimeOffset(Now.Ticks - (Now.Ticks % TimeSpan.TicksPerMinute), TimeSpan.Zero).AddMinutes(1);
            List<DateTimeOffset> moments = [end, minute];
            if (House.NextAlarm is { } alarm)
            {
                moments.Add(alarm);
            }

            if (Now < restlessUntil)
            {
                moments.Add(Now + Heartbeat);
            }

            clock.SetUtcNow(moments.Where(moment => moment > Now).Min());
            await Still();
        }
    }

    /// <summary>Completes when nothing is under way any more; a host that died by then has been replaced.</summary>
    public async Task Still()
    {
        while (house is not null)
        {
            await house.Still().WaitAsync(LongestMoment, TimeProvider.System);
            if (!house.Wire.IsCut)
            {
                return;
            }

            await Replace();
        }
    }

    private async Task Replace()
    {
        House dead = House;
        house = null;
        await dead.Kill();
        kills.Add(new(Mailbox.Arrived.Count, scenario.IsOfTheEngine ? new HashSet<string>() : await Ledgers.Planned(this)));
        clock.Advance(LeaseEnds);
        await Open();
    }

    private async Task Rest()
    {
        await Minutes(QuietMinutes);
        late.Arrive();
        for (int minute = 0; minute < MinutesMax && !await IsAtRest(); minute++)
        {
            await Minutes(1);
        }

        Spare();
    }

    private async Task<bool> IsAtRest() => (await Findings.Unrest.Of(this)).Count == 0;

    /// <summary>Every row of a table; none where there is no such table.</summary>
    public async Task<IReadOnlyList<TableEntity>> All(string table)
    {
        List<TableEntity> rows = [];
        try
        {
            await foreach (TableEntity row in Rows.GetTableClient(table).QueryAsync<TableEntity>())
            {
                rows.Add(row);
            }
        }
        catch (Azure.RequestFailedException missing) when (missing.Status == 404)
        {
        }

        return rows;
    }
}
