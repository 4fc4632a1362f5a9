using System.IO.Compression;
using System.Text;

namespace FollowUp.Parsing.Files;

/// <summary>Tells apart what comes as an archive: office documents, and containers of signatures.</summary>
internal static class ArchiveSniffer
{
    private const string OfficeParts = "[Content_Types].xml", OpenKind = "mimetype", Macros = "vbaProject.bin";

    /// <summary>What says the kind is short: of more than this nothing is unpacked, whatever it would become.</summary>
    private const int UnpackedMax = 256 * 1024;

    private static readonly FileType[] Open = [FileType.Odt, FileType.Ods, FileType.Asice, FileType.Asics];

    /// <summary>Null for any other archive, for one that is broken, and for a document that brings a program along.</summary>
    public static FileType? TypeOf(ReadOnlyMemory<byte> content)
    {
        try
        {
            using ZipArchive archive = new(new MemoryStream(content.ToArray(), writable: false), ZipArchiveMode.Read);
            return archive.Entries.Any(entry => entry.Name.Equals(Macros, StringComparison.OrdinalIgnoreCase)) ? null
                : archive.GetEntry(OfficeParts) is { } parts ? OfficeType(TextOf(parts))
                : archive.GetEntry(OpenKind) is { } kind ? OpenType(TextOf(kind).Trim())
                : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    /// <summary>By its main part; one with macros has another.</summary>
    private static FileType? OfficeType(string parts) =>
        parts.Contains($"\"{FileType.Docx.MediaType}.main+xml\"", StringComparison.Ordinal) ? FileType.Docx
        : parts.Contains($"\"{FileType.Xlsx.MediaType}.main+xml\"", StringComparison.Ordinal) ? FileType.Xlsx
        : null;

    private static FileType? OpenType(string said) => Array.Find(Open, type => type.MediaType == said);

    private static string TextOf(ZipArchiveEntry entry)
    {
        byte[] begin = new byte[UnpackedMax];
        using Stream unpacked = entry.Open();
        return Encoding.UTF8.GetString(begin, 0, unpacked.ReadAtLeast(begin, begin.Length, throwOnEndOfStream: false));
    }
}
