using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace FollowUp.CommandLine.Terminal;

/// <summary>
/// An answer for programs. Piped, it is what the server sent, byte for byte; on a terminal it is laid out, and whatever a terminal would
/// obey is escaped as JSON has it.
/// </summary>
internal static class TerminalJson
{
    private static readonly JsonSerializerOptions LaidOut = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    /// <returns>Null where it is no JSON.</returns>
    public static ReadOnlyMemory<byte>? Form(ReadOnlyMemory<byte> answer, bool isTerminal)
    {
        try
        {
            using JsonDocument read = JsonDocument.Parse(answer);
            return isTerminal ? JsonSerializer.SerializeToUtf8Bytes(read.RootElement, LaidOut) : answer;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
