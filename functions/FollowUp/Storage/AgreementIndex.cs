using Azure;
using Azure.Data.Tables;
using FollowUp.Items;
using FollowUp.Recipients;
using NodaTime;
using NodaTime.Text;

namespace FollowUp.Storage;

/// <summary>A day on which something open of an agreement is due, or was when this was written.</summary>
/// <param name="At">When it was last written.</param>
public sealed record DueDay(LocalDate Day, string Agreement, Instant At)
{
    internal ETag Version { get; init; }
}

/// <summary>
/// Where to look, so that nobody has to go through the whole register: which agreements there are, who has a part in which, and on
/// which days something of them is due. Written before what it points to; a row that points to nothing is harmless, since the
/// reader asks the items themselves.
/// </summary>
public sealed class AgreementIndex(TableClients tables)
{
    /// <summary>No id sorts before it.</summary>
    public const string FirstId = "-";

    private TableClient Table => tables.People;

    /// <summary>An agreement with some of its items.</summary>
    public Task AddEntries(string agreement, IReadOnlyCollection<AgreedItem> items, Instant now, CancellationToken cancel) => AddEntries(
        [
            new(TableKeys.Named, TableKeys.Listed(agreement)),
            .. items.SelectMany(PartsIn)
            .GroupBy(part => part.Person, part => part.Owns).Select(its => Part(its.Key, agreement, its.Contains(true))),
            .. items.Where(item => item.IsOpen).Select(item => item.DueOn).Distinct().Select(day => Due(day, agreement, now)),
        ],
        cancel);

    /// <summary>What is to be found elsewhere, or by somebody else, than before.</summary>
    public Task AddEntries(AgreedItem before, AgreedItem item, Instant now, CancellationToken cancel) => AddEntries(
        [
            .. PartsIn(item).Except(PartsIn(before)).Select(part => Part(part.Person, item.Agreement, part.Owns)),
            .. item.DueOn == before.DueOn ? Array.Empty<TableEntity>() : [Due(item.DueOn, item.Agreement, now)],
        ],
        cancel);

    /// <summary>The same of many at once, beside items that are added.</summary>
    public Task AddEntries(
        string agreement, IReadOnlyCollection<AgreedItem> added, IReadOnlyCollection<(AgreedItem Before, AgreedItem After)> changed,
        Instant now, CancellationToken cancel)
    {
        IEnumerable<(string Person, bool Owns)> parts =
            added.SelectMany(PartsIn).Concat(changed.SelectMany(one => PartsIn(one.After).Except(PartsIn(one.Before))));
        IEnumerable<LocalDate> days = added.Where(item => item.IsOpen)
            .Concat(changed.Where(one => one.After.DueOn != one.Before.DueOn).Select(one => one.After)).Select(item => item.DueOn);
        return AddEntries(
            [
                .. parts.GroupBy(part => part.Person, part => part.Owns).Select(its => Part(its.Key, agreement, its.Contains(true))),
                .. days.Distinct().Select(day => Due(day, agreement, now)),
            ],
            cancel);
    }

    /// <summary>All agreements: their ids, in order, from <paramref name="from"/> on. Some may be only about to be registered.</summary>
    public IAsyncEnumerable<string> Agreements(string from, CancellationToken cancel) =>
        Rows(TableKeys.Listed(""), TableKeys.Listed(from), "", cancel).Select(row => row.RowKey.Split('|')[1]);

    /// <summary>The agreements in which somebody has, or had, a part: by id, from <paramref name="from"/> on.</summary>
    public IAsyncEnumerable<string> WithPartOf(string person, string from, CancellationToken cancel) =>
        Rows(TableKeys.Part(person, ""), TableKeys.Part(person, from), "", cancel).Select(row => row.RowKey.Split('|')[1]);

    /// <summary>Those of them in which they own, or owned, something.</summary>
    public IAsyncEnumerable<string> OwnedBy(string person, string from, CancellationToken cancel) =>
        Rows(TableKeys.Part(person, ""), TableKeys.Part(person, from), "Owns eq true", cancel).Select(row => row.RowKey.Split('|')[1]);

    /// <summary>The days before <paramref name="end"/> on which something open may be due, the earliest first.</summary>
    public IAsyncEnumerable<DueDay> DueBefore(LocalDate end, CancellationToken cancel) =>
        Rows(TableKeys.DueDays, TableKeys.DueDays, $"RowKey lt '{TableKeys.DueBefore(end)}'", cancel).Select(DayOf);

    /// <summary>Nothing open is due then, as somebody found; where it was written again meanwhile, it stays.</summary>
    public async Task RemoveDueDay(DueDay day, CancellationToken cancel)
    {
        try
        {
            // The client answers 404 without an exception: that it is gone is what was wanted.
            using Response answer =
                await Table.DeleteEntityAsync(TableKeys.Named, TableKeys.DueOn(day.Day, day.Agreement), day.Version, cancel);
        }
        catch (RequestFailedException failure) when (failure.Status == 412)
        {
            // Something is about to be due that day.
        }
    }

    /// <summary>Whether all that there is stands here; it does not in a store that was begun before there was a catalogue.</summary>
    public async Task<bool> IsComplete(CancellationToken cancel) =>
        (await Table.GetEntityIfExistsAsync<TableEntity>(TableKeys.Named, TableKeys.Complete, cancellationToken: cancel)).HasValue;

    public Task MarkComplete(CancellationToken cancel) => AddEntries([new(TableKeys.Named, TableKeys.Complete)], cancel);

    private async Task AddEntries(IReadOnlyCollection<TableEntity> rows, CancellationToken cancel)
    {
        // All lie in one partition, so that an agreement of a whole ministry costs a request or two.
        foreach (TableEntity[] some in rows.Chunk(AgreementTransaction.RowsMax))
        {
            // Merged, so that whoever owned something once still did when they have another part.
            await Table.SubmitTransactionAsync(
                some.Select(row => new TableTransactionAction(TableTransactionActionType.UpsertMerge, row)), cancel);
        }
    }

    private static IEnumerable<(string Person, bool Owns)> PartsIn(AgreedItem item) =>
        Contacts.PeopleOf(item).Select(person => (person, person == item.Owner));

    private static TableEntity Part(string person, string agreement, bool owns)
    {
        TableEntity row = new(TableKeys.Named, TableKeys.Part(person, agreement));
        if (owns)
        {
            row["Owns"] = true;
        }

        return row;
    }

    private static TableEntity Due(LocalDate day, string agreement, Instant now) =>
        new(TableKeys.Named, TableKeys.DueOn(day, agreement)) { ["At"] = InstantPattern.ExtendedIso.Format(now) };

    private static DueDay DayOf(TableEntity row)
    {
        string[] key = row.RowKey.Split('|');
        Instant at = InstantPattern.ExtendedIso.Parse(row.GetString("At")).Value;
        return new(LocalDatePattern.Iso.Parse(key[1]).Value, key[2], at) { Version = row.ETag };
    }

    private AsyncPageable<TableEntity> Rows(string prefix, string from, string condition, CancellationToken cancel)
    {
        string[] conditions = [TableKeys.In(TableKeys.Named), TableKeys.RowsFrom(prefix), $"RowKey ge '{from}'", condition];
        return Table.QueryAsync<TableEntity>(string.Join(" and ", conditions.Where(one => one.Length > 0)), cancellationToken: cancel);
    }
}
