using System.Text;
using System.Text.Json;

namespace FollowUp.LocalHost.Hosting;

/// <summary>A JSON file as people write it: comments and a comma too many are passed over, and what cannot be read is said by its line.</summary>
public static class JsonFile
{
    private static readonly JsonDocumentOptions AsPeopleWriteThem = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <exception cref="SettingException">It cannot be read, or is no JSON object or list.</exception>
    public static JsonDocument Read(string path)
    {
        string text = Text(path);
        try
        {
            JsonDocument file = JsonDocument.Parse(text, AsPeopleWriteThem);
            return file.RootElement.ValueKind is JsonValueKind.Object or JsonValueKind.Array
                ? file
                : throw new SettingException($"{path} is no JSON object: it must begin with a brace.");
        }
        catch (JsonException wrong)
        {
            throw new SettingException($"{path} cannot be read: {Trouble(text, wrong)}.", wrong);
        }
    }

    private static string Text(string path)
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

    private static string Trouble(string text, JsonException wrong)
    {
        string[] lines = text.Split('\n');
        int line = (int)Math.Min(wrong.LineNumber ?? 0, lines.Length - 1);
        bool isOver = string.Concat(lines[line..]).AsSpan().TrimEnd().Length <= Column(lines[line], wrong) && lines[(line + 1)..].All(string.IsNullOrWhiteSpace);
        return string.IsNullOrWhiteSpace(text) ? "it is empty"
            : $"at line {line + 1}, column {Column(lines[line], wrong) + 1}, {(isOver ? "it breaks off: a bracket or a quote is not closed" : "it is no JSON: a quote, a comma or a bracket is missing before, or one too many")}";
    }

    /// <summary>In characters; the parser counts bytes.</summary>
    private static int Column(string line, JsonException wrong)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(line);
        return Encoding.UTF8.GetCharCount(bytes, 0, (int)Math.Min(wrong.BytePositionInLine ?? 0, bytes.Length));
    }
}
