using FollowUp.LocalHost.Hosting;
using FollowUp.Storage.Moving;
using FollowUp.Values;
using Spectre.Console;

namespace FollowUp.Start;

/// <summary><c>./start move</c>: all that a store holds goes into another, from this machine to an account, or back.</summary>
internal static class MoveCommand
{
    /// <exception cref="UsageException">An end cannot be opened, or the move not be done as things are.</exception>
    public static async Task<int> Run(Options options, IAnsiConsole console, TimeProvider clock, CancellationToken cancel)
    {
        LocalHostBuilder builder = new();
        _ = Settings.Read(builder, options, Root.Folder);
        using Store? folder = options.From is null || options.To is null
            ? await Store.OpenFolder(options, isThere: options.From is null, cancel) : null;
        StoreEnd source = End("--from", options.From), target = End("--to", options.To);
        console.MarkupLineInterpolated($"From {source.Name} to {target.Name}:");
        try
        {
            Tell(await new StoreMove(source, target, clock, line => console.MarkupLineInterpolated($"{line}")).Run(cancel), console);
        }
        catch (MoveRefusedException refused)
        {
            throw new UsageException(refused.Message);
        }
        catch (Exception failure) when (failure is Azure.RequestFailedException or FollowUp.Storage.StoreUnavailableException
            or Azure.Identity.AuthenticationFailedException)
        {
            throw new UsageException($"It was cut short: {failure.Message.Split('\n')[0]} Call it again, and it goes on from there.");
        }

        TellWhatIsLeft(options, console, source, target);
        return 0;

        StoreEnd End(string option, string? place) => place is not null
            ? MoveEnd.Open(option, place, builder.Configuration)
            : StoreEnd.Open(options.Folder, folder!.HostSettings, folder.Transport, isAlone: true);
    }

    private static void Tell(MoveReport report, IAnsiConsole console)
    {
        foreach (MovedChain broken in report.Chains.Where(chain => chain.Break is not null))
        {
            console.MarkupLineInterpolated(
                $"[yellow]The journal of {broken.Agreement} does not hold together from entry {broken.Break} on. It came as it was.[/]");
        }

        foreach (FollowUp.Storage.FileKey file in report.DamagedFiles)
        {
            console.MarkupLineInterpolated(
                $"[yellow]The file {file.Sha256} of item {file.Item} of {file.Agreement} is not what was handed in. It came as it was.[/]");
        }

        string heads = Fingerprints.HashOf(report.Chains.Select(chain => $"{chain.Agreement} {chain.Head.Seq} {chain.Head.Hash}"));
        int items = report.Chains.Sum(chain => chain.Items);
        console.MarkupLineInterpolated(
            $"{report.Chains.Count} agreements with {items} items, {report.Rows} rows, {report.Files} files.");
        console.MarkupLineInterpolated($"Both ends are the same, row by row; all journals end in {heads}.");
    }

    /// <summary>What lies in no table, and is not told by any.</summary>
    private static void TellWhatIsLeft(Options options, IAnsiConsole console, StoreEnd source, StoreEnd target)
    {
        if (options.From is null)
        {
            string key = Path.Combine(options.Folder, LinkKeyFile.Name);
            console.MarkupLineInterpolated(
                $"Carry along: the key of the links in letters ({key}, as Links:Key), and your settings (docs/operate.md, Move).");
        }
        else if (options.To is null)
        {
            console.MarkupLineInterpolated(
                $"Carry along: Links:Key, so that links of letters that are out go on, and your settings (docs/operate.md, Move).");
        }

        console.MarkupLineInterpolated(
            $"Nothing can be written into {source.Name} any more. Start FollowUp over {target.Name}, then ./start repair there.");
    }
}
