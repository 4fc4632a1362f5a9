namespace FollowUp.Printing;

/// <summary>A table: what leads each row, and beside it the same in each language.</summary>
/// <param name="Kind"><c>figures</c>, <c>dates</c>, <c>items</c> or <c>changes</c>.</param>
/// <param name="Lead">Above the first column; in each language.</param>
/// <param name="Headings">Above the others: one for each language.</param>
internal sealed record SheetTable(
    string Kind, IReadOnlyList<string> Lead, IReadOnlyList<string> Headings, IReadOnlyList<SheetRow> Rows);

/// <param name="Lead">A number; days are written by each language for itself, so that there may be several.</param>
/// <param name="Cells">One for each language.</param>
/// <param name="Link">Where the board shows it, and its journal.</param>
internal sealed record SheetRow(IReadOnlyList<string> Lead, IReadOnlyList<IReadOnlyList<SheetText>> Cells, string Link);
