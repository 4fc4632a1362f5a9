using System.Text.RegularExpressions;
using FollowUp.Faults;
using FollowUp.Values;

namespace FollowUp.Parsing.Files;

/// <summary>
/// What a file is called: one line that shows what it is, and that each system takes as the name of a file and as nothing else. What is
/// not so is refused, and not changed: whoever hands it in knows it by its name.
/// </summary>
internal static partial class FileName
{
    /// <summary>In Chinese or Russian, too, most systems take so many.</summary>
    public const int LengthMax = 80;

    /// <summary>What Windows takes in no name; of these, folders are said by themselves.</summary>
    private const string Unfit = ":*?\"<>|";

    /// <summary>What is wrong with it; null where nothing is.</summary>
    /// <param name="kept">In Unicode form C.</param>
    public static string? Fault(string kept) =>
        kept.Length > LengthMax ? FieldFaults.TooLong.Fill(kept.Length, LengthMax)
        : TextRules.Fault(kept, isLine: true) is { } fault ? fault
        : kept.AsSpan().ContainsAny('/', '\\') ? FileFaults.Folder.Text
        : kept.AsSpan().IndexOfAny(Unfit) is >= 0 and var at ? FileFaults.Character.Fill(kept[at].ToString())
        : IsEdge(kept[0]) || IsEdge(kept[^1]) ? FileFaults.Edge.Text
        : Device().IsMatch(kept) ? FileFaults.Device.Text
        : TextRules.Fault(Path.GetFileNameWithoutExtension(kept), isLine: true);

    private static bool IsEdge(char letter) => letter == '.' || char.IsWhiteSpace(letter);

    [GeneratedRegex(@"\A(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³]) *(?:\.|\z)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Device();
}
