using FollowUp.Simulation.Laws;
using FollowUp.Simulation.Scripts;
using FollowUp.Simulation.Worlds;

namespace FollowUp.Simulation;

public sealed class Thousands_of_lives(ITestOutputHelper output)
{
    /// <summary>Neighbouring seeds of one generator look alike; these lie apart.</summary>
    private const int Stride = 7_919;

    /// <summary>A world whose host waits before it asks its store again leaves the processor to others.</summary>
    private static readonly int AtOnce = Environment.ProcessorCount + 2;

    private static readonly TimeSpan LongestWorld = TimeSpan.FromMinutes(5);

    private readonly System.Diagnostics.Stopwatch watch = System.Diagnostics.Stopwatch.StartNew();
    private readonly Tally tally = new();
    private (Script Script, LawBrokenException Broken)? broken;
    private int worlds;

    [Fact]
    public async Task keep_every_law()
    {
        await Task.WhenAll(Enumerable.Range(0, Program.IsOneWorld ? 1 : AtOnce).Select(_ => Task.Run(() => Live(Program.FirstSeed))));
        Say(tally.Told(watch.Elapsed));
        if (broken is var (script, law))
        {
            Say($"FOLLOWUP_SEED={script.Seed} replays this: {law.Message}");
            Shrinking shrinking = new(law, Program.Shrinking);
            Script shortest = await shrinking.Shortest(script);
            Assert.Fail(
                $"FOLLOWUP_SEED={script.Seed} replays this: {law.Message}\n\nThe shortest story found, {shrinking.Broken.Message}"
                    + $":\n{shortest.Told()}");
        }
    }

    private async Task Live(int first)
    {
        while (broken is null && tally.Lives < (Program.IsOneWorld ? 1 : Program.Lives))
        {
            Script script = Author.Write(unchecked(first + ((Interlocked.Increment(ref worlds) - 1) * Stride)));
            if (await Told(script) is { } law)
            {
                broken ??= (script, law);
            }
        }
    }

    /// <summary>By the clock on the wall: a world that stands still for good is told of like any other that breaks a law.</summary>
    private async Task<LawBrokenException?> Told(Script script)
    {
        try
        {
            return await Run.Of(script, tally).WaitAsync(LongestWorld, TimeProvider.System);
        }
        catch (TimeoutException)
        {
            return new("rest", $"the world did not end within {LongestWorld}");
        }
    }

    private void Say(string text)
    {
        Console.WriteLine(text);
        output.WriteLine(text);
    }
}
