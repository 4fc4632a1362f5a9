using FollowUp.AzureEngine.Tests.Rig;
using FollowUp.Lives;

namespace FollowUp.AzureEngine.Tests;

/// <summary>What happens to an item, whoever carries its clock: the same is decided, written down and said, at the same moments.</summary>
public sealed class Whole_lives
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Lives => [.. Stories.All.Select(life => life.Name)];

    [Theory]
    [MemberData(nameof(Lives))]
    public async Task A_life_leaves_the_same_behind_as_on_LocalHost(string name)
    {
        Life life = Stories.Named(name);
        await using LocalHostUnderTest local = new(life.Begins);
        Remains here = await local.Live(life, Cancel);
        await using AzureUnderTest azure = new(life.Begins);
        Remains there = await azure.Live(life, Cancel);

        here.Letters.Should().NotBeEmpty();
        here.DifferencesTo(there).Should().BeEmpty();
    }
}
