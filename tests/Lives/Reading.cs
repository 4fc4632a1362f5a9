using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace FollowUp.Lives;

/// <summary>What the app's API says.</summary>
internal static class Reading
{
    public static async Task<IReadOnlyList<JsonObject>> Items(HttpClient http, CancellationToken cancel)
    {
        List<JsonObject> items = [];
        string? cursor = null;
        do
        {
            string further = cursor is null ? "" : $"&cursor={cursor}";
            JsonNode page = (await http.GetFromJsonAsync<JsonNode>($"/api/items?limit=200{further}", cancel))!;
            items.AddRange(page["items"]!.AsArray().Select(item => item!.AsObject()));
            cursor = (string?)page["next"];
        }
        while (cursor is not null);
        return items;
    }

    public static async Task<IReadOnlyList<JsonObject>> List(HttpClient http, string path, string name, CancellationToken cancel) =>
        [.. (await http.GetFromJsonAsync<JsonNode>(path, cancel))![name]!.AsArray().Select(member => member!.AsObject())];
}
