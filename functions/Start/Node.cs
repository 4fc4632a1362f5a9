using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace FollowUp.Start;

/// <summary>What Azurite runs on. Nothing else here needs it.</summary>
internal static class Node
{
    private const int OldestMajor = 20;

    private static readonly string[] Codes = ["code ", "errno ", "syscall "];

    /// <summary>Null if there is one that is new enough; else what is wrong, as a sentence without its end.</summary>
    public static async Task<string?> Missing(CancellationToken cancel)
    {
        try
        {
            using Process node = Process.Start(new ProcessStartInfo("node", ["--version"]) { RedirectStandardOutput = true })!;
            string version = (await node.StandardOutput.ReadToEndAsync(cancel)).Trim();
            await node.WaitForExitAsync(cancel);
            string first = version.TrimStart('v').Split('.')[0];
            return int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out int major) && major >= OldestMajor
                ? null
                : $"Node {version} is older than {OldestMajor}";
        }
        catch (Win32Exception)
        {
            return "Node is missing";
        }
    }

    /// <summary>Installs what the lock file in <paramref name="folder"/> says.</summary>
    /// <exception cref="NodeMissingException">npm is missing or fails; it has said why.</exception>
    public static async Task Install(string folder, CancellationToken cancel)
    {
        try
        {
            // What it says must not come between the lines of --json.
            ProcessStartInfo start = new("npm", ["ci", "--prefix", folder, "--no-audit", "--no-fund", "--loglevel=error"])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            using Process npm = Process.Start(start)!;
            string[] said = await Said(npm, cancel);
            if (npm.ExitCode != 0)
            {
                throw new NodeMissingException($"Azurite could not be installed: npm ended with code {npm.ExitCode}{Reason(said)}");
            }
        }
        catch (Win32Exception)
        {
            throw new NodeMissingException("npm, which comes with Node and installs Azurite, is missing");
        }
    }

    /// <summary>Until it has ended; it does not outlive a start that was ended before.</summary>
    private static async Task<string[]> Said(Process npm, CancellationToken cancel)
    {
        try
        {
            Task<string> written = npm.StandardOutput.ReadToEndAsync(cancel);
            string errors = await npm.StandardError.ReadToEndAsync(cancel);
            await npm.WaitForExitAsync(cancel);
            return [.. errors.Split('\n'), .. (await written).Split('\n')];
        }
        catch (OperationCanceledException)
        {
            npm.Kill(entireProcessTree: true);
            throw;
        }
    }

    /// <summary>Its first line that says more than a code.</summary>
    private static string Reason(string[] said)
    {
        string? reason = said.Select(WithoutPrefix)
            .FirstOrDefault(line => line.Length > 0 && !Codes.Any(code => line.StartsWith(code, StringComparison.Ordinal)));
        return reason is null ? "" : $" ({reason.TrimEnd('.')})";
    }

    private static string WithoutPrefix(string line) =>
        line.Replace("npm error", "", StringComparison.Ordinal).Replace("npm ERR!", "", StringComparison.Ordinal).Trim();
}

/// <summary>Azurite was asked for, and cannot run here.</summary>
internal sealed class NodeMissingException(string why)
    : Exception($"{why}. Install Node 20 or newer with npm, or keep the tables in a file: --store sqlite.")
{
    /// <summary>A clause without its end.</summary>
    public string Why => why;
}
