using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace FollowUp.Tests.Delivery.Rig;

/// <summary>What a mail program shows of a letter.</summary>
/// <param name="Automatic">What it says of itself to machines that answer.</param>
public sealed record ShownLetter(
    string Reader, string? Name, string? Address, string? Subject, string? Text, string? Html, ShownMailbox? From, ShownMailbox? ReplyTo,
    string? Automatic);

/// <summary>Somebody in the head of a letter.</summary>
public sealed record ShownMailbox(string? Name, string? Address);

/// <summary>Mail programs of others (tests/MailReaders), which Node runs.</summary>
internal static class MailReaders
{
    private static readonly string Folder = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "../../../MailReaders"));

    /// <returns>For each letter, as it is in a file, what each program shows.</returns>
    public static async Task<IReadOnlyList<IReadOnlyList<ShownLetter>>> Read(IReadOnlyList<byte[]> letters, CancellationToken cancel)
    {
        if (!Directory.Exists(Path.Combine(Folder, "node_modules")))
        {
            _ = await Run("npm", ["ci", "--prefix", Folder, "--no-audit", "--no-fund", "--loglevel=error"], [], cancel);
        }

        IReadOnlyList<string> read = await Run("node", [Path.Combine(Folder, "read.mjs")], letters.Select(Convert.ToBase64String), cancel);
        return [.. read.Select(line => JsonSerializer.Deserialize<IReadOnlyList<ShownLetter>>(line, JsonSerializerOptions.Web)!)];
    }

    /// <returns>The lines that a program writes, once it has read these.</returns>
    internal static async Task<IReadOnlyList<string>> Run(
        string program, string[] arguments, IEnumerable<string> input, CancellationToken cancel)
    {
        using Process process =
            Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        Task<string> reading = process.StandardOutput.ReadToEndAsync(cancel);
        foreach (string line in input)
        {
            await process.StandardInput.WriteLineAsync(line.AsMemory(), cancel);
        }

        process.StandardInput.Close();
        string output = await reading;
        await process.WaitForExitAsync(cancel);
        process.ExitCode.Should().Be(0, $"{program} {string.Join(' ', arguments)} says why it ends");
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private static string Here([CallerFilePath] string file = "") => file;
}
