using System.Net.Http.Json;
using System.Text.Json.Nodes;
using FollowUp.LocalHost.Hosting;
using FollowUp.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Spectre.Console;

namespace FollowUp.Start;

/// <summary><c>./start</c>: tables, app, sample, and where the board is; until Ctrl+C.</summary>
internal static class Serving
{
    public static async Task<int> Run(Options options, IAnsiConsole console, CancellationToken cancel)
    {
        TimeProvider clock = options.Clock is { } start ? new ShiftedClock(start) : TimeProvider.System;
        LocalHostBuilder builder = new();
        string url = Settings.Read(builder, options, Root.Folder);
        using Store store = await Store.In(options, builder.Configuration, clock, console, cancel);
        if (store.Connection is { } own)
        {
            Settings.Take(builder, own);
        }

        using IHost app = App.Build(builder, clock, url, LogLevel.Warning, store.Transport);
        await app.StartAsync(cancel);
        await WaitForTables(app.Services.GetRequiredService<Readiness>(), console, cancel);

        string board = App.BoardAt(app.Services.GetRequiredService<LocalHostAddress>().Url);
        using HttpClient http = new() { BaseAddress = new(board) };
        await Load(options, isOwn: store.Connection is not null, http, console, cancel);
        console.MarkupLineInterpolated($"The board is at [bold]{board}[/], the API under /api, {Settings.LettersGo(builder.Configuration)}.");
        console.MarkupLine("Ctrl+C ends it.");
        await app.WaitForShutdownAsync(cancel);
        return 0;
    }

    /// <summary>It lives meanwhile, and says in <c>/api/health/ready</c> what it waits for.</summary>
    private static async Task WaitForTables(Readiness tables, IAnsiConsole console, CancellationToken cancel)
    {
        if (tables.WaitsFor is { } what)
        {
            console.MarkupLineInterpolated($"[yellow]Not ready: {what}. It goes on once they answer; Ctrl+C ends it.[/]");
        }

        await tables.WhenReady.WaitAsync(cancel);
    }

    private static async Task Load(Options options, bool isOwn, HttpClient http, IAnsiConsole console, CancellationToken cancel)
    {
        JsonNode? agreements = await http.GetFromJsonAsync<JsonNode>("/api/agreements?limit=1", cancel);
        bool isEmpty = agreements!["agreements"]!.AsArray().Count == 0;

        // Nobody's real store is given a sample.
        if (!isEmpty || (options.Register is null && !(options.HasSample && isOwn)))
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
