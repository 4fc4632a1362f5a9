using System.Text.Json;

namespace FollowUp.Board.Tests.Rig;

/// <summary>The words of the page itself by their keys, in the language in which it is shown: so that one story is told in each.</summary>
public sealed class Words
{
    /// <summary>What has several forms is left out: which of them, depends on a number.</summary>
    private const string All =
        """
        async () => {
          const words = (await import(`/board/words/${document.documentElement.lang}/index.js`)).default;
          return JSON.stringify(Object.fromEntries(Object.entries(words).filter(([, said]) => typeof said === 'string')));
        }
        """;

    private readonly Dictionary<string, string> all;

    private Words(Dictionary<string, string> all) => this.all = all;

    public string this[string key] => all.TryGetValue(key, out string? said)
        ? said
        : throw new KeyNotFoundException($"The page has no words for {key} in its language.");

    public string this[string key, string name, string value] => this[key].Replace($"{{{name}}}", value, StringComparison.Ordinal);

    public static async Task<Words> Of(Window window) =>
        new(JsonSerializer.Deserialize<Dictionary<string, string>>(await window.Page.EvaluateAsync<string>(All))!);
}
