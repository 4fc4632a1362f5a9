using System.Globalization;
using Azure;
using Azure.Data.Tables;
using FollowUp.Agreements;
using FollowUp.Items;
using FollowUp.Journal;
using FollowUp.Ledger;
using NodaTime.Text;

namespace FollowUp.Storage;

/// <summary>The head of an agreement's partition.</summary>
/// <param name="IsActive">False while its items are still being written: nobody sees it, nothing runs yet.</param>
/// <param name="Items">The ids of its items, in the order of the text.</param>
public sealed record StoredAgreement(Agreement Agreement, IReadOnlyList<string> Items, string Fingerprint, bool IsActive, Chain Journal)
{
    internal ETag Version { get; init; }

    /// <summary>Those of its items that wait, or waited, for others; null where a version wrote it last that did not know.</summary>
    internal IReadOnlyList<string>? Dependent { get; init; }

    /// <summary>What is decided and not all written yet; null where there is nothing of the kind.</summary>
    internal StagedProgress? Staged { get; init; }
}

/// <summary>An item and the version of its row that was read.</summary>
public sealed record StoredItem(AgreedItem Item, string Fingerprint)
{
    internal ETag Version { get; init; }

    /// <summary>Who had been written last when a look of this host settled it as it stands; null where none did.</summary>
    internal string? SettledAfter { get; init; }
}

/// <summary>Rows of the Agreements table to records and back. Every property is written always: a filter on a missing one lies.</summary>
internal static class RowMapping
{
    public static TableEntity Head(StoredAgreement head) =>
        new TableEntity(head.Agreement.Id, TableKeys.Head)
        {
            ["State"] = head.IsActive ? "active" : "importing",
            ["Items"] = string.Join(' ', head.Items),
            ["Dependent"] = head.Dependent is { } dependent ? string.Join(' ', dependent) : null,
            ["Staged"] = head.Staged is { } staged ? string.Create(CultureInfo.InvariantCulture, $"{staged.Pieces} {staged.Done}") : null,
            ["Fingerprint"] = head.Fingerprint,
            ["JournalSeq"] = head.Journal.Seq,
            ["JournalHash"] = head.Journal.Hash,
            ETag = head.Version,
        }.With(head.Agreement);

    public static StoredAgreement Head(TableEntity row) => new(
        row.Read<Agreement>(),
        Ids(row.GetString("Items")),
        row.GetString("Fingerprint"),
        IsActive(row),
        new(row.GetInt32("JournalSeq") ?? 0, row.GetString("JournalHash")))
    {
        Version = row.ETag,
        Dependent = row.GetString("Dependent") is { } dependent ? Ids(dependent) : null,
        Staged = row.GetString("Staged") is { } staged ? Progress(staged) : null,
    };

    public static bool IsActive(TableEntity head) => head.GetString("State") == "active";

    public static TableEntity Item(StoredItem stored) =>
        new TableEntity(stored.Item.Agreement, TableKeys.Item(stored.Item.Id))
        {
            ["Owner"] = stored.Item.Owner,
            ["DueOn"] = LocalDatePattern.Iso.Format(stored.Item.DueOn),
            ["Standing"] = stored.Item.State,
            ["NextAt"] = stored.Item.NextAt is { } next ? InstantPattern.General.Format(next) : "",
            ["Revision"] = stored.Item.Revision,
            ["Fingerprint"] = stored.Fingerprint,
            ETag = stored.Version,
        }.With(stored.Item);

    public static StoredItem Item(TableEntity row) =>
        new(row.Read<AgreedItem>(), row.GetString("Fingerprint")) { Version = row.ETag };

    public static TableEntity Ledger(string agreement, LedgerRow row) =>
        new TableEntity(agreement, TableKeys.Ledger(row.Key)) { ["State"] = row.State.ToString() }.With(row);

    public static TableEntity Entry(Entry entry) =>
        new TableEntity(entry.Agreement, TableKeys.Journal(entry.Seq)) { ["Event"] = entry.Event, ["Item"] = entry.Item ?? "" }.With(entry);

    public static TableEntity Staged(string agreement, int piece, StagedPiece record) =>
        new TableEntity(agreement, TableKeys.Staged(piece)).With(record);

    private static StagedProgress Progress(string row)
    {
        int[] numbers = [.. row.Split(' ').Select(number => int.Parse(number, CultureInfo.InvariantCulture))];
        return new(numbers[0], numbers[1]);
    }

    private static string[] Ids(string row) => row.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
