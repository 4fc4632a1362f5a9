using FollowUp.Lives;
using FollowUp.RealWorker.Rig;

namespace FollowUp.RealWorker;

/// <summary>
/// A life on LocalHost leaves behind what it leaves behind on the worker that Azure runs: answers, ledger, journal, letters.
/// </summary>
public sealed class Whole_lives
{
    public static TheoryData<string> All => [.. Stories.All.Select(life => life.Name)];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(All))]
    public async Task end_alike_on_LocalHost_and_on_the_real_worker(string name)
    {
        Life life = Stories.Named(name);
        await using LocalHostUnderTest local = new(life.Begins);
        await using RealWorkerUnderTest real = new(life.Begins);

        Remains here = await local.Live(life, Cancel);
        Remains there = await real.Live(life, Cancel);

        real.Failures.Should().BeEmpty();
        there.Letters.Should().NotBeEmpty();
        here.DifferencesTo(there).Should().BeEmpty();
    }
}
