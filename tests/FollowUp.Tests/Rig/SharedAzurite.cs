[assembly: AssemblyFixture(typeof(FollowUp.Tests.Rig.SharedAzurite))]

namespace FollowUp.Tests.Rig;

/// <summary>The one Azurite of the test run, started when the first town asks for it.</summary>
public sealed class SharedAzurite : IAsyncDisposable
{
    private static readonly Lazy<Task<Azurite>> TheOne = new(() => Azurite.Start("table"));

    internal static async Task<string> NewAccount() => (await TheOne.Value).NewAccount();

    public async ValueTask DisposeAsync()
    {
        if (TheOne.IsValueCreated)
        {
            await (await TheOne.Value).DisposeAsync();
        }
    }
}
