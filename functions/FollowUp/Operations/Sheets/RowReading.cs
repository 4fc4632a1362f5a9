using FollowUp.Faults;
using FollowUp.Parsing;
using FollowUp.Parsing.Sheets;
using FollowUp.Storage;
using FollowUp.Values;

namespace FollowUp.Operations.Sheets;

/// <summary>Reads all rows of a file against the items that are there, and keeps what is wrong by row.</summary>
internal sealed class RowReading
{
    /// <summary>What an item cannot be without. Its title in one language does.</summary>
    private static readonly string[][] Needed =
    [
        [SheetColumns.TitleEn, SheetColumns.TitleZh, SheetColumns.TitleRu], [SheetColumns.Kind], [SheetColumns.Owner],
        [SheetColumns.Issuer], [SheetColumns.DueOn],
    ];

    private readonly ImportRequest request;
    private readonly StoredAgreement head;
    private readonly IReadOnlyList<LoadedItem> items;
    private readonly ParseContext context;
    private readonly RowReader reader;
    private readonly RowMatcher matcher;

    public RowReading(
        ImportRequest request, StoredAgreement head, IReadOnlyList<LoadedItem> items, PersonNames people, ParseContext context)
    {
        (this.request, this.head, this.items, this.context) = (request, head, items, context);
        reader = new(request.Table, request.Options, people, head.Agreement, context);
        matcher = new(request.Table, items, context);
    }

    public IReadOnlyList<ReadRow> ReadAll()
    {
        reader.ReadEvery();
        return [.. request.Table.Rows.Select(Read)];
    }

    /// <summary>What holds for all must be right though every row should say something else: nothing is passed over.</summary>
    /// <exception cref="InvalidInputException">It is not.</exception>
    public void DemandEvery()
    {
        Fault[] wrong =
        [
            .. request.Options.Every.Keys.SelectMany(field => context.Faults.Where(fault => RowReader.IsOfEvery(fault.Pointer, field))
                .Select(fault => new Fault($"/every.{field}", fault.Detail))).Distinct(),
        ];
        if (wrong.Length > 0)
        {
            throw new InvalidInputException(wrong);
        }
    }

    /// <summary>What is wrong with the file as a whole, once its rows were read.</summary>
    public IReadOnlyList<Fault> FaultsOfFile(IReadOnlyList<ReadRow> rows)
    {
        int added = rows.Count(row => row.Known is null);
        bool isFull = added > 0 && head.Items.Count + added > Limits.Items;
        return
        [
            .. context.Faults.Where(fault => fault.Pointer.Length == 0),
            .. added == 0 ? [] : Missing().Select(fields => new Fault(
                SheetTable.PointerOf(fields[0]), SheetFaults.ColumnMissing.Fill(Common(fields[0]), fields[0]))),
            .. isFull ? [new("", RegisterFaults.AgreementFull.Fill(head.Agreement.Id, Limits.Items))] : Array.Empty<Fault>(),
        ];
    }

    /// <summary>Of each row, by its number; but for what a whole column lacks, which is said once.</summary>
    public ILookup<int, Fault> FaultsOfRows()
    {
        string[] missing = [.. Missing().SelectMany(fields => fields)];
        HashSet<string> failed = [.. context.Faults.Where(IsOfFailedCell).Select(fault => fault.Pointer)];
        return context.Faults.Where(fault => fault.Pointer.Length > 0 && !missing.Contains(RowReader.FieldOf(fault.Pointer)))
            .Where(fault => !failed.Contains(fault.Pointer) || IsOfFailedCell(fault))
            .OrderBy(fault => request.Table.PlaceOf(RowReader.FieldOf(fault.Pointer))).ToLookup(fault => RowReader.NumberOf(fault.Pointer));
    }

    /// <summary>What else is wrong with such a cell follows from that.</summary>
    private static bool IsOfFailedCell(Fault fault) => SheetFaults.CellFailed.Read(fault.Detail) is not null;

    private ReadRow Read(SheetRow row)
    {
        if (request.Table.Cell(row, SheetColumns.Agreement).Text is { Length: > 0 } other && other != head.Agreement.Id)
        {
            context.AddFault(RowReader.PointerOf(row, SheetColumns.Agreement), SheetFaults.OtherAgreement.Fill(head.Agreement.Id));
        }

        LoadedItem? known = matcher.Named(row);
        ItemDraft draft = reader.Read(row, known?.Item.Item.Id ?? matcher.NewId(row), known?.Item.Item);
        if (known is null && matcher.Same(row, draft) is { } same)
        {
            // Read once more as what is there, of which the file may say less.
            known = same;
            draft = reader.Read(row, same.Item.Item.Id, same.Item.Item);
        }

        CheckOccurrence(draft, known);
        return new(row, draft, known, known is null ? null : reader.Reason(row));
    }

    /// <summary>What an occurrence of an item that comes round will be called is kept for it.</summary>
    private void CheckOccurrence(ItemDraft draft, LoadedItem? known)
    {
        if (known is null && ItemDependencyRules.SeriesOf(draft.Id) is { } series
            && items.Any(one => one.Item.Item.Id == series && one.Item.Item.Recurrence is not null))
        {
            ItemDependencyRules.AddOccurrenceIdFault(draft, series, context);
        }
    }

    private IEnumerable<string[]> Missing() => Needed.Where(
        fields => !Array.Exists(fields, field => request.Table.Has(field) || request.Options.Every.ContainsKey(field)));

    /// <summary>No title, and no date, holds for all.</summary>
    private static string? Common(string field) => field is SheetColumns.TitleEn or SheetColumns.DueOn ? null : field;
}
