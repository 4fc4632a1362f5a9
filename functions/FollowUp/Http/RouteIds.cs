using FollowUp.Faults;
using FollowUp.Parsing;
using FollowUp.Storage;
using FollowUp.Values;

namespace FollowUp.Http;

/// <summary>Ids in addresses. One that is not of the form names nothing, and never becomes part of a key or a query.</summary>
internal static class RouteIds
{
    /// <exception cref="NotFoundException">One of them cannot be an id.</exception>
    public static void Require(string what, params ReadOnlySpan<string> ids)
    {
        foreach (string id in ids)
        {
            if (!Identifier.IsValid(id))
            {
                throw new NotFoundException(what);
            }
        }
    }

    /// <exception cref="NotFoundException">It cannot be a calendar's.</exception>
    public static void RequireCalendar(string id)
    {
        if (!CountryCode.IsValid(id))
        {
            throw new NotFoundException($"Calendar {id}");
        }
    }

    /// <summary>
    /// Records a fault where a body that is put to an address has another id than that; one without has its fault already.
    /// </summary>
    public static void CheckSame(string id, string bodyId, JsonField body)
    {
        if (bodyId.Length > 0 && bodyId != id)
        {
            body["id"].AddFault(RegisterFaults.OtherId.Fill(id));
        }
    }
}
