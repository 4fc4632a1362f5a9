using FollowUp.Values;

namespace FollowUp.Http;

/// <summary>Ids in addresses: what is not of their form names nothing, and never becomes part of a key or a query.</summary>
internal static class RouteIds
{
    /// <exception cref="Storage.NotFoundException">One of them cannot be an id.</exception>
    public static void Demand(string what, params ReadOnlySpan<string> ids)
    {
        foreach (string id in ids)
        {
            if (!Identifier.IsValid(id))
            {
                throw new Storage.NotFoundException(what);
            }
        }
    }

    /// <exception cref="Storage.NotFoundException">It cannot be a calendar's.</exception>
    public static void DemandCalendar(string id)
    {
        if (!CountryCode.IsValid(id))
        {
            throw new Storage.NotFoundException($"Calendar {id}");
        }
    }
}
