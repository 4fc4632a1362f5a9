using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using FollowUp.CommandLine.Client;
using FollowUp.Journal;
using FollowUp.Proof;
using FollowUp.Values;

namespace FollowUp.CommandLine.Commands;

/// <summary><c>followup verify FILE</c>: checks a proof file without any server, and without believing one.</summary>
internal static class VerifyCommand
{
    public static Command Build(CommandHost host)
    {
        Command command = new("verify", "Checks a proof file (followup export proof) without any server: 0 where it is sound, else 4");
        Argument<string> file = new("FILE") { Description = "The file" };
        Option<string> head = new("--head")
        {
            Description = "The end of the journal as somebody noted it down elsewhere, of this or an earlier file",
            HelpName = "NUMBER:HASH",
        };
        Option<string[]> evidence = new("--evidence")
        {
            Description = "A document at hand, to be found by its checksum in the journal; may be repeated",
            HelpName = "FILE",
        };
        command.Add(file);
        command.Add(head);
        command.Add(evidence);
        return host.Run(command, (run, cancel) =>
        {
            cancel.ThrowIfCancellationRequested();
            Chain? noted = run.Value(head) is { } text ? Noted(text) : null;
            string[] named = run.Value(evidence) ?? [];
            Dictionary<string, string> documents = named.Distinct().ToDictionary(one => one, one => Open(one, HashOf));
            ProofResult result = Open(run.Value(file), read => ProofFile.Verify(read, noted, documents));
            Show(run, result);
            return Task.FromResult(result.IsSound ? ExitCode.Done : ExitCode.Unsound);
        });
    }

    private static void Show(CommandRun run, ProofResult result)
    {
        if (run.IsJson)
        {
            run.Screen.Write(JsonSerializer.SerializeToUtf8Bytes(result, Json.Options));
            return;
        }

        foreach (ProofFinding finding in result.Findings)
        {
            run.Screen.ShowLine($"{finding}");
        }

        foreach (EvidenceMatch match in result.Evidence)
        {
            run.Screen.ShowLine(match.Entry is { } entry ? $"{match.File} is in entry {entry}" : $"{match.File} is in no entry");
        }

        string end = result.Head is { } head ? string.Create(CultureInfo.InvariantCulture, $"{head.Seq}:{head.Hash}") : "unknown";
        run.Screen.ShowLine(result.IsSound
            ? $"Sound: {result.Agreement}, {result.Entries} entries, {result.LedgerRows} notices. Its end, to be noted down: {end}"
            : "Not sound: it is not as it was written.");
    }

    private static Chain Noted(string text) => text.Split(':') is [var number, { Length: > 0 } hash]
        && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out int seq)
        ? new(seq, hash.ToLowerInvariant())
        : throw new UsageException($"--head must be a number and a hash, like 12:5f3a…, as verify says them, not {text}.");

    private static string HashOf(Stream document) => Convert.ToHexStringLower(SHA256.HashData(document));

    private static T Open<T>(string path, Func<Stream, T> read)
    {
        try
        {
            using FileStream file = File.OpenRead(path);
            return read(file);
        }
        catch (Exception unread) when (unread is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{path} cannot be read: {unread.Message}");
        }
    }
}
