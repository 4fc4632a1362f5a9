using FollowUp.Items;
using FollowUp.Journal;
using NodaTime;

namespace FollowUp.Reports;

/// <summary>What the journal says of one item up to an instant. Entry and fact of one act bear the same instant.</summary>
/// <param name="All">In the order of their numbers.</param>
public sealed record ItemEntries(IReadOnlyList<Entry> All)
{
    /// <summary>The numbers under which the item came in; none where it had not, by then.</summary>
    public IReadOnlyList<int> Accepted =>
        [.. All.Where(entry => entry.Event is EventNames.Registered or EventNames.Assigned).Take(1).Select(entry => entry.Seq)];

    public IReadOnlyList<int> Assigned => Numbers(entry => entry.Event == EventNames.Assigned);

    /// <summary>What came after that instant, the latest first: by it what was put right since is as it was.</summary>
    public IReadOnlyList<Entry> Later { get; private init; } = [];

    public static ItemEntries Of(IEnumerable<Entry> ofItem, Instant asOf)
    {
        ILookup<bool, Entry> isLater = ofItem.OrderBy(entry => entry.Seq).ToLookup(entry => entry.At > asOf);
        return new([.. isLater[false]]) { Later = [.. isLater[true].Reverse()] };
    }

    /// <summary>What somebody did at that very instant.</summary>
    public IReadOnlyList<int> At(Instant at, string @event) => Numbers(entry => entry.At == at && entry.Event == @event);

    /// <summary>
    /// By what the due date moved. Where a report ended the waiting, its entry stands for that as well: there is no other.
    /// </summary>
    public IReadOnlyList<int> Of(DueChange change) => Numbers(entry => entry.At == change.At && entry.Event == change.Cause switch
    {
        DueChangeCause.Extension => EventNames.ExtensionGranted,
        DueChangeCause.Rescheduled => EventNames.Rescheduled,
        _ when All.Any(other => other.At == change.At && other.Event == EventNames.Resumed) => EventNames.Resumed,
        _ => EventNames.Reported,
    });

    /// <summary>Where the due date that holds was set.</summary>
    public IReadOnlyList<int> OfDueDate(AgreedItem item) => item.DueChanges is [.., var last] ? Of(last) : Accepted;

    private int[] Numbers(Func<Entry, bool> which) => [.. All.Where(which).Select(entry => entry.Seq)];
}
