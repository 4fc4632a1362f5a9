using FollowUp.Agreements;
using FollowUp.Items;
using FollowUp.Journal;
using NodaTime;

namespace FollowUp.Reports;

/// <summary>
/// An item as it stood at an instant. Each fact of its row bears the instant at which it became one, and none is ever taken back; what a
/// row keeps the last of alone, its receipt and its title, and since when the item is there, the journal has. Warnings of that time are
/// nowhere, and left out.
/// </summary>
public static class ItemHistory
{
    /// <summary>Null where it was not registered by then.</summary>
    /// <param name="entries">Of the item, by that instant.</param>
    public static AgreedItem? AsOf(AgreedItem item, ItemEntries entries, Instant asOf) => entries.Accepted is []
        ? null
        : item.WithPeopleAsOf(asOf) with
        {
            Title = TitleAsOf(item, entries),
            AmendedAt = entries.All.LastOrDefault(entry => entry.Event == EventNames.Amended)?.At,
            Owner = item.HandOvers.FirstOrDefault(handOver => handOver.At > asOf)?.From ?? item.Owner,
            DueOn = item.DueOnAt(asOf),
            AssignedAt = entries.Assigned is [] ? null : item.AssignedAt,
            Receipt = ReceiptAsOf(entries),
            Progress = [.. item.Progress.Where(word => word.At <= asOf)],
            Completion = CompletionAsOf(item, asOf),
            Returns = [.. item.Returns.Where(returned => returned.At <= asOf)],
            Confirmation = item.Confirmation?.At <= asOf ? item.Confirmation : null,
            Withdrawal = item.Withdrawal?.At <= asOf ? item.Withdrawal : null,
            Extensions = [.. item.Extensions.Where(asked => asked.At <= asOf).Select(asked => AsOf(asked, asOf))],
            Suspensions = [.. item.Suspensions.Where(waited => waited.At <= asOf).Select(waited => AsOf(waited, asOf))],
            HandOvers = [.. item.HandOvers.Where(handOver => handOver.At <= asOf)],
            DueChanges = [.. item.DueChanges.Where(change => change.At <= asOf)],
            Stages = [.. item.Stages.Select(stage => stage.Done?.At <= asOf ? stage : stage with { Done = null })],
            Rebases = [.. item.Rebases.Where(rebase => rebase.At <= asOf)],
            ToldLate = [],
            Warnings = [],
            NextAt = null,
        };

    /// <summary>The row has the wording that holds; the one before stands in the entry by which it was put right.</summary>
    private static Wording TitleAsOf(AgreedItem item, ItemEntries entries)
    {
        Wording title = item.Title;
        foreach (IReadOnlyDictionary<string, object> said in entries.Later.Where(entry => entry.Event == EventNames.Amended)
            .Select(entry => JournalPhrases.Read(entry)?.Args).OfType<IReadOnlyDictionary<string, object>>())
        {
            string? was = said["was"] is string { Length: > 0 } before ? before : null;
            string? language = Wording.Languages.FirstOrDefault(one => AmendedField.TitleIn(one) == (string)said["field"]);
            title = language is null ? title : title.With(language, was);
        }

        return title;
    }

    /// <summary>A hand-over takes it off the row; its entry stays.</summary>
    private static Receipt? ReceiptAsOf(ItemEntries entries) =>
        entries.All.LastOrDefault(entry => entry.Event is EventNames.Signed or EventNames.HandedOver) is { Event: EventNames.Signed } signed
            ? new(signed.By ?? "", signed.At)
            : null;

    /// <summary>One that was sent back since stood there until then.</summary>
    private static Completion? CompletionAsOf(AgreedItem item, Instant asOf) =>
        item.Returns.FirstOrDefault(returned => returned.At > asOf) is { } returned
            ? returned.Of.At <= asOf ? returned.Of : null
            : item.Completion?.At <= asOf ? item.Completion : null;

    private static Extension AsOf(Extension asked, Instant asOf) =>
        asked.Decision?.At <= asOf ? asked : asked with { Decision = null };

    private static Suspension AsOf(Suspension waited, Instant asOf) =>
        waited.Ended?.At <= asOf ? waited : waited with { Ended = null };
}
