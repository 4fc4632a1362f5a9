using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using MimeKit;

namespace FollowUp.Start;

/// <summary>
/// Somebody of the cast answers from the newest letter in their mailbox that has a link about the item: with what stands in the text of its
/// file, and nothing else.
/// </summary>
internal sealed partial class LetterReply(HttpClient http, string letters)
{
    private const string Header = "x-followup-link";

    /// <summary>What the cast calls by its path, and readers press.</summary>
    private static readonly Dictionary<string, string> Actions = new() { ["completion"] = "complete", ["confirmation"] = "confirm" };

    /// <summary>Of a script, the last report and the last confirmation: whoever makes them has a letter that asks for it.</summary>
    public static IReadOnlySet<Act> FromLetters(IEnumerable<Act> script) => Actions.Keys
        .Select(verb => script.LastOrDefault(act => act.Method == "PUT" && act.Path.EndsWith($"/{verb}", StringComparison.Ordinal)))
        .OfType<Act>().ToHashSet();

    /// <returns>The answer to the one click; null where no letter of theirs has such a link.</returns>
    public async Task<HttpResponseMessage?> Give(Act act, CancellationToken cancel)
    {
        string[] path = act.Path.Split('/');
        JsonObject body = JsonNode.Parse(act.Body!)!.AsObject();
        string person = (string)body["by"]!;
        _ = body.Remove("by");
        foreach (string link in LinksTo(person))
        {
            JsonNode? shown = await Show(link, cancel);
            JsonNode? offer = (string?)shown?["item"]?["id"] == path[^2]
                ? shown!["answers"]!.AsArray().FirstOrDefault(one => (string)one!["action"]! == Actions[path[^1]])
                : null;
            if (offer is not null)
            {
                using HttpRequestMessage click = new(HttpMethod.Post, "/api/answers");
                click.Headers.Add(Header, (string)offer["token"]!);
                click.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
                return await http.SendAsync(click, cancel);
            }
        }

        return null;
    }

    /// <summary>As a browser opens it: what stands behind the # goes into a header.</summary>
    private async Task<JsonNode?> Show(string link, CancellationToken cancel)
    {
        using HttpRequestMessage open = new(HttpMethod.Get, "/api/answers");
        open.Headers.Add(Header, link);
        using HttpResponseMessage answer = await http.SendAsync(open, cancel);
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync(cancel));
    }

    /// <summary>The newest first.</summary>
    private List<string> LinksTo(string person)
    {
        List<(DateTimeOffset At, string[] Links)> mailbox = [];
        foreach (string file in Directory.EnumerateFiles(letters, "*.eml"))
        {
            using MimeMessage letter = MimeMessage.Load(file);
            if (letter.Headers["X-FollowUp-Recipient"] == person)
            {
                mailbox.Add((letter.Date, [.. Link().Matches(letter.TextBody ?? "").Select(found => found.Groups[1].Value)]));
            }
        }

        return [.. mailbox.OrderByDescending(letter => letter.At).SelectMany(letter => letter.Links)];
    }

    [GeneratedRegex(@"/answer#([\w.-]+)")]
    private static partial Regex Link();
}
