using FollowUp.Delivery.Languages;
using FollowUp.Reports;

namespace FollowUp.Printing;

/// <summary>A report in words, in one language or two of them side by side: what HTML and DOCX lay out alike.</summary>
/// <param name="Titles">One for each language, as all the others.</param>
/// <param name="Facts">As of when, since when, until when.</param>
/// <param name="Notes">How it is to be read, and how to have it again.</param>
internal sealed record ReportSheet(
    IReadOnlyList<Language> Languages, IReadOnlyList<string> Titles, IReadOnlyList<IReadOnlyList<string>> Facts,
    IReadOnlyList<SheetChapter> Chapters, IReadOnlyList<IReadOnlyList<string>> Notes, ReportPeriod Period)
{
    /// <summary>As the file and its window are called.</summary>
    public string Title => string.Join(" · ", Titles);
}

/// <summary>What it says of one agreement.</summary>
/// <param name="Remarks">Where something is to be said of it as a whole; for each language.</param>
internal sealed record SheetChapter(
    IReadOnlyList<SheetText> Headings, IReadOnlyList<SheetTable> Tables, IReadOnlyList<IReadOnlyList<string>> Remarks);
