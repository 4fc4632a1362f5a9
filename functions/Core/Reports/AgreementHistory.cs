using FollowUp.Agreements;
using FollowUp.Journal;
using NodaTime;

namespace FollowUp.Reports;

/// <summary>An agreement as it read at an instant: what was put right since stands in the journal, with what it was before.</summary>
internal static class AgreementHistory
{
    /// <param name="journal">Of the agreement, all of it.</param>
    public static Agreement AsOf(Agreement agreement, IEnumerable<Entry> journal, Instant asOf) => journal
        .Where(entry => entry is { Item: null, Event: EventNames.Amended } && entry.At > asOf).OrderByDescending(entry => entry.Seq)
        .Select(entry => JournalPhrases.Read(entry)?.Args).OfType<IReadOnlyDictionary<string, object>>()
        .Aggregate(agreement, (shown, said) => shown.Without(
            new(said.GetValueOrDefault("clause") as string, (string)said["field"], (string)said["was"], (string)said["now"])));
}
