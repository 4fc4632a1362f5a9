using System.Net.Http.Json;
using System.Text.Json.Nodes;
using FollowUp.Access;
using FollowUp.LocalHost.Hosting;
using Spectre.Console;

namespace FollowUp.Start;

/// <summary><c>./start repair</c>: has a running FollowUp build its indexes and clocks anew, and tells how far it is.</summary>
internal static class RepairCommand
{
    /// <exception cref="UsageException">Nobody answers there, or not with what was asked for.</exception>
    public static async Task<int> Run(Options options, IAnsiConsole console, CancellationToken cancel)
    {
        LocalHostBuilder settings = new();
        using HttpClient http = new() { BaseAddress = new(Settings.Read(settings, options, Root.Folder).Board) };
        if (AccessChecks.AnyKey(settings.Configuration) is { } key)
        {
            http.DefaultRequestHeaders.Add(AccessKeys.Header, key);
        }

        (int agreements, int items, int letters, string? cursor) = (0, 0, 0, null);
        do
        {
            JsonNode some = await Some(http, cursor, cancel);
            agreements += some["agreements"]!.GetValue<int>();
            items += some["items"]!.GetValue<int>();
            letters += some["letters"]!.GetValue<int>();
            cursor = some["next"]?.GetValue<string>();
            string end = cursor is null ? "." : " …";
            console.MarkupLineInterpolated($"{agreements} agreements: {items} clocks started, {letters} letters put back{end}");
        }
        while (cursor is not null);

        return 0;
    }

    private static async Task<JsonNode> Some(HttpClient http, string? cursor, CancellationToken cancel)
    {
        string path = cursor is null ? "/api/repair/rehydrate" : $"/api/repair/rehydrate?cursor={Uri.EscapeDataString(cursor)}";
        try
        {
            using HttpResponseMessage answer = await http.PostAsync(path, null, cancel);
            return answer.IsSuccessStatusCode
                ? (await answer.Content.ReadFromJsonAsync<JsonNode>(cancel))!
                : throw new UsageException(
                    $"FollowUp on port {http.BaseAddress!.Port} did not do it: {await ProblemText.Read(answer, cancel)}");
        }
        catch (System.Text.Json.JsonException)
        {
            throw new UsageException($"What answers on port {http.BaseAddress!.Port} is no FollowUp; --port says where one runs.");
        }
        catch (HttpRequestException)
        {
            throw new UsageException(
                $"Nobody answers on port {http.BaseAddress!.Port}: repair is for a FollowUp that runs; --port says where.");
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw new UsageException(
                $"FollowUp on port {http.BaseAddress!.Port} took too long over it; "
                + "what was built stays, and ./start repair goes over the rest.");
        }
    }
}
