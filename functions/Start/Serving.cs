using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Spectre.Console;

namespace FollowUp.Start;

/// <summary><c>./start</c>: tables, app, sample, and where the board is; until Ctrl+C.</summary>
internal static class Serving
{
    public static async Task<int> Run(Options options, IAnsiConsole console, CancellationToken cancel)
    {
        string letters = Path.Combine(options.Folder, "letters");
        TimeProvider clock = options.Clock is { } start ? new ShiftedClock(start) : TimeProvider.System;
        using Store store = await Store.In(options.Folder, options, clock, cancel);
        string url = $"http://127.0.0.1:{options.Port}";
        using IHost app = App.Build(clock, url, store.Connection, letters, LogLevel.Warning, store.Transport);
        await app.StartAsync(cancel);

        using HttpClient http = new() { BaseAddress = new(url) };
        await Load(options, http, console, cancel);
        console.MarkupLineInterpolated($"The board is at [bold]http://localhost:{options.Port}/board/[/], the API under /api, letters in {letters}.");
        console.MarkupLine("Ctrl+C ends it.");
        await app.WaitForShutdownAsync(cancel);
        return 0;
    }

    private static async Task Load(Options options, HttpClient http, IAnsiConsole console, CancellationToken cancel)
    {
        JsonNode? agreements = await http.GetFromJsonAsync<JsonNode>("/api/agreements?limit=1", cancel);
        bool isEmpty = agreements!["agreements"]!.AsArray().Count == 0;
        if (!isEmpty || (!options.HasSample && options.Register is null))
        {
            return;
        }

        string file = options.Register ?? Root.Sample;
        using HttpResponseMessage answer = await Registers.Post(http, file, cancel);
        if (!answer.IsSuccessStatusCode)
        {
            throw new UsageException($"{file} was refused: {await answer.Content.ReadAsStringAsync(cancel)}");
        }

        console.MarkupLineInterpolated($"Loaded {file}.");
        if (options.Register is null && options.Clock is null)
        {
            console.MarkupLine("It was signed in 2019, so all of it is late by now; [bold]--clock 2019-11-21T09:00:00+08:00[/] goes back to that day (with an empty --data DIR).");
        }
    }
}
