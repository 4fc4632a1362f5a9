using FollowUp.Faults;
using FollowUp.Items;
using FollowUp.Parsing;
using FollowUp.Recipients;
using FollowUp.Timetables;
using NodaTime;

namespace FollowUp.Operations;

/// <summary>Finds who acts on an item, and for which of its people they stand in.</summary>
public sealed class ActorResolver(PeopleCache people, TimetableInputsLoader inputs)
{
    /// <exception cref="InvalidInputException">The register does not know them.</exception>
    public async Task DemandKnown(string by, CancellationToken cancel)
    {
        if (!await people.Knows(by, cancel))
        {
            throw new InvalidInputException("/by", RegisterFaults.UnknownActor.Fill(by));
        }
    }

    /// <summary>Whoever has a part of their own may stand in for another as well.</summary>
    public async Task<Actor> Resolve(string by, AgreedItem item, Instant now, CancellationToken cancel)
    {
        TimetableInputs around = await inputs.Load(item, cancel);
        return new(by, new Deputies(item, around.Contacts, now).FindActing());
    }
}
