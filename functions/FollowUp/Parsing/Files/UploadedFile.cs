using FollowUp.Faults;
using FollowUp.Values;
using Microsoft.Net.Http.Headers;

namespace FollowUp.Parsing.Files;

/// <summary>A file as somebody hands it in, found to be what it says that it is.</summary>
/// <param name="Type">By its content.</param>
public sealed record UploadedFile(string Name, FileType Type, ReadOnlyMemory<byte> Content)
{
    /// <summary>What a program says of a file that it does not know.</summary>
    public const string AnyType = "application/octet-stream";

    /// <summary>Of its content, in lower hex.</summary>
    public string Sha256 { get; } = Fingerprints.HashOfBytes(Content.Span);

    /// <param name="name">Null where none was given.</param>
    /// <param name="declared">The Content-Type of the call; null or empty where none was given.</param>
    /// <exception cref="InvalidInputException">It is empty, of a kind that is not taken, or not what name or type say.</exception>
    public static UploadedFile Parse(string? name, string? declared, ReadOnlyMemory<byte> content)
    {
        string kept = TextRules.Normalize(name ?? "", isLine: true);
        FileType? type = FileSniffer.TypeOf(content);
        (string Pointer, string? Fault)[] looked =
        [
            ("", content.IsEmpty ? FileFaults.Empty.Text : type is null ? FileFaults.UnknownKind.Fill(FileType.AllNames) : null),
            ("/name", name is null ? FieldFaults.Required.Text : FileName.Fault(kept) ?? EndingFault(kept, type)),
            ("/Content-Type", type is null || Fits(declared, type) ? null : FileFaults.OtherType.Fill(type.MediaType, type.Name)),
        ];
        Fault[] faults = [.. looked.Where(one => one.Fault is not null).Select(one => new Fault(one.Pointer, one.Fault!))];
        return faults.Length == 0 ? new(kept, type!, content) : throw new InvalidInputException(faults);
    }

    private static string? EndingFault(string kept, FileType? type) =>
        type is null || type.Endings.Any(ending => kept.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            ? null
            : FileFaults.OtherEnding.Fill(string.Join(", ", type.Endings), type.Name);

    private static bool Fits(string? declared, FileType type) =>
        string.IsNullOrEmpty(declared)
        || (MediaTypeHeaderValue.TryParse(declared, out MediaTypeHeaderValue? said)
            && type.OtherNames.Append(type.MediaType).Append(AnyType)
                .Any(known => said.MediaType.Equals(known, StringComparison.OrdinalIgnoreCase)));
}
