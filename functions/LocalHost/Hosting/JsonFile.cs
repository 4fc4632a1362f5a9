using System.Text;
using System.Text.Json;

namespace FollowUp.LocalHost.Hosting;

/// <summary>Reads JSON files that people write: comments and trailing commas are allowed, and errors name line and column.</summary>
public static class JsonFile
{
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <exception cref="SettingException">It cannot be read, or is no JSON object or list.</exception>
    public static JsonDocument Read(string path)
    {
        string text = ReadText(path);
        try
        {
            JsonDocument file = JsonDocument.Parse(text, Lenient);
            return file.RootElement.ValueKind is JsonValueKind.Object or JsonValueKind.Array
                ? file
                : throw new SettingException($"{path} is no JSON object: it must begin with a brace.");
        }
        catch (JsonException wrong)
        {
            throw new SettingException($"{path} cannot be read: {Describe(text, wrong)}.", wrong);
        }
    }

    private static string ReadText(string path)
    {
        try
        {
            return File.ReadAllText(path, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true));
        }
        catch (DecoderFallbackException wrong)
        {
            throw new SettingException($"{path} cannot be read: it is no text in UTF-8. Save it as UTF-8.", wrong);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new SettingException($"{path} cannot be read: {failure.Message}", failure);
        }
    }

    private static string Describe(string text, JsonException wrong)
    {
        string[] lines = text.Split('\n');
        int line = (int)Math.Min(wrong.LineNumber ?? 0, lines.Length - 1);
        int column = Column(lines[line], wrong);
        bool breaksOff = string.Concat(lines[line..]).AsSpan().TrimEnd().Length <= column
            && lines[(line + 1)..].All(string.IsNullOrWhiteSpace);
        string what = breaksOff
            ? "it breaks off: a bracket or a quote is not closed"
            : "it is no JSON: a quote, a comma or a bracket is missing before, or one too many";
        return string.IsNullOrWhiteSpace(text) ? "it is empty" : $"at line {line + 1}, column {column + 1}, {what}";
    }

    /// <summary>In characters; the parser counts bytes.</summary>
    private static int Column(string line, JsonException wrong)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(line);
        return Encoding.UTF8.GetCharCount(bytes, 0, (int)Math.Min(wrong.BytePositionInLine ?? 0, bytes.Length));
    }
}
