namespace FollowUp.CommandLine.Client;

/// <summary>
/// The caller's own sign-in. It comes from the environment or a file, never from an argument: arguments are read by every process of the
/// machine, and kept in histories of shells.
/// </summary>
/// <param name="Header">In which it is sent.</param>
internal sealed record Credential(string Header, string Value)
{
    public const string KeyVariable = "FOLLOWUP_KEY";
    public const string TokenVariable = "FOLLOWUP_TOKEN";

    private const string KeyHeader = "x-functions-key";
    private const int LengthMax = 8_192;

    /// <summary>How to get one, for whoever needs it and has none.</summary>
    public const string HowTo = $"Put your key into {KeyVariable}, or name a file that has it with --key-file "
        + $"(or a token of your sign-in provider into {TokenVariable}).";

    /// <param name="variable">Reads the environment.</param>
    /// <returns>Null where there is none; what FollowUp then lets in is this machine alone, if nobody signs in there.</returns>
    /// <exception cref="UsageException">It cannot be one.</exception>
    public static Credential? Find(string? keyFile, Func<string, string?> variable)
    {
        if (keyFile is not null)
        {
            return new(KeyHeader, Checked(Content(keyFile), $"The file {keyFile}"));
        }

        return variable(KeyVariable) is { Length: > 0 } key ? new(KeyHeader, Checked(key, KeyVariable))
            : variable(TokenVariable) is { Length: > 0 } token ? new("Authorization", $"Bearer {Checked(token, TokenVariable)}")
            : null;
    }

    /// <summary>Never the secret: what is logged or thrown says this.</summary>
    public override string ToString() => $"{Header}: …";

    private static string Content(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception unread) when (unread is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"The file {file}, which --key-file names, cannot be read: {unread.Message}");
        }
    }

    private static string Checked(string text, string where)
    {
        string secret = text.Trim();
        return secret.Length is > 0 and <= LengthMax && secret.All(letter => letter is > ' ' and <= '~')
            ? secret
            : throw new UsageException($"{where} has no key: it must be one line of Latin letters, digits and signs, without blanks.");
    }
}
