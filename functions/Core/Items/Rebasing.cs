using FollowUp.Faults;
using FollowUp.Plans;
using NodaTime;

namespace FollowUp.Items;

/// <summary>How an item gets newer revisions of what it was frozen to.</summary>
public static class Rebasing
{
    /// <summary>A plan that was changed for a running item fifty times was never one.</summary>
    public const int RebasesMax = 50;

    /// <summary>The coordinator moves it to these revisions. Where it has them already, nothing changes.</summary>
    public static AgreedItem RebaseTo(this AgreedItem item, Actor by, Instant at, Revisions revisions)
    {
        Permission.Demand(item, by, "re-based", Role.Coordinator);
        AgreedItem rebased = item.FreezeTo(revisions);
        return item switch
        {
            _ when rebased.Terms().SequenceEqual(item.Terms()) => item,
            { IsOpen: false } => throw ItemRefusedException.NotNow(item, "re-based"),
            { Rebases.Count: >= RebasesMax } =>
                throw ItemRefusedException.NotNow(item, "re-based", StatePhrases.TooManyRebases.Fill(RebasesMax)),
            _ => rebased with { Rebases = [.. item.Rebases, new(by.Person, at, item.Terms(), rebased.Terms())] },
        };
    }

    /// <summary>
    /// The item with the calendars of those who came to it since it was accepted, as they are when they come. The very same item
    /// where it knows them all.
    /// </summary>
    public static AgreedItem FreezeCalendars(this AgreedItem item, IEnumerable<FrozenRevision> theirs)
    {
        List<FrozenRevision> others = [.. theirs.Where(calendar => item.FrozenCalendars.All(known => known.Id != calendar.Id))];
        return others.Count == 0 ? item : item with { RecipientCalendars = [.. item.RecipientCalendars, .. others] };
    }

    /// <summary>The item with these revisions instead of its own, and without a word about it.</summary>
    internal static AgreedItem FreezeTo(this AgreedItem item, Revisions revisions)
    {
        return item with
        {
            Plan = item.Plan with { Revision = revisions.Plan },
            Calendars = [.. item.Calendars.Select(Newest)],
            RecipientCalendars = [.. item.RecipientCalendars.Select(Newest)],
        };

        FrozenRevision Newest(FrozenRevision calendar) => calendar with { Revision = revisions.Calendars[calendar.Id] };
    }

    private static IReadOnlyList<FrozenRevision> Terms(this AgreedItem item) => [item.Plan, .. item.FrozenCalendars];
}
