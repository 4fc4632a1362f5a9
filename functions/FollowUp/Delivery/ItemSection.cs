namespace FollowUp.Delivery;

/// <summary>All that a letter says about one item, in words; text and HTML are laid out from the same.</summary>
/// <param name="Kind">Of its most consequential notice.</param>
/// <param name="Clause">Null where there is none, or no room for it.</param>
/// <param name="Lines">Sentences, a paragraph each; never empty.</param>
/// <param name="Small">What explains how the notice came, the same way.</param>
internal sealed record ItemSection(
    string Kind, string Heading, string Title, string Agreement, string? Clause, string? ClauseQuoted, string? ClauseNote,
    IReadOnlyList<string> Lines, IReadOnlyList<string> Small, IReadOnlyList<SectionLink> Answers, SectionLink Board);

/// <summary>Where its reader may look at it, or do something about it.</summary>
/// <param name="Line">Words and address, as the text has them.</param>
internal sealed record SectionLink(string Words, string Line, string Url);
