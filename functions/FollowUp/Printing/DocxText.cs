using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace FollowUp.Printing;

/// <summary>
/// Paragraphs in a language: each run says in which, so that spelling is checked and quotation marks are drawn by its rules.
/// </summary>
internal static class DocxText
{
    /// <summary>What stands in a cell, with the numbers of the journal behind it.</summary>
    public static Paragraph Paragraph(SheetText text, string language)
    {
        Paragraph paragraph = Paragraph(StyleOf(text.Style), text.Text, text.Language ?? language);
        if (text.Entries.Count > 0)
        {
            string numbers = $" {string.Join(", ", text.Entries.Select(entry => $"#{entry}"))}";
            paragraph.Append(new Run(new RunProperties(new RunStyle { Val = "Entries" }, Languages("en")), Words(numbers)));
        }

        return paragraph;
    }

    public static Paragraph Paragraph(string style, string text, string language)
    {
        Paragraph paragraph = new(new ParagraphProperties(new ParagraphStyleId { Val = style }));
        Run run = new(Properties(language));
        foreach ((string line, int n) in text.Split('\n').Select((line, n) => (line, n)))
        {
            if (n > 0)
            {
                run.Append(new Break());
            }

            run.Append(Words(line));
        }

        paragraph.Append(run);
        return paragraph;
    }

    /// <summary>Marks that Latin and Chinese share are drawn as Chinese among Chinese.</summary>
    private static RunProperties Properties(string language)
    {
        RunProperties properties = new();
        if (language == "zh")
        {
            properties.Append(new RunFonts { Hint = FontTypeHintValues.EastAsia });
        }

        properties.Append(Languages(language));
        return properties;
    }

    /// <summary>Latin words among Chinese are English, or they would be broken anywhere, as Chinese is.</summary>
    private static Languages Languages(string language) =>
        new() { Val = language switch { "ru" => "ru-RU", _ => "en-GB" }, EastAsia = "zh-CN" };

    private static Text Words(string line) => new(line) { Space = SpaceProcessingModeValues.Preserve };

    private static string StyleOf(string style) =>
        style switch { "title" => "ItemTitle", "quote" => "Clause", "small" => "Note", _ => "Normal" };
}
