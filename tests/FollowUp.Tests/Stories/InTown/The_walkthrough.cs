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
        string register =
            await File.ReadAllTextAsync(Path.Combine(Root(), "samples", "2019-11-21-beijing.json"), TestContext.Current.CancellationToken);
        (await town.Call("POST", "/api/registers", register)).Status.Should().Be(201);

        IReadOnlyList<Call> calls =
        [
            .. Calls(await File.ReadAllTextAsync(Path.Combine(Root(), "docs", "walkthrough.http"), TestContext.Current.CancellationToken)),
        ];
        calls.Should().HaveCountGreaterThan(15);
        foreach (Call call in calls)
        {
            Answer answer = await Answered(town, call);
            answer.Status.Should().Be(call.Status, $"{call.Title}: {answer.Text}");
            answer.Text.Should().Contain(call.Holds, call.Title);
        }
    }

    private static async Task<Answer> Answered(Town town, Call call)
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

    private static IEnumerable<Call> Calls(string text)
    {
        foreach (string block in text.ReplaceLineEndings("\n").Split("\n###").Skip(1))
        {
            string[] halves = block.Split("\n\n", 2);
            string[] lines = halves[0].Split('\n');
            string[] expected = lines.Single(line => line.StartsWith("# expect ", StringComparison.Ordinal)).Split(' ', 4);
            string[] request = lines.Single(line => line.Contains("{{", StringComparison.Ordinal)).Split(' ');
            string path = request[1].Replace("{{a}}", "{{api}}/agreements/2019-11-21-beijing", StringComparison.Ordinal)
                .Replace("{{api}}", "/api", StringComparison.Ordinal);
            IEnumerable<(string, string)> headers =
                lines.Where(line => line.Contains(": ", StringComparison.Ordinal) && char.IsAsciiLetter(line[0]))
                .Select(line => line.Split(": ", 2)).Select(header => (header[0], header[1]));
            string body = halves.Length > 1 ? halves[1].Trim() : "";
            yield return new(lines[0].Trim(), request[0], path, headers, body.Length == 0 ? null : body, int.Parse(expected[2], null),
                expected.Length > 3 ? expected[3] : "{");
        }
    }

    private static string Root()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "FollowUp.sln")))
        {
            folder = folder.Parent;
        }

        return folder.FullName;
    }

    private sealed record Call(
        string Title, string Method, string Path, IEnumerable<(string Name, string Value)> Headers, string? Body, int Status, string Holds);
}
