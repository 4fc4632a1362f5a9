using Azure;
using Azure.Data.Tables;

namespace FollowUp.LocalHost.TaskHub;

/// <summary>What a host has of the lease.</summary>
internal enum LeaseClaim
{
    /// <summary>Another host holds it.</summary>
    Denied,

    /// <summary>It held it before, and nobody had it meanwhile.</summary>
    Renewed,

    /// <summary>It holds it from now on: what it knows from before may not be so any more.</summary>
    Acquired,
}

/// <summary>
/// Says which host is the active one. Its holder renews it; one that finds it expired but still its own simply renews, since
/// nobody wanted it meanwhile. A host that has the store to itself need not wait until a dead one's has run out. It keeps two
/// hosts from doing the same work, not from corrupting it: that is what the versions of the instance rows are for.
/// </summary>
internal sealed class Lease(TableClient table, string host, TimeProvider time, bool isOnlyHost)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(30);

    /// <summary>A third of the lifetime: two renewals may fail before anyone else may take over.</summary>
    public static readonly TimeSpan RenewalInterval = TimeSpan.FromSeconds(10);

    /// <summary>
    /// What must be left of it for what is done outside the store, where no version tells two hosts apart: half of it. Heartbeats that are in
    /// time leave more.
    /// </summary>
    private static readonly TimeSpan MarginToAct = TimeSpan.FromSeconds(15);

    /// <summary>In ticks: written by the heartbeat, and read by all who work, at once.</summary>
    private long until;

    /// <summary>Whether it is ours for long enough, by this host's own clock: once it ran out, somebody else may have taken it.</summary>
    public bool IsSafeToAct => (time.GetUtcNow() + MarginToAct).UtcTicks < Interlocked.Read(ref until);

    /// <summary>Takes or renews the lease.</summary>
    public async Task<LeaseClaim> AcquireOrRenew(CancellationToken cancel)
    {
        DateTimeOffset next = time.GetUtcNow() + Lifetime;
        LeaseClaim claim = await TryClaim(next, cancel);
        Interlocked.Exchange(ref until, claim == LeaseClaim.Denied ? 0 : next.UtcTicks);
        return claim;
    }

    private async Task<LeaseClaim> TryClaim(DateTimeOffset next, CancellationToken cancel)
    {
        NullableResponse<TableEntity> found = await table.GetEntityIfExistsAsync<TableEntity>(
            HubKeys.LeasePartition, HubKeys.Lease, cancellationToken: cancel);
        if (!found.HasValue)
        {
            // Should somebody have deleted the whole hub, this makes it anew; else it asks for what is there.
            _ = await table.CreateIfNotExistsAsync(cancel);
            return await TryWrite(next, row => table.AddEntityAsync(row, cancel), cancel) ? LeaseClaim.Acquired : LeaseClaim.Denied;
        }

        TableEntity current = found.Value!;
        bool mine = current.GetString("Holder") == host;
        return !mine && !isOnlyHost && current.GetDateTimeOffset("Until") > time.GetUtcNow() ? LeaseClaim.Denied
            : !await TryWrite(next, row => table.UpdateEntityAsync(row, current.ETag, TableUpdateMode.Replace, cancel), cancel) ? LeaseClaim.Denied
            : mine ? LeaseClaim.Renewed
            : LeaseClaim.Acquired;
    }

    /// <summary>Lets a waiting host take over at once.</summary>
    public async Task Release(CancellationToken cancel)
    {
        NullableResponse<TableEntity> found = await table.GetEntityIfExistsAsync<TableEntity>(
            HubKeys.LeasePartition, HubKeys.Lease, cancellationToken: cancel);
        if (found.HasValue && found.Value!.GetString("Holder") == host)
        {
            await table.DeleteEntityAsync(HubKeys.LeasePartition, HubKeys.Lease, found.Value.ETag, cancel);
        }
    }

    private async Task<bool> TryWrite(DateTimeOffset next, Func<TableEntity, Task> write, CancellationToken cancel)
    {
        try
        {
            await write(new(HubKeys.LeasePartition, HubKeys.Lease) { ["Holder"] = host, ["Until"] = next });
            return true;
        }
        catch (RequestFailedException failure) when (failure.Status is 404 or 409 or 412)
        {
            // Lost to another host, or to the client library having sent our own write twice.
            NullableResponse<TableEntity> winner = await table.GetEntityIfExistsAsync<TableEntity>(
                HubKeys.LeasePartition, HubKeys.Lease, cancellationToken: cancel);
            return winner.HasValue && winner.Value!.GetString("Holder") == host;
        }
    }
}
