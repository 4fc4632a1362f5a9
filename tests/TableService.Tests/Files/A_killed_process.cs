using System.Diagnostics;
using System.Globalization;
using Azure.Data.Tables;
using FollowUp.Kills;
using FollowUp.Tables;
using FollowUp.TableService.Tests.Rig;
using FollowUp.Tests;

namespace FollowUp.TableService.Tests.Files;

/// <summary>A real process, killed at random moments while eight writers write: what it said is kept is there, and nothing is there by half.</summary>
public sealed class A_killed_process
{
    /// <summary>Each in a file of its own, and one after the other in it: two at a time.</summary>
    private const int KillsInAFile = 50;

    /// <summary>Long enough for some hundred commits and a checkpoint or two.</summary>
    private const int MillisecondsMax = 200;

    private static readonly string Program = Path.Combine(AppContext.BaseDirectory.Replace("TableService.Tests", "Kills"), "Kills.dll");

    private int kills;
    private int pages;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void loses_nothing_that_it_acknowledged()
    {
        Seeds.Each(2, random => Task.WaitAll([Lives(random.Next()), Lives(random.Next())], Cancel));
        Console.WriteLine($"{kills} kills, {pages} acknowledged pages, each there and whole.");
    }

    private async Task Lives(int seed)
    {
        Random random = new(seed);
        string file = StoreFiles.New();
        int[] acknowledged = new int[Diary.Writers];
        for (int life = 0; life < KillsInAFile; life++)
        {
            int before = acknowledged.Sum();
            await Kill(file, random, acknowledged);
            Interlocked.Increment(ref kills);
            Interlocked.Add(ref pages, acknowledged.Sum() - before);
            using SqliteTables tables = new(file, TimeProvider.System);
            TableClient rows = Diary.Open(tables);
            for (int writer = 0; writer < Diary.Writers; writer++)
            {
                string? fault = acknowledged[writer] == 0 ? null : await Diary.Fault(rows, writer, acknowledged[writer]);
                fault.Should().BeNull($"life {life} of seed {seed}");
                acknowledged[writer] = acknowledged[writer] == 0 ? 0 : await Diary.LastPage(rows, writer);
            }
        }
    }

    /// <summary>Most lives end in the middle of writing; some while the file is opened and set right after the life before.</summary>
    private static async Task Kill(string file, Random random, int[] acknowledged)
    {
        using Process process = Process.Start(new ProcessStartInfo("dotnet", [Program, file, random.Next(1_000_000).ToString(CultureInfo.InvariantCulture)]) { RedirectStandardOutput = true })!;
        string? line = null;
        try
        {
            line = random.Chance(0.9) ? await process.StandardOutput.ReadLineAsync(Cancel) : null;
            await Task.Delay(TimeSpan.FromMilliseconds(random.Next(MillisecondsMax)), TimeProvider.System, Cancel);
            process.HasExited.Should().BeFalse("it ends only when it is killed");
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync(CancellationToken.None);
        }

        for (; line is not null || (line = await process.StandardOutput.ReadLineAsync(Cancel)) is not null; line = null)
        {
            if (line.EndsWith(Diary.Acknowledged, StringComparison.Ordinal))
            {
                int[] numbers = [.. line.Split(' ').SkipLast(1).Select(number => int.Parse(number, CultureInfo.InvariantCulture))];
                acknowledged[numbers[0]] = numbers[1];
            }
        }
    }
}
