using FollowUp.Agreements;
using FollowUp.Items;
using FollowUp.Journal;
using NodaTime;

namespace FollowUp.Reports;

/// <summary>
/// An item as it stood at an instant. Each fact of its row bears the instant at which it became one, and none is ever taken back; what a
/// row keeps the last of alone, its receipt and its words, and since when the item is there, the journal has. Warnings of that time are
/// nowhere, and left out.
/// </summary>
public static class ItemHistory
{
    /// <summary>Null where it was not registered by then.</summary>
    /// <param name="entries">Of the item, by that instant.</param>
    public static AgreedItem? AsOf(AgreedItem item, ItemEntries entries, Instant asOf) => entries.Accepted is []
        ? null
        : Worded(item, entries).WithPeopleAsOf(asOf) with
        {
            AmendedAt = entries.All.LastOrDefault(entry => entry.Event == EventNames.Amended)?.At,
            Owner = item.HandOvers.FirstOrDefault(handOver => handOver.At > asOf)?.From ?? item.Owner,
            DueOn = item.DueOnAt(asOf),
            AssignedAt = entries.Assigned is [] ? null : item.AssignedAt,
            Receipt = ReceiptAsOf(entries),
            Progress = [.. item.Progress.Where(word => word.At <= asOf)],
            EvidenceFiles = [.. item.EvidenceFiles.Where(file => file.At <= asOf)],
            Completion = CompletionAsOf(item, asOf),
            Returns = [.. item.Returns.Where(returned => returned.At <= asOf)],
            Confirmation = item.Confirmation?.At <= asOf ? item.Confirmation : null,
            Withdrawal = item.Withdrawal?.At <= asOf ? item.Withdrawal : null,
            Extensions = [.. item.Extensions.Where(asked => asked.At <= asOf).Select(asked => AsOf(asked, asOf))],
            Suspensions = [.. item.Suspensions.Where(waited => waited.At <= asOf).Select(waited => AsOf(waited, asOf))],
            Questions = [.. item.Questions.Where(asked => asked.At <= asOf).Select(asked => AsOf(asked, asOf))],
            Escalations = [.. item.Escalations.Where(escalated => escalated.At <= asOf)],
            HandOvers = [.. item.HandOvers.Where(handOver => handOver.At <= asOf)],
            DueChanges = [.. item.DueChanges.Where(change => change.At <= asOf)],
            Stages = [.. item.Stages.Select(stage => stage.Done?.At <= asOf ? stage : stage with { Done = null })],
            Rebases = [.. item.Rebases.Where(rebase => rebase.At <= asOf)],
            Recurrence = item.Recurrence is { Ended: { } end } round && end.At > asOf ? round with { Ended = null } : item.Recurrence,
            ToldLate = [],
            Warnings = [],
            NextAt = null,
        };

    /// <summary>The row has the wording that holds; the one before stands in the entry by which it was put right.</summary>
    private static AgreedItem Worded(AgreedItem item, ItemEntries entries) => entries.Later
        .Where(entry => entry.Event == EventNames.Amended)
        .Select(entry => JournalPhrases.Read(entry)?.Args).OfType<IReadOnlyDictionary<string, object>>()
        .Aggregate(item, (shown, said) => Worded(shown, (string)said["field"], said["was"] is string { Length: > 0 } was ? was : null));

    private static AgreedItem Worded(AgreedItem item, string field, string? was) => field switch
    {
        AmendedField.Kind => item with { Kind = was ?? item.Kind },
        AmendedField.Number => item with { Number = was },
        AmendedField.Clause => item with { Clause = was },
        _ => Wording.Languages.FirstOrDefault(one => AmendedField.TitleIn(one) == field) is { } language
            ? item with { Title = item.Title.With(language, was) }
            : item,
    };

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

    private static Question AsOf(Question asked, Instant asOf) => asked.Reply?.At <= asOf ? asked : asked with { Reply = null };

    private static Suspension AsOf(Suspension waited, Instant asOf) =>
        waited.Ended?.At <= asOf ? waited : waited with { Ended = null };
}
