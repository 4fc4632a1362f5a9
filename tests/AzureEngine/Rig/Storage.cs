[assembly: AssemblyFixture(typeof(FollowUp.AzureEngine.Tests.Rig.Storage))]

namespace FollowUp.AzureEngine.Tests.Rig;

/// <summary>The one Azurite of the test run. Tests share it and are parted by their hubs.</summary>
public sealed class Storage : IAsyncLifetime
{
    static Azurite? azurite;
    static int hubs;

    public static string Connection => azurite!.ConnectionString;

    public static string NewHub() => $"hub{Interlocked.Increment(ref hubs)}";

    public async ValueTask InitializeAsync() => azurite = await Azurite.Start();

    public ValueTask DisposeAsync() => azurite!.DisposeAsync();
}
