[assembly: AssemblyFixture(typeof(FollowUp.LocalHost.Tests.Rig.Storage))]

namespace FollowUp.LocalHost.Tests.Rig;

/// <summary>The one Azurite of the test run. Tests share it and are parted by their hubs.</summary>
public sealed class Storage : IAsyncLifetime
{
    private static Azurite? azurite;
    private static int hubs;

    public static string ConnectionString => azurite!.ConnectionString;

    public static string NewHub() => $"Hub{Interlocked.Increment(ref hubs)}";

    public async ValueTask InitializeAsync() => azurite = await Azurite.Start();

    public ValueTask DisposeAsync() => azurite!.DisposeAsync();
}
