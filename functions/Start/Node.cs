using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace FollowUp.Start;

/// <summary>What Azurite runs on. Nothing else here needs it.</summary>
internal static class Node
{
    private const int OldestMajor = 20;

    /// <summary>Null if there is one that is new enough; else what is wrong, as a sentence without its end.</summary>
    public static async Task<string?> Missing(CancellationToken cancel)
    {
        try
        {
            using Process node = Process.Start(new ProcessStartInfo("node", ["--version"]) { RedirectStandardOutput = true })!;
            string version = (await node.StandardOutput.ReadToEndAsync(cancel)).Trim();
            await node.WaitForExitAsync(cancel);
            return int.TryParse(version.TrimStart('v').Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture, out int major) && major >= OldestMajor
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
            using Process npm = Process.Start(new ProcessStartInfo("npm", ["ci", "--prefix", folder, "--no-audit", "--no-fund", "--loglevel=error"]) { RedirectStandardOutput = true })!;
            await Console.Error.WriteAsync(await npm.StandardOutput.ReadToEndAsync(cancel));
            await npm.WaitForExitAsync(cancel);
            if (npm.ExitCode != 0)
            {
                throw new NodeMissingException($"Azurite could not be installed: npm ended with code {npm.ExitCode}");
            }
        }
        catch (Win32Exception)
        {
            throw new NodeMissingException("npm, which comes with Node and installs Azurite, is missing");
        }
    }
}

/// <summary>Azurite was asked for, and cannot run here.</summary>
internal sealed class NodeMissingException(string why)
    : Exception($"{why}. Install Node 20 or newer with npm, or keep the tables in a file: --store sqlite.");
