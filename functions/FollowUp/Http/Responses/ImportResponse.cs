using FollowUp.Agreements;
using FollowUp.Operations.Sheets;
using FollowUp.Parsing;
using FollowUp.Parsing.Sheets;
using NodaTime;

namespace FollowUp.Http.Responses;

/// <summary>What becomes of each row of a spreadsheet, or has become.</summary>
/// <param name="Preview">The token with which it is done; absent where rows are refused.</param>
/// <param name="Columns">Which column has what.</param>
/// <param name="PassedOver">The names of columns that are not read.</param>
/// <param name="Encoding">Of a text; absent for a workbook.</param>
/// <param name="Sheet">Of a workbook; absent for a text.</param>
/// <param name="OtherSheets">Those of the workbook that are shown as well, and not read.</param>
/// <param name="Faults">What is wrong with the file as a whole.</param>
public sealed record ImportResponse(
    Instant Now, string Agreement, string? Preview, bool IsApplied, int Added, int Changed, int Unchanged, int Refused,
    IEnumerable<ImportColumnResponse> Columns, IEnumerable<string> PassedOver, string? Encoding, string? Delimiter, string? Sheet,
    IReadOnlyList<string> OtherSheets,
    IReadOnlyList<string> Header, IReadOnlyList<FaultResponse> Faults, IEnumerable<ImportRowResponse> Rows)
{
    public static ImportResponse Of(ImportPlan plan, bool isApplied)
    {
        SheetTable table = plan.Request.Table;
        return new(
            plan.Now, plan.Head.Agreement.Id, plan.AllFaults.Any() ? null : plan.Token, isApplied,
            plan.Count(RowOutcome.New), plan.Count(RowOutcome.Changed), plan.Count(RowOutcome.Unchanged), plan.Count(RowOutcome.Refused),
            table.Columns.OrderBy(column => column.Value)
                .Select(column => new ImportColumnResponse(column.Key, table.Header[column.Value])),
            table.PassedOver, table.Content.Encoding, table.Content.Delimiter, table.Content.Sheet,
            table.Content.OtherSheets, table.Header,
            [.. plan.Faults.Select(FaultResponse.Of)], plan.Rows.Select(row => ImportRowResponse.Of(row, table)));
    }
}

/// <summary>A column that is read.</summary>
/// <param name="Field">A word of the options <c>column.…</c>.</param>
/// <param name="Name">As it stands in the file.</param>
public sealed record ImportColumnResponse(string Field, string Name);

/// <summary>A row, and what it becomes.</summary>
/// <param name="Row">As spreadsheet programs count, from 1.</param>
/// <param name="Item">The id of the item that it becomes or changes; absent where it is refused and names none.</param>
/// <param name="Notices">How many were sent about it, or are still to come.</param>
/// <param name="FirstAt">The moment of the first of them; absent where there is none.</param>
/// <param name="NextAt">The moment of the next; absent where nothing is left to say.</param>
/// <param name="Cells">What stands in the file; absent but for refused rows.</param>
public sealed record ImportRowResponse(
    int Row, RowOutcome Becomes, string? Item, string? Number, Wording? Title, string? Kind, string? Owner, string? Issuer,
    LocalDate? DueOn, IEnumerable<ImportChangeResponse> Changes, int? Notices, Instant? FirstAt, Instant? NextAt,
    IEnumerable<WarningResponse> Warnings, IEnumerable<ImportFaultResponse> Faults, IEnumerable<string>? Cells)
{
    public static ImportRowResponse Of(ImportRow row, SheetTable table)
    {
        bool isRefused = row.Outcome == RowOutcome.Refused;
        return new(
            row.Row.Number, row.Outcome, isRefused ? row.Known?.Item.Item.Id : row.Draft.Id, row.After?.Number, row.After?.Title,
            row.After?.Kind, row.After?.Owner, row.After?.Issuer, row.After?.DueOn,
            isRefused ? []
                : row.Changes.Select(change => new ImportChangeResponse(change.Field, change.Verb.Event, change.Was, change.Now)),
            row.Timetable?.Notices, row.Timetable?.FirstAt, row.Timetable?.NextAt,
            row.Known is null && row.After is { } item ? item.Warnings.Select(WarningResponse.Of) : [],
            row.Faults.Select(fault => ImportFaultResponse.Of(fault, table)),
            isRefused ? row.Row.Cells.Select(cell => cell.Text) : null);
    }
}

/// <summary>A difference from the register, and what is done about it.</summary>
/// <param name="Event">The journal's word for the verb: rescheduled, handed-over or amended.</param>
public sealed record ImportChangeResponse(string Field, string Event, string? Was, string Now);

/// <summary>What is wrong with a row.</summary>
/// <param name="Column">The name of the column in the file; absent where the file has none for it.</param>
/// <inheritdoc cref="FaultResponse" path="/param"/>
public sealed record ImportFaultResponse(
    string Field, string? Column, string Detail, string? Code, IReadOnlyDictionary<string, object>? Args)
{
    public static ImportFaultResponse Of(Fault fault, SheetTable table)
    {
        string field = RowReader.FieldOf(fault.Pointer);
        FaultResponse said = FaultResponse.Of(fault);
        return new(field, table.NameOf(field), said.Detail, said.Code, said.Args);
    }
}
