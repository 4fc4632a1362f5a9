[assembly: AssemblyFixture(typeof(FollowUp.AzureEngine.Tests.Rig.Storage))]

namespace FollowUp.AzureEngine.Tests.Rig;

/// <summary>The one Azurite of the test run. Each hub has an account of its own.</summary>
public sealed class Storage : IAsyncLifetime
{
    private static Azurite? azurite;

    public static EnginePlan NewHub() => new(azurite!.NewAccount());

    public async ValueTask InitializeAsync() => azurite = await Azurite.Start();

    public ValueTask DisposeAsync() => azurite!.DisposeAsync();
}
