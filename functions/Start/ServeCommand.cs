using System.Net.Http.Json;
using System.Text.Json.Nodes;
using FollowUp.Access;
using FollowUp.LocalHost.Hosting;
using FollowUp.Operations;
using FollowUp.Start.SignIn;
using FollowUp.Tables;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Spectre.Console;

namespace FollowUp.Start;

/// <summary><c>./start</c>: tables, app, sample, and where the board is; until Ctrl+C.</summary>
internal sealed class ServeCommand(Options options, IAnsiConsole console)
{
    /// <exception cref="UsageException">What was asked for cannot be done.</exception>
    /// <exception cref="SettingException">A setting cannot be followed.</exception>
    public async Task<int> Run(CancellationToken cancel)
    {
        TimeProvider clock = options.Clock is { } start ? new ShiftedClock(start) : TimeProvider.System;
        LocalHostBuilder builder = new();
        Listening listening = await Listen(builder, cancel);
        string? ownKey = AccessChecks.OwnKeyIn(builder);
        using Store store = await Store.Open(options, builder.Configuration, clock, console, cancel);
        if (store.Connection is { } own)
        {
            Settings.UseStore(builder, own);
        }

        Settings.EnsureLinkKey(builder, options);
        Sessions.Add(builder);
        using IHost app = App.Build(builder, clock, listening.Url, LogLevel.Warning, store.Transport);
        try
        {
            await Begin(app, listening, cancel);
            await WaitForTables(app.Services.GetRequiredService<StoreReadiness>(), builder.Configuration, cancel);
            using HttpClient http = new() { BaseAddress = new(listening.Board) };
            if (ownKey is not null)
            {
                http.DefaultRequestHeaders.Add(AccessKeys.Header, ownKey);
            }

            await Load(SampleFor(store, builder.Configuration), http, cancel);
            PrintWhere(listening, builder.Configuration);
            PrintAccess(listening, app, ownKey is null);
            console.MarkupLine("Ctrl+C ends it.");
            await app.WaitForShutdownAsync(cancel);
        }
        catch (Exception failure)
        {
            bool isEnded = IsStopping(app) && failure is (OperationCanceledException or HttpRequestException);

            // The lease is let go of, and what was begun is written down.
            await app.StopAsync(CancellationToken.None);
            if (!isEnded)
            {
                throw;
            }
        }

        return 0;
    }

    /// <summary>The host hears of Ctrl+C by itself, and may do so before this program does.</summary>
    private static bool IsStopping(IHost app) =>
        app.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping.IsCancellationRequested;

    private async Task<Listening> Listen(LocalHostBuilder builder, CancellationToken cancel)
    {
        Listening wanted = Settings.Read(builder, options, Root.Folder);
        SettingChecks.Demand(builder.Configuration, options.Store is null ? Settings.TablesSetting(builder.Configuration) : null);
        AccessChecks.Demand(builder.Configuration, wanted);
        if (options.Register is { } register)
        {
            JsonFile.Read(register).Dispose();
        }

        return await Ports.EnsureFree(wanted, cancel);
    }

    private async Task Begin(IHost app, Listening listening, CancellationToken cancel)
    {
        if (Settings.LetterFolder(options, app.Services.GetRequiredService<IConfiguration>()) is var (folder, setBy))
        {
            StoreFolder.Demand(folder, setBy);
        }

        try
        {
            await app.StartAsync(cancel);
        }
        catch (Exception failure) when (failure is IOException or System.Net.Sockets.SocketException)
        {
            // Somebody took the port since it was tried.
            _ = await Ports.EnsureFree(listening, cancel);
            throw new UsageException($"Nobody can listen at {listening.Url}: {failure.Message} Name another with --port or --listen.");
        }
    }

    /// <summary>It lives meanwhile, and says in <c>/api/health/ready</c> what it waits for.</summary>
    /// <exception cref="UsageException">It would wait for ever: what the store had was moved elsewhere, say.</exception>
    private async Task WaitForTables(StoreReadiness tables, IConfiguration settings, CancellationToken cancel)
    {
        if (tables.LastingTrouble is { } lasting)
        {
            throw new UsageException(lasting.Sentence);
        }

        if (tables.WaitsFor is { } what)
        {
            string where = options.Store is null && Settings.TablesSetting(settings) is { } setting
                ? $" ({setting} says {SettingChecks.Place(settings, setting)})"
                : "";
            console.MarkupLineInterpolated($"[yellow]Not ready: {what}{where}. It goes on once that is mended; Ctrl+C ends it.[/]");
        }

        await tables.WhenReady.WaitAsync(cancel);
    }

    private void PrintWhere(Listening listening, IConfiguration settings)
    {
        string links = Settings.BoardOf(settings);
        console.MarkupLineInterpolated($"The board is at [bold]{listening.Board}[/], the API under /api, {Settings.LettersGo(settings)}.");
        if (links != listening.Board)
        {
            console.MarkupLineInterpolated($"Letters link to {links}, where colleagues must find it; --board-url names another address.");
        }
    }

    private void PrintAccess(Listening listening, IHost app, bool isOpen)
    {
        IConfiguration settings = app.Services.GetRequiredService<IConfiguration>();
        if (isOpen)
        {
            console.MarkupLine(
                "Nobody signs in: this machine alone is served, and whoever uses it may do everything (README, \"Who may do what\").");
        }
        else if (AccessChecks.FirstToSignIn(options, settings) is { } address)
        {
            string token = app.Services.GetRequiredService<OneTimeLink>().Issue(address);
            console.MarkupLineInterpolated(
                $"This link signs in {address}, once, on this machine, within {OneTimeLink.Lifetime.TotalMinutes} minutes:");

            // A line of its own, which no console folds.
            console.WriteLine($"{listening.Board}#/sign-in/{token}");
        }
    }

    /// <summary>
    /// Null where an empty store stays empty: nobody's real store is given a sample, nor does a mail server write to the sample's people.
    /// </summary>
    private string? SampleFor(Store store, IConfiguration settings)
    {
        if (!options.HasSample || options.Register is not null || store.Connection is null)
        {
            return options.Register;
        }

        return string.IsNullOrEmpty(settings["Smtp:Host"]) ? Root.Sample : null;
    }

    private async Task Load(string? register, HttpClient http, CancellationToken cancel)
    {
        using HttpResponseMessage listed = await http.GetAsync("/api/agreements?limit=1", cancel);
        if (!listed.IsSuccessStatusCode)
        {
            throw new UsageException($"The store cannot be read: {await ProblemText.Read(listed, cancel)}");
        }

        bool isEmpty = (await listed.Content.ReadFromJsonAsync<JsonNode>(cancel))!["agreements"]!.AsArray().Count == 0;
        if (options.Register is { } unused && !isEmpty)
        {
            string warning = $"The store is not empty, so {unused} was not loaded; "
                + "send it to /api/registers, or name an empty folder with --data.";
            console.MarkupLineInterpolated($"[yellow]{warning}[/]");
        }

        if (isEmpty && register is not null)
        {
            await Upload(register, http, cancel);
        }
    }

    private async Task Upload(string file, HttpClient http, CancellationToken cancel)
    {
        using HttpResponseMessage answer = await RegisterUpload.Send(http, file, cancel);
        if (!answer.IsSuccessStatusCode)
        {
            string why = await ProblemText.Read(answer, cancel);
            throw new UsageException((int)answer.StatusCode >= 500
                ? $"{file} could not be loaded, which is no fault of the file: {why}"
                : $"{file} was refused, and nothing of it was stored; mend it and start again: {why}");
        }

        console.MarkupLineInterpolated($"Loaded {file}.");
        if (options.Register is null && options.Clock is null)
        {
            console.MarkupLine(
                "It was signed in 2019, so all of it is late by now; "
                + "[bold]--clock 2019-11-21T09:00:00+08:00[/] goes back to that day (with an empty --data DIR).");
        }
    }
}
