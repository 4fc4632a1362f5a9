using FollowUp.Storage;

namespace FollowUp.Http;

/// <summary>Loads what an address names.</summary>
internal static class RouteTargets
{
    /// <exception cref="NotFoundException">There is none, or it is not wholly registered yet.</exception>
    public static async Task<StoredAgreement> AgreementAt(this AgreementStore store, string agreement, CancellationToken cancel)
    {
        RouteIds.Require(NameOf(agreement), agreement);
        return await store.LoadAgreement(agreement, Freshness.Current, cancel) is { IsActive: true } found
            ? found
            : throw new NotFoundException(NameOf(agreement));
    }

    /// <exception cref="NotFoundException">There is none, or its agreement is not wholly registered yet.</exception>
    public static async Task<LoadedItem> ItemAt(this AgreementStore store, string agreement, string item, CancellationToken cancel)
    {
        RouteIds.Require(NameOf(agreement, item), agreement, item);
        return await store.Load(agreement, item, Freshness.Current, cancel) ?? throw new NotFoundException(NameOf(agreement, item));
    }

    private static string NameOf(string agreement) => $"Agreement {agreement}";

    private static string NameOf(string agreement, string item) => $"Item {item} of agreement {agreement}";
}
