using DurableTask.Core.Exceptions;
using FollowUp.LocalHost.TaskHub;

namespace FollowUp.LocalHost.Engine;

/// <summary>An attempt to create an instance: either it is stored, or another of its id exists.</summary>
internal sealed record StartAttempt(StoredInstance? Stored, InstanceState? Existing)
{
    public OrchestrationAlreadyExistsException AlreadyExists =>
        new($"An orchestration '{Existing!.Id}' exists already, and is {Existing.Status}.");

    public static async Task<StartAttempt> Make(
        HubTable table, InstanceState fresh, Predicate<InstanceState> mayReplace, CancellationToken cancel)
    {
        while (true)
        {
            if (await table.Insert(fresh, cancel) is { } added)
            {
                return new(added, null);
            }

            if (await table.LoadState(fresh.Id, cancel) is not { } there)
            {
                continue;
            }

            if (!mayReplace(there.State))
            {
                return new(null, there.State);
            }

            try
            {
                return new(await Replace(table, there, fresh, cancel), null);
            }
            catch (InstanceConflictException)
            {
                // It was replaced or purged by someone else: look again at what exists now.
            }
        }
    }

    /// <summary>Page numbers go on, so that pages of the replaced instance are not taken for this one's.</summary>
    private static async Task<StoredInstance> Replace(
        HubTable table, (InstanceState State, Azure.ETag Version) there, InstanceState fresh, CancellationToken cancel)
    {
        InstanceState next = fresh with
        {
            FirstPage = there.State.NextPage,
            NextPage = there.State.NextPage,
            OldestPage = there.State.OldestPage,
        };
        InstanceUpdate update = new InstanceUpdate(next, null, []).WithPaging();
        return new(update.State, [], await table.Commit(update.State, there.Version, null, update.Deleted, cancel));
    }
}
