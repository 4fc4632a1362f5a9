using FollowUp.Storage;
using FollowUp.Storage.Moving;
using FollowUp.Tests.Rig;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Time.Testing;

namespace FollowUp.Tests.Storage.Rig;

/// <summary>Stores as a move knows them.</summary>
internal static class Ends
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static StoreEnd Of(Dump tables, string? name = null, bool isAlone = false) =>
        StoreEnd.Open(name ?? $"{tables.GetHashCode()}", Settings(tables), tables.Store, isAlone);

    /// <summary>As a host opens it.</summary>
    public static TableClients Opened(Dump tables) => new(Settings(tables), tables.Store);

    /// <summary>Ten minutes later, when no host that was there a moment ago counts as one that runs.</summary>
    public static Task<MoveReport> Move(StoreEnd from, StoreEnd to) => Move(from, to, TimeSpan.FromMinutes(10));

    public static Task<MoveReport> Move(StoreEnd from, StoreEnd to, TimeSpan later) =>
        new StoreMove(from, to, new FakeTimeProvider(TimeProvider.System.GetUtcNow() + later), _ => { }).Run(Cancel);

    private static IConfiguration Settings(Dump tables) => new ConfigurationBuilder()
        .AddInMemoryCollection([new(TableClients.ConnectionSetting, tables.Connection)]).Build();
}
