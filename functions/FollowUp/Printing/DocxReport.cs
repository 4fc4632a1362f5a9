using System.IO.Compression;
using System.Reflection;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using NodaTime.Text;

namespace FollowUp.Printing;

/// <summary>
/// A report as a document for Word and LibreOffice. The same sheet has the same bytes: whatever the format would have of the clock or of
/// chance is fixed.
/// </summary>
internal static class DocxReport
{
    public const string Type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <summary>The first that a ZIP knows: when a file in it was written says nothing.</summary>
    private static readonly DateTimeOffset Written = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] Render(ReportSheet sheet)
    {
        using MemoryStream package = new();
        using (WordprocessingDocument document = WordprocessingDocument.Create(package, WordprocessingDocumentType.Document))
        {
            MainDocumentPart main = document.AddNewPart<MainDocumentPart>($"{Type}.main+xml", "rId1");
            Feed(main.AddNewPart<StyleDefinitionsPart>("rId1"), "styles.xml");
            Feed(main.AddNewPart<DocumentSettingsPart>("rId2"), "settings.xml");
            Feed(main.AddNewPart<FontTablePart>("rId3"), "fontTable.xml");
            main.AddNewPart<FooterPart>("rId4").Footer = DocxLayout.PageFooter(sheet);
            main.Document = new(DocxLayout.Body(sheet, footer: "rId4"));
            Describe(document.AddNewPart<CoreFilePropertiesPart>("rId2"), sheet);
        }

        return Repacked(package);
    }

    private static void Feed(OpenXmlPart part, string file)
    {
        using Stream read = Assembly.GetExecutingAssembly().GetManifestResourceStream($"docx/{file}")
            ?? throw new InvalidOperationException($"{file} is missing from the build.");
        part.FeedData(read);
    }

    /// <summary>What a file manager shows; made when it speaks of, not when somebody asked.</summary>
    private static void Describe(CoreFilePropertiesPart part, ReportSheet sheet)
    {
        const string core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
        const string dublin = "http://purl.org/dc/elements/1.1/", terms = "http://purl.org/dc/terms/";
        string at = InstantPattern.General.Format(sheet.Period.AsOf);
        using System.Xml.XmlWriter xml = System.Xml.XmlWriter.Create(part.GetStream(FileMode.Create));
        xml.WriteStartElement("cp", "coreProperties", core);
        xml.WriteElementString("dc", "title", dublin, sheet.Title);
        xml.WriteElementString("dc", "subject", dublin, $"asOf={InstantPattern.ExtendedIso.Format(sheet.Period.AsOf)}");
        xml.WriteElementString("dc", "creator", dublin, "FollowUp");
        xml.WriteElementString("dc", "language", dublin, string.Join(' ', sheet.Languages.Select(language => language.Id)));
        xml.WriteStartElement("dcterms", "created", terms);
        xml.WriteAttributeString("xsi", "type", "http://www.w3.org/2001/XMLSchema-instance", "dcterms:W3CDTF");
        xml.WriteString(at);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    /// <summary>The same parts in the order of their names, all of them written at the same time.</summary>
    private static byte[] Repacked(MemoryStream package)
    {
        using MemoryStream whole = new();
        using (ZipArchive from = new(package, ZipArchiveMode.Read))
        using (ZipArchive to = new(whole, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (ZipArchiveEntry entry in from.Entries.OrderBy(entry => entry.FullName, StringComparer.Ordinal))
            {
                ZipArchiveEntry copy = to.CreateEntry(entry.FullName, CompressionLevel.Optimal);
                copy.LastWriteTime = Written;
                using Stream read = entry.Open();
                using Stream write = copy.Open();
                read.CopyTo(write);
            }
        }

        return whole.ToArray();
    }
}
