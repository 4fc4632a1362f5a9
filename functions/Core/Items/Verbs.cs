using FollowUp.Calendars;
using FollowUp.Faults;
using FollowUp.Plans;
using FollowUp.Values;
using NodaTime;

namespace FollowUp.Items;

/// <summary>
/// What can be done with an item. A verb that already happened changes nothing and returns the very same item, since people
/// and retries repeat themselves; one that the state does not allow refuses.
/// </summary>
public static class Verbs
{
    /// <summary>Whether somebody may add it to its agreement, which its coordinator may.</summary>
    /// <exception cref="ItemRefusedException">They may not.</exception>
    public static void DemandAdding(this AgreedItem item, Actor by) => Permission.Demand(item, by, "added", Role.Coordinator);

    /// <summary>The owner signs that the item arrived.</summary>
    public static AgreedItem Sign(this AgreedItem item, Actor by, Instant at)
    {
        Permission.Demand(item, by, "signed for", Role.Owner);
        return item switch
        {
            { Receipt: not null } => item,
            { IsOpen: false } or { AssignedAt: null } => throw ItemRefusedException.NotNow(item, "signed for"),
            _ => item with { Receipt = new(by.Person, at) },
        };
    }

    /// <summary>Interim word from the owner or a supporting unit; the clock runs on.</summary>
    public static AgreedItem ReportProgress(this AgreedItem item, Actor by, Instant at, string text)
    {
        Permission.Demand(item, by, "reported on", Role.Owner, Role.Supporting);
        return item is { IsOpen: true, AssignedAt: not null }
            ? item with { Progress = [.. item.Progress, new(by.Person, at, text)] }
            : throw ItemRefusedException.NotNow(item, "reported on");
    }

    /// <summary>The owner, or who supports, says that a stage is behind them.</summary>
    /// <param name="stage">One of the item's stages.</param>
    public static AgreedItem FinishStage(this AgreedItem item, Actor by, Instant at, string stage)
    {
        Permission.Demand(item, by, "moved past a stage", Role.Owner, Role.Supporting);
        if (item.Stages.Any(one => one.Id == stage && one.Done is not null))
        {
            return item;
        }

        return item is { IsOpen: true, AssignedAt: not null }
            ? item with { Stages = [.. item.Stages.Select(one => one.Id == stage ? one with { Done = new(by.Person, at) } : one)] }
            : throw ItemRefusedException.NotNow(item, "moved past a stage");
    }

    /// <summary>
    /// The owner says that it is done. The first report stands until the issuer answers it. What is done waits for nobody: a
    /// clock that stood still has run on since.
    /// </summary>
    /// <param name="days">The item's own, to count what it waited.</param>
    public static AgreedItem Report(this AgreedItem item, Actor by, Instant at, Evidence evidence, JointDays days)
    {
        Permission.Demand(item, by, "reported done", Role.Owner);
        return item switch
        {
            { Withdrawal: not null } or { AssignedAt: null } => throw ItemRefusedException.NotNow(item, "reported done"),
            { Completion: not null } => item,
            _ when evidence.Kind == Evidence.File && item.FileOf(evidence.Ref) is null =>
                throw ItemRefusedException.Impossible(item, "/evidence/ref", RegisterFaults.UnknownFile),
            { IsWaiting: true } => item.EndWaiting(by, at, days) with { Completion = new(by.Person, at, evidence) },
            _ => item with { Completion = new(by.Person, at, evidence) },
        };
    }

    /// <summary>The issuer accepts the report, which closes the item.</summary>
    public static AgreedItem Confirm(this AgreedItem item, Actor by, Instant at, string? note)
    {
        Permission.Demand(item, by, "confirmed", Role.Issuer);
        return item switch
        {
            { Confirmation: not null } => item,
            { IsReported: true } => item with { Confirmation = new(by.Person, at, note) },
            _ => throw ItemRefusedException.NotNow(item, "confirmed"),
        };
    }

    /// <summary>The issuer sends the report back with a reason; the item is pending again, its due date as it was.</summary>
    public static AgreedItem SendBack(this AgreedItem item, Actor by, Instant at, string reason)
    {
        Permission.Demand(item, by, "returned", Role.Issuer);
        return item switch
        {
            { IsReported: true } => item with
            {
                Completion = null,
                Returns = [.. item.Returns, new(by.Person, at, reason, item.Completion!)],
            },
            { IsPending: true, Returns: [.., var last] } when TextRules.IsSame(last.Reason, reason) => item,
            _ => throw ItemRefusedException.NotNow(item, "returned"),
        };
    }

    /// <summary>The coordinator takes the item off the list, for a reason. Of a series it is this occurrence alone.</summary>
    public static AgreedItem Withdraw(this AgreedItem item, Actor by, Instant at, string reason)
    {
        Permission.Demand(item, by, "withdrawn", Role.Coordinator);
        return item switch
        {
            { Withdrawal: not null } => item,
            { IsOpen: true } => item with
            {
                Withdrawal = new(by.Person, at, reason) { SeriesGoesOn = item.Recurrence is null ? null : true },
            },
            _ => throw ItemRefusedException.NotNow(item, "withdrawn"),
        };
    }
}
