using FollowUp.Items;
using FollowUp.Operations;
using FollowUp.Recipients;
using FollowUp.Storage;
using FollowUp.Timetables;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace FollowUp.Access;

/// <summary>Finds what the caller may do with an item now.</summary>
public sealed class OfferedVerbs(TimetableInputsLoader inputs)
{
    /// <returns>Nothing where the store has lost what the item was frozen to: each verb would need it.</returns>
    public async Task<IReadOnlyList<VerbOffer>> Of(HttpContext http, AgreedItem item, Instant now, CancellationToken cancel)
    {
        try
        {
            TimetableInputs around = await inputs.Load(item, cancel);
            return VerbOffers.Of(
                item, AccessGate.Of(http), new Deputies(item, around.Contacts, now).FindActing(), now, new(around.Plan, around.Days));
        }
        catch (NotFoundException)
        {
            return [];
        }
    }
}
