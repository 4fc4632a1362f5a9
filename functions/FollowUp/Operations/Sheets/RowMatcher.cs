using FollowUp.Faults;
using FollowUp.Parsing;
using FollowUp.Parsing.Sheets;
using FollowUp.Storage;
using FollowUp.Values;

namespace FollowUp.Operations.Sheets;

/// <summary>
/// Finds the item that a row means: by its id, by its external number, or, where it has neither, by saying the same. So a file that is
/// taken in again changes what differs, and adds nothing twice.
/// </summary>
internal sealed class RowMatcher(SheetTable table, IReadOnlyList<LoadedItem> items, ParseContext context)
{
    private readonly Dictionary<string, LoadedItem> byId = items.ToDictionary(one => one.Item.Item.Id);

    private readonly Dictionary<string, LoadedItem> byNumber = items.Where(one => one.Item.Item.Number is not null)
        .DistinctBy(one => SearchText.Fold(one.Item.Item.Number!)).ToDictionary(one => SearchText.Fold(one.Item.Item.Number!));

    private readonly Dictionary<string, int> seen = [];
    private readonly HashSet<string> taken =
        [.. items.Select(one => one.Item.Item.Id), .. table.Rows.Select(row => table.Cell(row, SheetColumns.Id).Text)];

    private int last;

    /// <summary>By id and number; null where neither names one.</summary>
    public LoadedItem? Named(SheetRow row)
    {
        string id = Text(row, SheetColumns.Id), number = Text(row, SheetColumns.Number);
        LoadedItem? numbered = number.Length > 0 ? byNumber.GetValueOrDefault(SearchText.Fold(number)) : null;
        LoadedItem? named = id.Length > 0 ? byId.GetValueOrDefault(id) : null;
        if (numbered is not null && id.Length > 0 && numbered.Item.Item.Id != id)
        {
            Fault(row, SheetColumns.Number, named is null
                ? SheetFaults.NumberTaken.Fill(numbered.Item.Item.Id) : SheetFaults.NumbersDiffer.Fill(numbered.Item.Item.Id, id));
        }

        RequireOnce(row, SheetColumns.Id, id);
        RequireOnce(row, SheetColumns.Number, SearchText.Fold(number));
        return named ?? (id.Length == 0 ? numbered : null);
    }

    /// <summary>What a new item is called: what the file calls it, else the next number that is free.</summary>
    public string NewId(SheetRow row)
    {
        if (Text(row, SheetColumns.Id) is { Length: > 0 } own)
        {
            return own;
        }

        do
        {
            last++;
        }
        while (!taken.Add($"item-{last:0000}"));

        return $"item-{last:0000}";
    }

    /// <summary>An item that says what the row says, where that names none: the row was taken in before.</summary>
    public LoadedItem? Same(SheetRow row, ItemDraft draft)
    {
        if (Text(row, SheetColumns.Id).Length > 0 || Text(row, SheetColumns.Number).Length > 0)
        {
            return null;
        }

        RequireOnce(row, SheetColumns.TitleEn, $"{Fingerprints.HashOf(draft.Title)} {draft.Owner} {draft.DueOn}");
        return items.FirstOrDefault(one => one.Item.Item is { } item && item.Number is null && item.Owner == draft.Owner
            && (item.DueOn == draft.DueOn || item.OriginalDueOn == draft.DueOn) && IsWithin(draft.Title, item.Title));
    }

    /// <summary>A file may have fewer languages than the register.</summary>
    private static bool IsWithin(Agreements.Wording some, Agreements.Wording all) => Agreements.Wording.Languages.All(
        language => some.In(language) is not { } text || (all.In(language) is { } known && TextRules.IsSame(known.Trim(), text.Trim())));

    private void RequireOnce(SheetRow row, string field, string value)
    {
        if (value.Length > 0 && !seen.TryAdd($"{field} {value}", row.Number))
        {
            Fault(row, field, SheetFaults.RowTwice.Fill(seen[$"{field} {value}"]));
        }
    }

    private void Fault(SheetRow row, string field, string detail) => context.AddFault(RowReader.PointerOf(row, field), detail);

    private string Text(SheetRow row, string field) => table.Cell(row, field).Text;
}
