namespace FollowUp.Printing;

/// <summary>A paragraph of a cell.</summary>
/// <param name="Style"><c>title</c>, <c>quote</c>, <c>line</c> or <c>small</c>.</param>
/// <param name="Language">Null where it is the column's own.</param>
/// <param name="Entries">Numbers of the journal, which stand behind it.</param>
internal sealed record SheetText(string Text, string Style, string? Language, IReadOnlyList<int> Entries)
{
    public static SheetText Line(string text, IReadOnlyList<int> entries) => new(text, "line", null, entries);
}
