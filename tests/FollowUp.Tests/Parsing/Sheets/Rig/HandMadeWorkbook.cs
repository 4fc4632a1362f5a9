using System.IO.Compression;
using System.Security;
using System.Text;

namespace FollowUp.Tests.Parsing.Sheets.Rig;

/// <summary>A workbook as some program, or somebody who means harm, writes it: part by part.</summary>
internal sealed class HandMadeWorkbook
{
    private const string Main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";

    private readonly List<(string Name, string State, string Xml)> sheets = [];

    public bool IsFrom1904 { get; init; }

    /// <summary>Written before the first sheet's XML.</summary>
    public string Prolog { get; init; } = "";

    /// <summary>Format codes of its own; cells have them as style 1, 2 …; a number is one that every program knows.</summary>
    public string[] Formats { get; init; } = [];

    public IReadOnlyList<string> SharedTexts { get; init; } = [];

    /// <param name="behind">What follows the rows: merged cells.</param>
    public HandMadeWorkbook With(string name, string rows, string state = "visible", string behind = "")
    {
        sheets.Add((name, state, $"<worksheet {Main}><sheetData>{rows}</sheetData>{behind}</worksheet>"));
        return this;
    }

    public byte[] Bytes()
    {
        using MemoryStream file = new();
        using (ZipArchive archive = new(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write(archive, "xl/workbook.xml", $"""
                <workbook {Main} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
                <workbookPr date1904="{(IsFrom1904 ? 1 : 0)}"/><sheets>{string.Concat(sheets.Select((sheet, at) =>
                $"<sheet name=\"{SecurityElement.Escape(sheet.Name)}\" sheetId=\"{at + 1}\" state=\"{sheet.State}\" r:id=\"r{at + 1}\"/>"))}</sheets></workbook>
                """);
            Write(archive, "xl/_rels/workbook.xml.rels", $"""
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{string.Concat(sheets.Select((_, at) =>
                $"<Relationship Id=\"r{at + 1}\" Target=\"worksheets/sheet{at + 1}.xml\"/>"))}</Relationships>
                """);
            Write(archive, "xl/styles.xml", Styles());
            Write(archive, "xl/sharedStrings.xml", $"<sst {Main}>{string.Concat(SharedTexts.Select(text => $"<si>{text}</si>"))}</sst>");
            foreach ((int at, (string _, string _, string xml)) in sheets.Index())
            {
                Write(archive, $"xl/worksheets/sheet{at + 1}.xml", Prolog + xml);
            }
        }

        return file.ToArray();
    }

    private string Styles()
    {
        int Number(int at) => int.TryParse(Formats[at], out int known) ? known : 164 + at;
        IEnumerable<int> all = Enumerable.Range(0, Formats.Length);
        return $"""
            <styleSheet {Main}><numFmts>{string.Concat(all.Select(at =>
                $"<numFmt numFmtId=\"{164 + at}\" formatCode=\"{SecurityElement.Escape(Formats[at])}\"/>"))}</numFmts>
            <cellXfs><xf numFmtId="0"/>{string.Concat(all.Select(at => $"<xf numFmtId=\"{Number(at)}\"/>"))}</cellXfs></styleSheet>
            """;
    }

    private static void Write(ZipArchive archive, string name, string text)
    {
        using Stream entry = archive.CreateEntry(name).Open();
        entry.Write(Encoding.UTF8.GetBytes(text));
    }
}
