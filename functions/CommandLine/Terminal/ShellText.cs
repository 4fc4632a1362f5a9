namespace FollowUp.CommandLine.Terminal;

/// <summary>Texts as one word of a shell's line, whatever they hold.</summary>
internal static class ShellText
{
    public static string Quote(string text) =>
        text.Length > 0 && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.' or '/' or ':')
            ? text
            : $"'{TerminalText.Inert(text).Replace("'", @"'\''", StringComparison.Ordinal)}'";
}
