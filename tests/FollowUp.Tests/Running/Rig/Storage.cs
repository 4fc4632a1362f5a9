[assembly: AssemblyFixture(typeof(FollowUp.Tests.Running.Rig.Storage))]

namespace FollowUp.Tests.Running.Rig;

/// <summary>The one Azurite of the test run, started when the first town asks for it.</summary>
public sealed class Storage : IAsyncDisposable
{
    private static readonly Lazy<Task<Azurite>> TheOne = new(Azurite.Start);

    internal static async Task<string> NewAccount() => (await TheOne.Value).NewAccount();

    public async ValueTask DisposeAsync()
    {
        if (TheOne.IsValueCreated)
        {
            await (await TheOne.Value).DisposeAsync();
        }
    }
}
