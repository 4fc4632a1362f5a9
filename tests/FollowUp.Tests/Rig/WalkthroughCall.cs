namespace FollowUp.Tests.Rig;

/// <summary>A call of <c>docs/walkthrough.http</c>, with what is expected of its answer.</summary>
/// <param name="Holds">What the text of the answer has in it.</param>
internal sealed record WalkthroughCall(
    string Title, string Method, string Path, IEnumerable<(string Name, string Value)> Headers, string? Body, int Status, string Holds)
{
    public static IEnumerable<WalkthroughCall> ReadAll()
    {
        string text = File.ReadAllText(System.IO.Path.Combine(Checkout.Folder, "docs", "walkthrough.http"));
        return text.ReplaceLineEndings("\n").Split("\n###").Skip(1).Select(Read);
    }

    private static WalkthroughCall Read(string block)
    {
        string[] halves = block.Split("\n\n", 2);
        string[] lines = halves[0].Split('\n');
        string[] expected = lines.Single(line => line.StartsWith("# expect ", StringComparison.Ordinal)).Split(' ', 4);
        string[] request = lines.Single(line => line.Contains("{{", StringComparison.Ordinal)).Split(' ');
        string path = request[1].Replace("{{a}}", "{{api}}/agreements/2019-11-21-beijing", StringComparison.Ordinal)
            .Replace("{{api}}", "/api", StringComparison.Ordinal);
        IEnumerable<(string, string)> headers = lines
            .Where(line => line.Contains(": ", StringComparison.Ordinal) && char.IsAsciiLetter(line[0]))
            .Select(line => line.Split(": ", 2)).Select(header => (header[0], header[1]));
        string body = halves.Length > 1 ? halves[1].Trim() : "";
        return new(
            lines[0].Trim(), request[0], path, headers, body.Length == 0 ? null : body, int.Parse(expected[2], null),
            expected.Length > 3 ? expected[3] : "{");
    }
}
