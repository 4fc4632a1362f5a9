using Azure.Data.Tables;
using FollowUp.Items;
using FollowUp.Scheduling;
using FollowUp.Simulation.Scripts;
using Microsoft.DurableTask.Client;
using NodaTime;

namespace FollowUp.Simulation.Worlds;

/// <summary>What can go wrong in a world.</summary>
public sealed partial class World
{
    private Duration downFor;

    private async Task Suffer(Trouble trouble)
    {
        House? host = Awake;
        switch (trouble.Kind)
        {
            case "kill-before" or "kill-after" or "lost" or "late" or "busy" or "busy-obeyed":
                // It strikes (and is counted) when the request comes.
                downFor = trouble.For;
                host?.Wire.Arm(
                    new(trouble.Kind, trouble.Where ?? "any")
                    {
                        After = trouble.Count,
                        Times = trouble.Kind.StartsWith("busy", StringComparison.Ordinal) ? 1 + (trouble.Count % 7) : 1
                    });
                return;
            case "kill" when host is not null:
                downFor = trouble.For;
                host.Wire.Cut();
                await Still();
                break;
            case "outage" when houses.Count > 0:
                await Outage(trouble.For, isHubLost: false);
                break;
            case "hub lost" when houses.Count > 0:
                await Outage(trouble.For, isHubLost: true);
                break;
            case "instances lost" when houses.Count > 0:
                await LoseInstances(trouble.Count);
                break;
            case "instance terminated" when host is not null && LifeOf(trouble) is { } ended:
                await Told(host, client => client.TerminateInstanceAsync(OrchestrationStarter.InstanceIdOf(ended)));
                break;
            case "clock stuck" when host is not null && LifeOf(trouble) is { } stuck:
                await Told(host, client => client.SuspendInstanceAsync(OrchestrationStarter.InstanceIdOf(stuck)));
                Later(trouble.For,
                    () => Awake is { } then ? Told(then, client => client.ResumeInstanceAsync(OrchestrationStarter.InstanceIdOf(stuck)))
                        : Task.CompletedTask);
                Health.Disturb(Now, Now);
                break;
            case "nudged twice" when host is not null && LifeOf(trouble) is { } nudged:
                await Told(
                    host, client => client.RaiseEventAsync(OrchestrationStarter.InstanceIdOf(nudged), OrchestrationNames.Changed, true));
                await Told(
                    host, client => client.RaiseEventAsync(OrchestrationStarter.InstanceIdOf(nudged), OrchestrationNames.Changed, true));
                break;
            case "clock back":
                SetBack(trouble.For);
                break;
            case "clock ahead":
                Away(Now, Now + trouble.For);
                await Jump(Now + trouble.For);
                break;
            case "second host" when houses.Count == 1:
                await SecondHost(trouble.For);
                break;
            case "stall" when host is not null:
                await Stall(host, trouble.For);
                break;
            case "mail delayed":
                DelayMail(trouble.For);
                break;
            case "mail mute":
                Mailbox.Mute += trouble.Count;
                MailHealth.Disturb(Now, Now + trouble.For);
                Later(trouble.For, () => Mailbox.Mute = 0);
                break;
            case "mail refused":
                RefuseMail(trouble.Where!, trouble.For);
                break;
            case "address":
                await Spoil(trouble);
                break;
            case "killed in the mail":
                KillInTheMail(trouble);
                break;
            default:
                return;
        }

        Tally.Fault(trouble.Kind);
    }

    /// <summary>One that hears what it is told; null where all are dead or stand still.</summary>
    private House? Awake => houses.Find(house => !house.Wire.IsFrozen);

    private void Later(Duration after, Action back) => Later(after, () =>
    {
        back();
        return Task.CompletedTask;
    });

    private void Later(Duration after, Func<Task> back) => returns.Add((Now + after, back));

    private async Task Told(House house, Func<DurableTaskClient, Task> tell)
    {
        Health.Disturb(Now, Now);
        try
        {
            await tell(house.Clocks);
        }
        catch (Exception) when (house.Wire.IsCut)
        {
            // It died of something else while it was told, or before.
        }

        await Still();
    }

    private ItemRef? LifeOf(Trouble trouble) =>
        lives.Count == 0 ? null : lives.Values.ElementAt(trouble.Count % lives.Count).Paper is var paper
            ? new(paper.Agreement, paper.Id)
            : null;

    private async Task Outage(Duration duration, bool isHubLost)
    {
        foreach (House house in houses.ToList())
        {
            _ = houses.Remove(house);
            await Leave(house, kill: isHubLost);
        }

        if (isHubLost)
        {
            using Azure.Response gone = await Rows.GetTableClient("FollowUpHub").DeleteAsync();
        }

        Away(Now, Now + duration);
        returns.Add((Now + duration, Open));
    }

    /// <summary>Rows of the hub vanish under a running host, as when somebody purged the wrong thing.</summary>
    private async Task LoseInstances(int pick)
    {
        TableClient hub = Rows.GetTableClient("FollowUpHub");
        List<TableEntity> rows = [];
        await foreach (TableEntity row in hub.QueryAsync<TableEntity>(select: ["PartitionKey", "RowKey"]))
        {
            rows.Add(row);
        }

        foreach (TableEntity row in rows
            .Where(row => !row.PartitionKey.StartsWith('~') && (row.PartitionKey.Sum(letter => letter) + pick) % 3 == 0))
        {
            using Azure.Response gone = await hub.DeleteEntityAsync(row.PartitionKey, row.RowKey);
        }

        Health.Disturb(Now, Now);
        MailHealth.Disturb(Now, Now + Duration.FromMinutes(2));
    }

    /// <summary>Somebody puts the clock right: what it showed, it shows once more.</summary>
    private void SetBack(Duration by)
    {
        Instant from = Now;
        Instant to = from - by;
        clock.AdjustTime(to.ToDateTimeOffset());
        setBacks.Add((from, to));
        Away(to, from);
        registers[^1].SetBack(from, to);
        Addresses.SetBack(from, to);
        foreach (Expected.Life life in lives.Values)
        {
            life.SetBack(from, to);
        }
    }

    private async Task SecondHost(Duration duration)
    {
        await Open();
        House first = houses[0];
        Later(duration, async () =>
        {
            if (houses.Count > 1 && houses.Remove(first))
            {
                await Leave(first, kill: false);
                Away(Now, Now + Restless);
                restlessUntil = Now + Restless;
            }
        });
    }

    /// <summary>A host that stands still, lease and all, and then goes on as if nothing had been.</summary>
    private async Task Stall(House host, Duration duration)
    {
        Instant until = Now + Duration.Max(duration, Duration.FromMinutes(1));
        host.Wire.Freeze();
        Away(Now, until + Restless);
        restlessUntil = Now + Restless;
        Later(until - Now, async () =>
        {
            host.Wire.Thaw();
            restlessUntil = Now + Restless;
            await Still();
        });
        await Still();
    }

    private void DelayMail(Duration duration)
    {
        Mailbox.DelayUntil(Now + duration);

        // Tried again later and later, at most every four hours.
        MailHealth.Disturb(Now, Now + duration + Duration.Min(duration, Duration.FromHours(4)) + Duration.FromMinutes(5));
    }

    private void RefuseMail(string person, Duration duration)
    {
        Mailbox.Refuse(person);
        _ = refusals.Add(person);
        Later(duration, () => Mailbox.Accept(person));
    }

    private void KillInTheMail(Trouble trouble)
    {
        downFor = trouble.For;
        Mailbox.Around = where =>
        {
            if (where == trouble.Where && Awake is { } host)
            {
                Mailbox.Around = _ => { };
                MailHealth.Disturb(Now, Now);
                host.Wire.Cut();
                throw new WireCutException();
            }
        };
    }
}
