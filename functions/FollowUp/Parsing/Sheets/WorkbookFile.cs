using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace FollowUp.Parsing.Sheets;

/// <summary>
/// A workbook (.xlsx): which sheets it has, its texts, and which of its formats show days. Why no library does it stands in
/// docs/decisions/13-a-file-goes-in-whole.md.
/// </summary>
internal sealed class WorkbookFile : IDisposable
{
    /// <summary>Nothing outside of the file is looked at, and no text in it stands for another.</summary>
    private static readonly XmlReaderSettings Settings =
        new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, CloseInput = true };

    private readonly ZipArchive archive;

    /// <exception cref="InvalidDataException">It is no such file.</exception>
    public WorkbookFile(Stream file)
    {
        archive = new(file, ZipArchiveMode.Read, leaveOpen: true);
        ReadWorkbook();
        Texts = ReadTexts();
        Formats = ReadFormats();
    }

    /// <summary>Those that are shown, by name, in their order.</summary>
    public List<(string Name, string Part)> Sheets { get; } = [];

    /// <summary>Whether days are counted from 1904, as old programs on Macs did.</summary>
    public bool IsFrom1904 { get; private set; }

    public IReadOnlyList<string> Texts { get; }

    public CellFormats Formats { get; }

    /// <summary>How much the file comes to, as long as it is not more than <paramref name="max"/>.</summary>
    public static bool IsWithin(Stream file, long max)
    {
        using ZipArchive archive = new(file, ZipArchiveMode.Read, leaveOpen: true);
        byte[] piece = new byte[64 * 1024];
        long all = 0;
        foreach (ZipArchiveEntry entry in archive.Entries)
        {
            using Stream packed = entry.Open();
            for (int read; (read = packed.Read(piece)) > 0;)
            {
                if ((all += read) > max)
                {
                    return false;
                }
            }
        }

        return true;
    }

    /// <summary>A part of it; null where there is none.</summary>
    public XmlReader? Open(string part) =>
        archive.Entries.FirstOrDefault(entry => entry.FullName.Replace('\\', '/').TrimStart('/') == part) is { } found
            ? XmlReader.Create(found.Open(), Settings) : null;

    public void Dispose() => archive.Dispose();

    /// <summary>The letters of a text, whatever they look like; how it is pronounced is left out.</summary>
    public static string ReadText(XmlReader reader)
    {
        StringBuilder text = new();
        int depth = reader.Depth;
        bool isOver = reader.IsEmptyElement;
        while (!isOver && reader.Read() && reader.Depth > depth)
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "rPh" })
            {
                SkipWithin(reader);
            }
            else if (reader.NodeType is
                XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace)
            {
                _ = text.Append(reader.Value);
            }
        }

        return XmlConvert.DecodeName(text.ToString());
    }

    private static void SkipWithin(XmlReader reader)
    {
        int depth = reader.Depth;
        bool isOver = reader.IsEmptyElement;
        while (!isOver && reader.Read() && reader.Depth > depth)
        {
        }
    }

    private void ReadWorkbook()
    {
        Dictionary<string, string> targets = [];
        using (XmlReader rels = Open("xl/_rels/workbook.xml.rels") ?? throw new InvalidDataException("It has no sheets."))
        {
            while (rels.Read())
            {
                if (rels is { NodeType: XmlNodeType.Element, LocalName: "Relationship" } && rels.GetAttribute("Target") is { } target)
                {
                    targets[rels.GetAttribute("Id") ?? ""] = target.StartsWith('/') ? target[1..] : $"xl/{target}";
                }
            }
        }

        using XmlReader book = Open("xl/workbook.xml") ?? throw new InvalidDataException("It has no sheets.");
        while (book.Read())
        {
            if (book is { NodeType: XmlNodeType.Element, LocalName: "workbookPr" })
            {
                IsFrom1904 = book.GetAttribute("date1904") is "1" or "true";
            }
            else if (book is { NodeType: XmlNodeType.Element, LocalName: "sheet" } && book.GetAttribute("state") is null or "visible")
            {
                Sheets.Add((book.GetAttribute("name") ?? "", targets.GetValueOrDefault(IdOf(book), "")));
            }
        }
    }

    /// <summary>Of the part that a sheet is in; its namespace differs between two editions of the standard.</summary>
    private static string IdOf(XmlReader sheet)
    {
        for (int at = 0; at < sheet.AttributeCount; at++)
        {
            sheet.MoveToAttribute(at);
            if (sheet.LocalName == "id" && sheet.Prefix.Length > 0)
            {
                string id = sheet.Value;
                _ = sheet.MoveToElement();
                return id;
            }
        }

        _ = sheet.MoveToElement();
        return "";
    }

    private List<string> ReadTexts()
    {
        List<string> texts = [];
        using XmlReader? reader = Open("xl/sharedStrings.xml");
        while (reader?.Read() == true)
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "si" })
            {
                texts.Add(ReadText(reader));
            }
        }

        return texts;
    }

    private CellFormats ReadFormats()
    {
        CellFormats formats = new();
        using XmlReader? reader = Open("xl/styles.xml");
        bool isOfCells = false;
        while (reader?.Read() == true)
        {
            if (reader.LocalName == "cellXfs")
            {
                isOfCells = reader.NodeType == XmlNodeType.Element;
            }
            else if (reader is { NodeType: XmlNodeType.Element, LocalName: "numFmt" })
            {
                formats.Define(Number(reader, "numFmtId"), reader.GetAttribute("formatCode") ?? "");
            }
            else if (isOfCells && reader is { NodeType: XmlNodeType.Element, LocalName: "xf" })
            {
                formats.Add(Number(reader, "numFmtId"));
            }
        }

        return formats;
    }

    private static int Number(XmlReader reader, string name) =>
        int.TryParse(reader.GetAttribute(name), NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : 0;
}
