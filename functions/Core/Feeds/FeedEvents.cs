using FollowUp.Items;
using FollowUp.Plans;
using NodaTime;

namespace FollowUp.Feeds;

/// <summary>
/// What a calendar has in it: what is open, and for a while what was done, withdrawn or handed over, so that calendar programs strike it
/// out instead of guessing why it is gone.
/// </summary>
/// <param name="LeftOut">How many days there are beside these: calendar programs do not bear any number of them (law 20).</param>
public sealed record FeedEvents(IReadOnlyList<FeedEvent> Shown, int LeftOut)
{
    /// <summary>A program that is opened once a month has heard of it by then.</summary>
    public const int CancelledDays = 30;

    /// <summary>Of what was done in the year before, somebody wants to know when.</summary>
    public const int DoneDays = 366;

    /// <summary>Some megabytes, which every program reads; five years of three hundred open items are fewer.</summary>
    public const int EventsMax = 2_000;

    /// <param name="items">All of the agreements in which they have, or had, a part.</param>
    public static FeedEvents OfPerson(string person, IEnumerable<AgreedItem> items, Instant now) => Of(
        items.SelectMany(item => PartOf(item, person) is { } part ? All(item, part)
            : item.HandOvers.LastOrDefault(handed => handed.From == person) is { } left ? Left(item, left)
            : []),
        now);

    public static FeedEvents OfAgreement(IEnumerable<AgreedItem> items, Instant now) => Of(items.SelectMany(item => All(item, null)), now);

    private static FeedEvents Of(IEnumerable<FeedEvent> events, Instant now)
    {
        FeedEvent[] kept = [.. events.Where(one => IsKept(one, now))];

        // What is open comes first, the nearest day first; of what is over, the newest.
        FeedEvent[] shown =
        [
            .. kept.OrderBy(one => !one.IsOpen).ThenBy(one => one.IsOpen ? one.Day : default).ThenByDescending(one => one.ChangedAt)
                .ThenBy(one => one.Uid, StringComparer.Ordinal).Take(EventsMax),
        ];
        return new([.. shown.OrderBy(one => one.Uid, StringComparer.Ordinal)], kept.Length - shown.Length);
    }

    private static bool IsKept(FeedEvent one, Instant now) =>
        one.IsOpen || one.ChangedAt + Duration.FromDays(one.IsCancelled ? CancelledDays : DoneDays) > now;

    /// <summary>What they have to do with it: whose work it is counts before who gave it.</summary>
    private static string? PartOf(AgreedItem item, string person) =>
        person == item.Owner ? Role.Owner
        : item.Supporting.Contains(person) ? Role.Supporting
        : person == item.Issuer ? Role.Issuer
        : person == item.Coordinator ? Role.Coordinator
        : null;

    private static IEnumerable<FeedEvent> All(AgreedItem item, string? part)
    {
        (FeedState state, Instant changedAt) = (StateOf(item), item.ChangedAt());
        yield return new(item, null, item.DueOn, state, part, changedAt);
        foreach (Stage stage in item.Stages)
        {
            yield return new(item, stage.Id, stage.DueOn, StateOf(stage, state), part, changedAt);
        }
    }

    /// <summary>
    /// For who owned it once and has no other part: as it was when it went to somebody else. A former owner learns nothing more (law 15).
    /// </summary>
    private static IEnumerable<FeedEvent> Left(AgreedItem item, HandOver left)
    {
        LocalDate dueOn = item.DueChanges.LastOrDefault(moved => moved.At <= left.At)?.To ?? item.OriginalDueOn;
        AgreedItem then = item with { DueOn = dueOn, Owner = left.From };
        yield return new(then, null, dueOn, FeedState.HandedOver, Role.FormerOwner, left.At);
        foreach (Stage stage in item.Stages.Where(stage => !(stage.Done?.At <= left.At)))
        {
            yield return new(then, stage.Id, stage.DueOn, FeedState.HandedOver, Role.FormerOwner, left.At);
        }
    }

    private static FeedState StateOf(AgreedItem item) => item switch
    {
        { Withdrawal: not null } => FeedState.Withdrawn,
        { Confirmation: not null } => FeedState.Done,
        { IsReported: true } => FeedState.Reported,
        { AssignedAt: null } => FeedState.NotBegun,
        { IsWaiting: true } => FeedState.Waiting,
        _ => FeedState.Open,
    };

    /// <summary>A stage of what is done is done; of what is reported, it may have been left out.</summary>
    private static FeedState StateOf(Stage stage, FeedState item) =>
        stage.Done is not null && item != FeedState.Withdrawn ? FeedState.Done : item;
}
