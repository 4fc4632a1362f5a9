using System.Text;
using FollowUp.Tests.Rig;

namespace FollowUp.Tests.Stories.InTown;

/// <summary>What the documentation shows works as it says.</summary>
public sealed class The_walkthrough
{
    [Fact]
    public async Task answers_every_call_as_it_expects()
    {
        await using Town town = await Town.Empty("2019-11-21 10:00");
        string register = await File.ReadAllTextAsync(
            Path.Combine(Checkout.Folder, "samples", "2019-11-21-beijing.json"), TestContext.Current.CancellationToken);
        (await town.Call("POST", "/api/registers", register)).Status.Should().Be(201);

        IReadOnlyList<WalkthroughCall> calls = [.. WalkthroughCall.ReadAll()];
        calls.Should().HaveCountGreaterThan(15);
        foreach (WalkthroughCall call in calls)
        {
            Answer answer = await Answered(town, call);
            answer.Status.Should().Be(call.Status, $"{call.Title}: {answer.Text}");
            answer.Text.Should().Contain(call.Holds, call.Title);
        }
    }

    private static async Task<Answer> Answered(Town town, WalkthroughCall call)
    {
        (string Name, string Value)[] headers = [.. call.Headers.Where(header => header.Name != "Content-Type")];
        string? type = call.Headers.FirstOrDefault(header => header.Name == "Content-Type").Value;
        if (type is null)
        {
            return await town.Call(call.Method, call.Path, call.Body, headers);
        }

        Answer answer = await town.Send(call.Method, call.Path, new StringContent(call.Body!, Encoding.UTF8, type), headers);
        await town.Still();
        return answer;
    }
}
