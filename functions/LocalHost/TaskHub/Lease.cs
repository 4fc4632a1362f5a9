using Azure;
using Azure.Data.Tables;

namespace FollowUp.LocalHost.TaskHub;

/// <summary>
/// Says which host is the active one. Its holder renews it, even when it has expired, as long as no other host has taken it. A host that
/// has the store to itself takes a dead host's lease at once. The lease keeps two hosts from doing the same work; what keeps them from
/// corrupting it are the ETags of the instance rows.
/// </summary>
internal sealed class Lease(TableClient table, string host, TimeProvider time, bool isOnlyHost)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(30);

    /// <summary>A third of the lifetime: two renewals may fail before anyone else may take over.</summary>
    public static readonly TimeSpan RenewalInterval = TimeSpan.FromSeconds(10);

    /// <summary>
    /// How much of it must be left for work outside the store, where no ETag tells two hosts apart: half of it. Heartbeats on time leave
    /// more.
    /// </summary>
    private static readonly TimeSpan MarginToAct = TimeSpan.FromSeconds(15);

    /// <summary>In ticks, read and written atomically: the heartbeat writes it while workers read it.</summary>
    private long until;

    /// <summary>Whether enough of it is left to begin something, by this host's own clock.</summary>
    public bool IsSafeToAct => (time.GetUtcNow() + MarginToAct).UtcTicks < Interlocked.Read(ref until);

    /// <summary>Takes the lease if it is free, or renews it.</summary>
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
            // Creates the table again if somebody has deleted the whole hub.
            _ = await table.CreateIfNotExistsAsync(cancel);
            return await TryWrite(next, row => table.AddEntityAsync(row, cancel), cancel) ? LeaseClaim.Acquired : LeaseClaim.Denied;
        }

        TableEntity current = found.Value!;
        bool mine = current.GetString("Holder") == host;
        return !mine && !isOnlyHost && current.GetDateTimeOffset("Until") > time.GetUtcNow() ? LeaseClaim.Denied
            : !await TryWrite(next, Update, cancel) ? LeaseClaim.Denied
            : mine ? LeaseClaim.Renewed
            : LeaseClaim.Acquired;

        Task Update(TableEntity row) => table.UpdateEntityAsync(row, current.ETag, TableUpdateMode.Replace, cancel);
    }

    /// <summary>Lets a standby host take over at once.</summary>
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
            // Another host was faster, or the client library sent our own write twice.
            NullableResponse<TableEntity> winner = await table.GetEntityIfExistsAsync<TableEntity>(
                HubKeys.LeasePartition, HubKeys.Lease, cancellationToken: cancel);
            return winner.HasValue && winner.Value!.GetString("Holder") == host;
        }
    }
}
