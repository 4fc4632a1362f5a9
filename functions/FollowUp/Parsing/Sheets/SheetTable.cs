using FollowUp.Faults;

namespace FollowUp.Parsing.Sheets;

/// <summary>A spreadsheet whose columns are known.</summary>
/// <param name="Header">The names of its columns, as they stand there.</param>
/// <param name="Columns">Which column has what: the place of each, by field.</param>
/// <param name="Rows">Below the header, without blank ones.</param>
public sealed record SheetTable(
    SheetContent Content, IReadOnlyList<string> Header, IReadOnlyDictionary<string, int> Columns, IReadOnlyList<SheetRow> Rows)
{
    private const string Column = "column.";

    /// <summary>The names of columns that are not read.</summary>
    public IEnumerable<string> PassedOver => Header.Where((name, at) => name.Length > 0 && !Columns.Values.Contains(at));

    public bool Has(string field) => Columns.ContainsKey(field);

    /// <summary>What a row has there; blank where the file has no such column.</summary>
    public SheetCell Cell(SheetRow row, string field) => Columns.TryGetValue(field, out int at) ? row.At(at) : new("");

    /// <summary>The name of the column that holds a field, for a title in whatever language; null where none does.</summary>
    public string? NameOf(string field) => Find(field) is { } at ? Header[at] : null;

    /// <summary>Where that column stands; behind all others where there is none.</summary>
    public int PlaceOf(string field) => Find(field) ?? Header.Count;

    private int? Find(string field) => Columns.TryGetValue(field, out int at) ? at
        : field.StartsWith("title.", StringComparison.Ordinal)
            && Agreements.Wording.Languages.Select(language => $"title.{language}").FirstOrDefault(Has) is { } other ? Columns[other]
        : null;

    /// <summary>
    /// Finds the line that names the columns, and what each is. Lines above it (a title, who approved it) are not read.
    /// </summary>
    /// <exception cref="InvalidInputException">No column is known, or what is said of them does not fit.</exception>
    public static SheetTable Of(SheetContent content, SheetOptions options)
    {
        List<SheetRow> rows = [.. content.Rows.Where(row => !row.IsBlank)];
        SheetRow header = rows.Take(SheetLimits.LinesAboveHeader)
            .MaxBy(row => options.CountKnown(row.Cells.Select(cell => cell.Text)))
            ?? throw new InvalidInputException("", SheetFaults.NoRows.Text);
        string[] names = [.. header.Cells.Select(cell => cell.Text)];
        rows = [.. rows.SkipWhile(row => row.Number <= header.Number)];
        int cells = rows.Select(row => row.Cells.Count).Append(names.Length).Max();
        return cells > SheetLimits.Columns
            ? throw new InvalidInputException("", SheetFaults.TooManyColumns.Fill(cells, SheetLimits.Columns))
            : new(content, names, Map(names, options), rows);
    }

    private static Dictionary<string, int> Map(string[] names, SheetOptions options)
    {
        ParseContext context = new();
        Dictionary<string, int> columns = [];
        foreach (SheetColumn column in SheetColumns.Read)
        {
            if (PlacesOf(column, names, options, context) is not { } places)
            {
                continue;
            }

            if (places.Length > 1)
            {
                context.AddFault(
                    PointerOf(column.Field), SheetFaults.ColumnTwice.Fill(Shown(places.Select(at => names[at])), column.Field));
            }

            columns[column.Field] = places[0];
        }

        if (columns.Count == 0 && context.Faults.Count == 0)
        {
            context.AddFault("", SheetFaults.NoKnownColumn.Fill(Shown(names)));
        }

        context.ThrowIfFaulty();
        return columns;
    }

    /// <summary>Null where no column is that.</summary>
    private static int[]? PlacesOf(SheetColumn column, string[] names, SheetOptions options, ParseContext context)
    {
        string? said = options.Columns.GetValueOrDefault(column.Field);
        int[] places =
        [
            .. Enumerable.Range(0, names.Length).Where(at => said is not null
                ? SheetOptions.SameName(said, names[at])
                : column.IsCalled(names[at]) && !options.Columns.Values.Any(other => SheetOptions.SameName(other, names[at]))),
        ];
        if (places.Length == 0 && said is not null)
        {
            context.AddFault(PointerOf(column.Field), SheetFaults.ColumnNotThere.Fill(said, Shown(names)));
        }

        return places.Length == 0 ? null : places;
    }

    /// <summary>Where the request says which column is meant.</summary>
    internal static string PointerOf(string field) => $"/{Column}{field}";

    /// <summary>Which column such a pointer means; null where it means none.</summary>
    internal static string? FieldOf(string pointer) =>
        pointer.StartsWith($"/{Column}", StringComparison.Ordinal) ? pointer[(Column.Length + 1)..] : null;

    private static List<string> Shown(IEnumerable<string> names) =>
    [
        .. names.Where(name => name.Length > 0).Take(SheetLimits.Columns).Select(SheetLimits.Shown),
    ];
}
