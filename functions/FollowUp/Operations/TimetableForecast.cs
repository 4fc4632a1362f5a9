using FollowUp.Calendars;
using FollowUp.Items;
using FollowUp.Ledger;
using FollowUp.Phrases;
using FollowUp.Plans;
using FollowUp.Recipients;
using FollowUp.Storage;
using FollowUp.Timetables;
using NodaTime;

namespace FollowUp.Operations;

/// <summary>What a change would do to one item.</summary>
/// <param name="After">The item as it would be.</param>
public sealed record Consequence(AgreedItem Before, AgreedItem After, IReadOnlyList<Difference> Differences);

/// <summary>What was said about an item and will be said as things stand or might stand: the very functions that the clock asks.</summary>
public sealed class TimetableForecast(TimetableInputsLoader inputs)
{
    /// <summary>
    /// The whole timetable of an item, each line still to come with who would really receive it. Of what is due by now only the newest
    /// of each ladder is still said (law 5).
    /// </summary>
    public async Task<IReadOnlyList<ForecastEntry>> Of(
        AgreedItem item, IReadOnlyList<LedgerRow> ledger, HypotheticalData hypothetical, Instant now, CancellationToken cancel)
    {
        TimetableInputs around = await inputs.Load(item, hypothetical, cancel);
        return [.. Of(item, ledger, around, now).Select(foreseen => foreseen with { Entry = foreseen.Entry.WithShift(around) })];
    }

    /// <summary>What its plan says to nobody, since the chain is shorter; null where there is nothing like that.</summary>
    public async Task<string?> Unheard(AgreedItem item, CancellationToken cancel) =>
        Warnings.Unheard(item, (await inputs.Load(item, cancel)).Plan);

    /// <summary>What the calendars of an item say about a day.</summary>
    public async Task<IReadOnlyList<Phrase>> NotesOn(AgreedItem item, LocalDate day, CancellationToken cancel) =>
        DayNotes.Of((await inputs.Load(item, cancel)).Days.Calendars, day);

    /// <summary>What the ledger knows, by moment; explained as data where what it was counted by is still there.</summary>
    public async Task<IReadOnlyList<TimetableEntry>> Written(AgreedItem item, IReadOnlyList<LedgerRow> ledger, CancellationToken cancel)
    {
        TimetableEntry[] entries = [.. ledger.OrderBy(row => row.Planned).Select(TimetableEntry.FromRow)];
        if (!Array.Exists(entries, entry => entry.Row!.Explanation is not null))
        {
            return entries;
        }

        try
        {
            TimetableInputs around = await inputs.Load(item, cancel);
            return [.. entries.Select(entry => entry.WithShift(around))];
        }
        catch (NotFoundException)
        {
            // A store that lost a plan or a calendar has its ledger still, which explains itself in English.
            return entries;
        }
    }

    private static IReadOnlyList<ForecastEntry> Of(AgreedItem item, IReadOnlyList<LedgerRow> ledger, TimetableInputs around, Instant now)
    {
        IReadOnlyList<TimetableEntry> entries = Timetable.Compute(item, around.Plan, around.Days, around.Contacts, ledger, now);
        IReadOnlyList<LedgerRow> looked = Look(item, entries, around, now);
        Dictionary<RungKey, string?> older = looked
            .Where(row => row.State == NoticeState.Superseded).ToDictionary(row => row.Key, row => row.Why);
        return [.. WithReports(entries, item, [.. ledger, .. looked], around, now)
            .Select(entry => older.TryGetValue(entry.Key, out string? why) ? entry with { Skip = why } : entry)
            .Select(entry => new ForecastEntry(entry, ReceiverOf(entry)))];

        // Who had part in it once may have none now; what they were told, the ledger knows.
        Recipient? ReceiverOf(TimetableEntry entry) => entry.Row is not null
            ? null : new Deputies(item, around.Contacts, Instant.Max(entry.DueAt ?? entry.Planned, now)).Resolve(entry);
    }

    /// <summary>With what whoever is away will hear once they are back of what a clock would send to others now.</summary>
    private static IEnumerable<TimetableEntry> WithReports(
        IReadOnlyList<TimetableEntry> entries, AgreedItem item, IReadOnlyList<LedgerRow> ledger, TimetableInputs around, Instant now)
    {
        List<TimetableEntry> reports = [.. Timetable.Compute(item, around.Plan, around.Days, around.Contacts, ledger, now)
            .Where(entry => entry.Key.Ladder == LadderName.Absence && entry.Row is null && !entries.Any(known => known.Key == entry.Key))];
        return reports.Count == 0 ? entries : entries.Concat(reports).OrderBy(entry => entry.Planned);
    }

    /// <summary>
    /// What it would do to an item: of the people at once, of newer terms once it is re-based (law 9), and then of another owner. Its
    /// clock would look after each.
    /// </summary>
    /// <param name="hypothetical">Reference data as it would be.</param>
    /// <param name="rebased">The item as it would be frozen; itself where it would not be re-based.</param>
    /// <param name="owner">Who would own it; null where that stays.</param>
    public async Task<Consequence> Of(
        LoadedItem loaded, HypotheticalData hypothetical, AgreedItem rebased, string? owner, Instant now, CancellationToken cancel)
    {
        AgreedItem before = loaded.Item.Item;
        List<LedgerRow> ledger = [.. loaded.Ledger];
        ledger.AddRange(await Look(before, ledger, hypothetical, now, cancel));
        if (!ReferenceEquals(rebased, before))
        {
            ledger.AddRange(await Passed(before, rebased, ledger, hypothetical, now, cancel));
            ledger.AddRange(await Look(rebased, ledger, hypothetical, now, cancel));
        }

        AgreedItem after = owner is null ? rebased : rebased.HandTo(new(before.Coordinator), now, owner, "");
        ledger.AddRange(await Look(after, ledger, hypothetical, now, cancel));
        IReadOnlyList<ForecastEntry> was = await Of(before, loaded.Ledger, HypotheticalData.None, now, cancel);
        return new(before, after, Difference.Between(was, await Of(after, ledger, hypothetical, loaded.Ledger.Count, now, cancel)));
    }

    /// <summary>What a change by a verb would do to an item. Its clock would look before it, and after.</summary>
    /// <param name="around">What the item depends on as it stands.</param>
    /// <param name="then">The same once it is changed.</param>
    public static Consequence Of(LoadedItem loaded, TimetableInputs around, AgreedItem after, TimetableInputs then, Instant now)
    {
        AgreedItem before = loaded.Item.Item;
        List<LedgerRow> ledger = [.. loaded.Ledger];
        ledger.AddRange(LookAt(before, ledger, around, now));
        ledger.AddRange(LookAt(after, ledger, then, now));
        return new(before, after, Difference.Between(
            Of(before, loaded.Ledger, around, now), Foreseen(after, ledger, loaded.Ledger.Count, then, now)));
    }

    /// <summary>
    /// What the revisions of <paramref name="rebased"/> would have said by now, and the old ones would not: nobody is to hear of it late.
    /// </summary>
    public async Task<IReadOnlyList<LedgerRow>> Passed(
        AgreedItem item, AgreedItem rebased, IReadOnlyList<LedgerRow> ledger, HypotheticalData hypothetical, Instant now,
        CancellationToken cancel)
    {
        HashSet<RungKey> known = [.. (await Of(item, ledger, hypothetical, now, cancel)).Select(foreseen => foreseen.Entry.Key)];
        return
        [
            .. (await Of(rebased, ledger, hypothetical, now, cancel)).Select(foreseen => foreseen.Entry)
                .Where(entry => entry.Planned <= now && !known.Contains(entry.Key))
                .Select(line => line.ToRow(now).WithState(NoticeState.Skipped, now, ReasonPhrases.Rebased.Text)),
        ];
    }

    /// <summary>
    /// The same where the ledger goes on, after <paramref name="written"/> rows, with what a clock would write: that is still to come.
    /// </summary>
    private async Task<IEnumerable<ForecastEntry>> Of(
        AgreedItem item, List<LedgerRow> ledger, HypotheticalData hypothetical, int written, Instant now, CancellationToken cancel)
    {
        return Foreseen(item, ledger, written, await inputs.Load(item, hypothetical, cancel), now);
    }

    private static IEnumerable<ForecastEntry> Foreseen(
        AgreedItem item, List<LedgerRow> ledger, int written, TimetableInputs around, Instant now)
    {
        HashSet<LedgerRow> foreseen =
            new(ledger.Skip(written).Where(row => row.State == NoticeState.Planned), ReferenceEqualityComparer.Instance);
        return Of(item, ledger, around, now).Select(one => one.Entry.Row is { } row && foreseen.Contains(row)
            ? new(one.Entry with { Row = null }, new(around.Contacts[row.SentTo!].Person, row.Trace))
            : one);
    }

    /// <summary>What the item's clock would write down now.</summary>
    private async Task<IReadOnlyList<LedgerRow>> Look(
        AgreedItem item, IReadOnlyList<LedgerRow> ledger, HypotheticalData hypothetical, Instant now, CancellationToken cancel)
    {
        return LookAt(item, ledger, await inputs.Load(item, hypothetical, cancel), now);
    }

    private static IReadOnlyList<LedgerRow> LookAt(
        AgreedItem item, IReadOnlyList<LedgerRow> ledger, TimetableInputs around, Instant now) =>
        Look(item, Timetable.Compute(item, around.Plan, around.Days, around.Contacts, ledger, now), around, now);

    private static IReadOnlyList<LedgerRow> Look(
        AgreedItem item, IReadOnlyList<TimetableEntry> entries, TimetableInputs around, Instant now) =>
        Decision.Decide(now, entries, new Deputies(item, around.Contacts, now).Resolve).Rows;
}
