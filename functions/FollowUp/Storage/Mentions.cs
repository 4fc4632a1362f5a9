using Azure.Data.Tables;
using FollowUp.Following;
using FollowUp.Items;

namespace FollowUp.Storage;

/// <summary>
/// Who has a part in which agreement: what has to be looked at when they change. Written before what it points to, and never
/// removed; a row that points to nothing is harmless, since the reader asks the items themselves.
/// </summary>
public sealed class Mentions(Tables tables, ReferenceData data, AgreementFiles files)
{
    /// <summary>All lie in one partition, so that an agreement of a whole ministry costs one request.</summary>
    private const int RowsPerRequest = 100;

    private const int ReadAtOnce = 8;

    private TableClient Table => tables.People;

    public async Task Put(string agreement, IEnumerable<string> people, CancellationToken cancel)
    {
        foreach (string[] some in people.Distinct().Chunk(RowsPerRequest))
        {
            await Table.SubmitTransactionAsync(
                some.Select(person => new TableTransactionAction(TableTransactionActionType.UpsertReplace, new TableEntity(Keys.Named, Keys.Mention(person, agreement)))), cancel);
        }
    }

    /// <summary>The items whose moments are counted by one of <paramref name="people"/>, and of which something may still have to be said.</summary>
    public async Task<IReadOnlyList<ItemRef>> Of(IEnumerable<string> people, CancellationToken cancel)
    {
        HashSet<string> named = [.. people];

        // An item names the other side; who of ours asks them, their own row says.
        named.UnionWith((await data.People(cancel)).Where(person => person.Contact is { } ours && named.Contains(ours)).Select(person => person.Id).ToList());
        List<AgreedItem> items = [];
        HashSet<string> agreements = [];
        foreach (string person in named)
        {
            agreements.UnionWith(await Agreements(person, "", cancel));
        }

        foreach (string[] some in agreements.Chunk(ReadAtOnce))
        {
            items.AddRange((await Task.WhenAll(some.Select(agreement => files.Unfinished(agreement, cancel)))).SelectMany(its => its));
        }

        return [.. items.Where(item => Contacts.Of(item).Any(named.Contains)).Select(item => new ItemRef(item.Agreement, item.Id))];
    }

    /// <summary>The agreements that one has, or had, a part in: by id, those from <paramref name="first"/> on.</summary>
    public async Task<IReadOnlyList<string>> Agreements(string person, string first, CancellationToken cancel)
    {
        List<string> agreements = [];
        string query = $"{Keys.In(Keys.Named)} and {Keys.RowsFrom(Keys.Mention(person, ""))} and RowKey ge '{Keys.Mention(person, first)}'";
        await foreach (TableEntity row in Table.QueryAsync<TableEntity>(query, select: ["RowKey"], cancellationToken: cancel))
        {
            agreements.Add(row.RowKey.Split('|')[1]);
        }

        return agreements;
    }
}
