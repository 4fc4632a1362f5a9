using Microsoft.DurableTask.Client;

namespace FollowUp.LocalHost.Hosting;

/// <summary>The hub's client, for tests and the start program. Functions ask for theirs by <c>[DurableClient]</c>, as on Azure.</summary>
public sealed class LocalTaskHub
{
    internal LocalTaskHub(DurableTaskClient client) => Client = client;

    public DurableTaskClient Client { get; }
}
