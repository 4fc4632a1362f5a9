using System.Diagnostics;
using System.Globalization;
using Azure.Data.Tables;
using FollowUp.Kills;
using FollowUp.Tables;
using FollowUp.TableService.Tests.Rig;
using FollowUp.Tests;

namespace FollowUp.TableService.Tests.Files;

/// <summary>
/// A real process, killed at random moments while eight writers write: what it said is kept is there, and nothing is there by half.
/// </summary>
public sealed class A_killed_process
{
    /// <summary>
    /// Each in a file of its own, and one after the other in it. With as many at a time, no core waits for a process to come up or to go.
    /// </summary>
    private const int Files = 4;

    private const int KillsInAFile = 50;

    /// <summary>Long enough for some hundred commits and a checkpoint or two.</summary>
    private const int MillisecondsMax = 200;

    /// <summary>
    /// Some dozen commits: what a kill meets is the same in the first of them as in the last, and most lives need not be longer.
    /// </summary>
    private const int MillisecondsOfMost = 40;

    private const int AnswersMax = 40;

    private static readonly string Program = Path.Combine(AppContext.BaseDirectory.Replace("TableService.Tests", "Kills"), "Kills.dll");

    private int kills;
    private int pages;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void loses_nothing_that_it_acknowledged()
    {
        Seeds.Each(1, random => Task.WaitAll([.. Enumerable.Range(0, Files).Select(_ => random.Next()).ToList().Select(Lives)], Cancel));
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

    /// <summary>
    /// Half of the lives end over an answer: were it given before its commit, that would be lost now. Others end in the middle of
    /// writing; and some while the file is opened and set right after the life before.
    /// </summary>
    private static async Task Kill(string file, Random random, int[] acknowledged)
    {
        string seed = random.Next(1_000_000).ToString(CultureInfo.InvariantCulture);
        using Process process = Process.Start(new ProcessStartInfo("dotnet", [Program, file, seed]) { RedirectStandardOutput = true })!;
        StreamReader said = process.StandardOutput;
        bool overAnAnswer = random.Chance(0.5);
        int answers = overAnAnswer ? random.Next(1, AnswersMax) : random.Chance(0.8) ? 1 : 0;
        try
        {
            for (int answer = 0; answer < answers; answer++)
            {
                Read(await said.ReadLineAsync(Cancel), acknowledged);
            }

            TimeSpan pause = TimeSpan.FromMilliseconds(
                overAnAnswer ? 0 : random.Next(random.Chance(0.8) ? MillisecondsOfMost : MillisecondsMax));
            await (pause == TimeSpan.Zero ? Task.CompletedTask : Task.Delay(pause, TimeProvider.System, Cancel));
            process.HasExited.Should().BeFalse("it ends only when it is killed");
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync(CancellationToken.None);
        }

        while (await said.ReadLineAsync(Cancel) is { } line)
        {
            Read(line, acknowledged);
        }
    }

    private static void Read(string? line, int[] acknowledged)
    {
        if (line?.EndsWith(Diary.Acknowledged, StringComparison.Ordinal) == true)
        {
            int[] numbers = [.. line.Split(' ').SkipLast(1).Select(number => int.Parse(number, CultureInfo.InvariantCulture))];
            acknowledged[numbers[0]] = numbers[1];
        }
    }
}
