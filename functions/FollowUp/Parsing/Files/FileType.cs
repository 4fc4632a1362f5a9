namespace FollowUp.Parsing.Files;

/// <summary>A kind of file that is taken as evidence: papers, pictures of them, and what holds a signature.</summary>
/// <param name="Name">As clerks call it.</param>
/// <param name="MediaType">As which it is handed out.</param>
/// <param name="Endings">Of names, the usual one first.</param>
/// <param name="OtherNames">Media types that some programs say instead.</param>
public sealed record FileType(string Name, string MediaType, IReadOnlyList<string> Endings, params IReadOnlyList<string> OtherNames)
{
    private const string Office = "application/vnd.openxmlformats-officedocument.", Open = "application/vnd.oasis.opendocument.";

    public static FileType Pdf { get; } = new("PDF", "application/pdf", [".pdf"]);
    public static FileType Png { get; } = new("PNG", "image/png", [".png"]);
    public static FileType Jpeg { get; } = new("JPEG", "image/jpeg", [".jpg", ".jpeg"]);
    public static FileType Tiff { get; } = new("TIFF", "image/tiff", [".tif", ".tiff"]);
    public static FileType Docx { get; } = new("DOCX", $"{Office}wordprocessingml.document", [".docx"]);
    public static FileType Xlsx { get; } = new("XLSX", $"{Office}spreadsheetml.sheet", [".xlsx"]);
    public static FileType Odt { get; } = new("ODT", $"{Open}text", [".odt"]);
    public static FileType Ods { get; } = new("ODS", $"{Open}spreadsheet", [".ods"]);

    /// <summary>In UTF-8, and no markup.</summary>
    public static FileType Text { get; } = new("TXT", "text/plain", [".txt"]);

    /// <summary>Signed data (CMS, RFC 5652), with what is signed or without it.</summary>
    public static FileType Signature { get; } = new(
        "P7M", "application/pkcs7-mime", [".p7m", ".p7s", ".sig"], "application/x-pkcs7-mime", "application/pkcs7-signature",
        "application/x-pkcs7-signature");

    /// <summary>A container of files and their signatures (ETSI EN 319 162).</summary>
    public static FileType Asice { get; } = new("ASiC-E", "application/vnd.etsi.asic-e+zip", [".asice", ".sce"]);

    /// <inheritdoc cref="Asice"/>
    public static FileType Asics { get; } = new("ASiC-S", "application/vnd.etsi.asic-s+zip", [".asics", ".scs"]);

    public static IReadOnlyList<FileType> All { get; } =
        [Pdf, Png, Jpeg, Tiff, Docx, Xlsx, Odt, Ods, Text, Signature, Asice, Asics];

    /// <summary>"PDF, PNG, …", for whoever hands in something else.</summary>
    public static string AllNames { get; } = string.Join(", ", All.Select(type => type.Name));
}
