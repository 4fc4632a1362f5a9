using FollowUp.Items;
using FollowUp.Parsing;
using FollowUp.Recipients;
using FollowUp.Storage;
using FollowUp.Timetables;
using NodaTime;

namespace FollowUp.Operations;

/// <summary>Finds who acts, and for whom they stand in today.</summary>
public sealed class ActorResolver(AgreementStore store, PeopleCache peopleCache, TimetableInputsLoader inputs)
{
    /// <summary>
    /// Mostly people do what is theirs to do; for whom they stand in is read only where that does not suffice. Who has a part of
    /// their own may stand in for another as well.
    /// </summary>
    /// <exception cref="NotFoundException">No such agreement or item.</exception>
    /// <exception cref="InvalidInputException">The register does not know them.</exception>
    public async Task<ChangeResult> As(string by, string agreement, string item, Instant now, Func<Actor, Task<ChangeResult>> change, CancellationToken cancel)
    {
        await Demand(by, cancel);
        try
        {
            return await change(new(by));
        }
        catch (ItemRefusedException refused) when (refused.Refusal == Refusal.NotAllowed)
        {
            StoredItem stored = await store.FindVisible(agreement, item, cancel) ?? throw new NotFoundException($"Item {item} of agreement {agreement}");
            return await change(await StandingIn(by, stored.Item, now, cancel));
        }
    }

    /// <exception cref="InvalidInputException">The register does not know them.</exception>
    public async Task<Actor> Of(string by, AgreedItem item, Instant now, CancellationToken cancel)
    {
        await Demand(by, cancel);
        return by == item.Coordinator ? new(by) : await StandingIn(by, item, now, cancel);
    }

    private async Task Demand(string by, CancellationToken cancel)
    {
        if (!await peopleCache.Knows(by, cancel))
        {
            throw new InvalidInputException("/by", $"names no person of the register: {by}");
        }
    }

    private async Task<Actor> StandingIn(string by, AgreedItem item, Instant now, CancellationToken cancel)
    {
        TimetableInputs around = await inputs.Load(item, cancel);
        return new(by, new Deputies(item, around.Contacts, now).Acting());
    }
}
