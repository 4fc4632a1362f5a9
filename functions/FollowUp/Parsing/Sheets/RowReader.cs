using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using FollowUp.Agreements;
using FollowUp.Faults;
using FollowUp.Items;
using FollowUp.Values;
using NodaTime.Text;

namespace FollowUp.Parsing.Sheets;

/// <summary>
/// Reads a row as the item that it would be: turned into the JSON that a register would write, and read by the same rules, so that a cell
/// is refused where the field of a body is, in the same words.
/// </summary>
public sealed class RowReader
{
    /// <summary>Between ids in one cell.</summary>
    private static readonly char[] IdSeparators = [',', ';', '，', '；', '、', ' ', '\n', '\r'];

    /// <summary>A row without anything of its own, which gets what holds for all.</summary>
    private static readonly SheetRow Nothing = new(0, []);

    private readonly SheetTable table;
    private readonly SheetOptions options;
    private readonly PersonNames people;
    private readonly Agreement agreement;
    private readonly ParseContext context;
    private readonly DateColumn dates;

    /// <param name="context">Hears what is wrong: with pointers of the form <c>/rows/7/owner</c>.</param>
    public RowReader(SheetTable table, SheetOptions options, PersonNames people, Agreement agreement, ParseContext context)
    {
        (this.table, this.options, this.people, this.agreement, this.context) = (table, options, people, agreement, context);
        dates = new(table.Rows.Select(row => table.Cell(row, SheetColumns.DueOn)), options.DateOrder);
    }

    public static string PointerOf(SheetRow row) => $"/rows/{row.Number}";

    /// <summary>The place in a row that a column is read into, as a pointer has it.</summary>
    public static string PointerOf(SheetRow row, string field) => $"{PointerOf(row)}/{field.Replace('.', '/')}";

    /// <summary>The row that a pointer leads into; 0 where it leads into none.</summary>
    public static int NumberOf(string pointer) => pointer.Split('/') is ["", "rows", var number, ..]
        ? int.Parse(number, NumberStyles.None, CultureInfo.InvariantCulture) : 0;

    /// <summary>The column that a pointer into a row means.</summary>
    public static string FieldOf(string pointer) => pointer.Split('/') switch
    {
        [_, _, _, "title", var language, ..] => $"title.{language}",
        [_, _, _, "title"] => SheetColumns.TitleEn,
        [_, _, _, var field, ..] => field,
        _ => "",
    };

    /// <summary>
    /// The item that the row describes. Where it is one that is there, what the file has no column for is as it is there.
    /// </summary>
    /// <param name="id">Of the item.</param>
    /// <param name="known">The item that is there; null for a new one.</param>
    public ItemDraft Read(SheetRow row, string id, AgreedItem? known)
    {
        AddFailedCells(row);
        JsonObject item = new() { ["id"] = id, ["title"] = Title(row, known) };
        Put(SheetColumns.Number, known?.Number, text => text);
        Put(SheetColumns.Kind, known?.Kind, KindNames.Read);
        Put(SheetColumns.Clause, known?.Clause, text => text);
        Put(SheetColumns.Owner, known?.Owner, text => Person(row, SheetColumns.Owner, text));
        Put(SheetColumns.Issuer, known?.Issuer, text => Person(row, SheetColumns.Issuer, text));
        Put(SheetColumns.Counterpart, known?.Counterpart, text => Person(row, SheetColumns.Counterpart, text));
        Put(SheetColumns.TimeZone, known?.TimeZone, text => text);
        Put(SheetColumns.Plan, known?.Plan.Id, text => text);
        PutDate(item, row, known);
        PutList(item, row, SheetColumns.Supporting, known?.Supporting,
            cell => PersonNames.Split(cell).Select(name => Person(row, SheetColumns.Supporting, name)));
        PutList(item, row, SheetColumns.Calendars, known?.Calendars.Select(calendar => calendar.Id),
            cell => cell.Split(IdSeparators, StringSplitOptions.RemoveEmptyEntries));
        return ItemParser.Parse(new(context, PointerOf(row), JsonSerializer.SerializeToElement(item)), agreement);

        void Put(string field, string? there, Func<string, string> read)
        {
            // What the item has is an id already, and somebody else may be called like it.
            if (Value(row, field, there, known is not null) is { Length: > 0 } text)
            {
                item[field] = ReferenceEquals(text, there) ? there : read(text);
            }
        }
    }

    /// <summary>Why a row changes what is registered; null where nothing says it.</summary>
    public string? Reason(SheetRow row)
    {
        string text = Text(row, SheetColumns.Reason) is { Length: > 0 } own
            ? own : options.Every.GetValueOrDefault(SheetColumns.Reason, "");
        if (text.Length == 0)
        {
            return null;
        }

        string kept = TextRules.Normalize(text, isLine: false);
        string? wrong = kept.Length > Limits.Text
            ? FieldFaults.TooLong.Fill(kept.Length, Limits.Text) : TextRules.Fault(kept, isLine: false);
        if (wrong is not null)
        {
            context.AddFault(PointerOf(row, SheetColumns.Reason), wrong);
        }

        return kept;
    }

    /// <summary>Reads what holds for all: each by itself, since what it goes with is said by rows.</summary>
    public void ReadEvery()
    {
        foreach (KeyValuePair<string, string> one in options.Every)
        {
            RowReader alone =
                new(table, options with { Every = new Dictionary<string, string>([one]) }, people, agreement, context);
            _ = alone.Read(Nothing, "every", null);
            _ = alone.Reason(Nothing);
        }
    }

    /// <summary>Whether what is wrong there is what holds for all, once <see cref="ReadEvery"/> has read it.</summary>
    public static bool IsOfEvery(string pointer, string field) =>
        pointer == PointerOf(Nothing, field) || pointer.StartsWith($"{PointerOf(Nothing, field)}/", StringComparison.Ordinal);

    /// <summary>What a formula failed to say must not be stored as if somebody had said it.</summary>
    private void AddFailedCells(SheetRow row)
    {
        foreach (string field in table.Columns.Keys.Where(field => table.Cell(row, field).IsError))
        {
            context.AddFault(PointerOf(row, field), SheetFaults.CellFailed.Fill(table.Cell(row, field).Text));
        }
    }

    private string Text(SheetRow row, string field) => table.Cell(row, field).Text;

    private JsonObject Title(SheetRow row, AgreedItem? known)
    {
        JsonObject title = [];
        foreach (string language in Wording.Languages)
        {
            if (Value(row, $"title.{language}", known?.Title.In(language), known is not null) is { Length: > 0 } text)
            {
                title[language] = text;
            }
        }

        return title;
    }

    /// <summary>The cell; else, for a new item, what holds for every row; for one that is there, what it has.</summary>
    private string? Value(SheetRow row, string field, string? known, bool isKnown)
    {
        SheetCell cell = table.Cell(row, field);
        if (!cell.IsBlank)
        {
            return cell.Text;
        }

        if (isKnown && known is { Length: > 0 })
        {
            CheckEmptied(row, field, known);
        }

        return isKnown ? known : options.Every.GetValueOrDefault(field);
    }

    /// <summary>What is filled in for whoever leaves it open was never taken away.</summary>
    private void CheckEmptied(SheetRow row, string field, string known)
    {
        bool isFilledIn = field is SheetColumns.Plan or SheetColumns.TimeZone or SheetColumns.Calendars || options.Every.ContainsKey(field);
        if (table.Has(field) && !isFilledIn)
        {
            context.AddFault(PointerOf(row, field), SheetFaults.Emptied.Fill(known));
        }
    }

    private void PutDate(JsonObject item, SheetRow row, AgreedItem? known)
    {
        string? due = known is null ? null : LocalDatePattern.Iso.Format(known.DueOn);
        SheetCell cell = table.Cell(row, SheetColumns.DueOn);
        if (Value(row, SheetColumns.DueOn, due, known is not null) is not { Length: > 0 } text)
        {
            return;
        }

        (NodaTime.LocalDate? day, string? wrong) = dates.Read(cell.IsBlank ? new(text) : cell);
        if (wrong is not null)
        {
            context.AddFault(PointerOf(row, SheetColumns.DueOn), wrong);
        }

        // A faulty row is not used; this keeps a second fault from being found in the same cell.
        item[SheetColumns.DueOn] = LocalDatePattern.Iso.Format(day ?? agreement.SignedOn);
    }

    private void PutList(
        JsonObject item, SheetRow row, string field, IEnumerable<string>? known, Func<string, IEnumerable<string>> read)
    {
        SheetCell cell = table.Cell(row, field);
        string[] there = [.. known ?? []];
        if (cell.IsBlank && there.Length > 0)
        {
            CheckEmptied(row, field, string.Join(", ", there));
        }

        string text = cell.IsBlank && known is null ? options.Every.GetValueOrDefault(field, "") : cell.Text;
        IEnumerable<string> all = text.Length > 0 ? read(text) : there;
        item[field] = new JsonArray([.. all.Select(one => (JsonNode)one)]);
    }

    /// <summary>The id of the one who is meant; whoever coordinates stands in the place of one who is not found.</summary>
    private string Person(SheetRow row, string field, string text)
    {
        IReadOnlyList<string> found = people.Find(text);
        if (found.Count != 1)
        {
            context.AddFault(
                PointerOf(row, field),
                found.Count == 0 ? SheetFaults.NobodyCalled.Fill(SheetLimits.Shown(text))
                    : SheetFaults.SeveralCalled.Fill(SheetLimits.Shown(text), found));
        }

        return found.Count == 1 ? found[0] : agreement.Coordinator;
    }
}
