using System.Collections.Immutable;
using FollowUp.Tables.Rows;

namespace FollowUp.Tables.Store;

/// <summary>An entry of the list of tables. A table that is deleted and created again has another id.</summary>
internal sealed record TableEntry(long Id, string Name)
{
    /// <summary>What filters over the list of tables look at.</summary>
    public Row Description { get; } = new("", Name, properties: [new("TableName", Name)], Timestamps.Earliest);
}

/// <summary>
/// All tables of an account, by name. Names keep their case and are compared without it. Never changed in place: readers need no lock.
/// </summary>
internal sealed class Catalogue
{
    public static readonly Catalogue Empty = new(ImmutableSortedDictionary.Create<string, TableEntry>(StringComparer.Ordinal));

    private readonly ImmutableSortedDictionary<string, TableEntry> tables;

    private Catalogue(ImmutableSortedDictionary<string, TableEntry> tables) => this.tables = tables;

    public TableEntry? Find(string name) => tables.GetValueOrDefault(Folded(name));

    public Catalogue With(TableEntry table) => new(tables.SetItem(Folded(table.Name), table));

    public Catalogue Without(TableEntry table) => new(tables.Remove(Folded(table.Name)));

    public IEnumerable<TableEntry> From(string name)
    {
        string first = Folded(name);
        return tables.Where(table => string.CompareOrdinal(table.Key, first) >= 0).Select(table => table.Value);
    }

    private static string Folded(string name) => name.ToLowerInvariant();
}
