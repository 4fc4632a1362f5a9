using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using FollowUp.LocalHost.Hosting;
using FollowUp.Tables;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Spectre.Console;

namespace FollowUp.Start;

/// <summary>
/// <c>./start --demo</c>: the whole product on a clock that jumps to the next thing to do. Nothing is simulated but time: the
/// functions, orchestrations, tables, HTTP calls and letters are the real ones.
/// </summary>
internal sealed class DemoCommand(
    Options options, IAnsiConsole console, IdleDetector idleDetector, FakeTimeProvider clock, HttpClient http, LetterReply replies)
{
    /// <summary>In the sample, the last item is closed from letters alone. Whose cast it is otherwise, says each call itself.</summary>
    private IReadOnlySet<Act> fromLetters = new HashSet<Act>();

    private readonly List<string> broken = [];

    public static async Task<int> Run(Options options, IAnsiConsole console, CancellationToken cancel)
    {
        IReadOnlyList<Act> script = Script.Build(options.Register ?? Root.Sample, Cast.Read(options.Cast ?? Root.SampleCast));
        string letters = Path.Combine(options.Data ?? Directory.CreateTempSubdirectory("followup-").FullName, "letters");

        // In UTC, always: this clock compares moments by their ticks, and one with an offset would hold back its timers.
        FakeTimeProvider clock = new(script[0].At.ToUniversalTime());
        using Store store = await Store.OpenTemporary(options, clock, console, cancel);
        StoreFolder.Demand(letters, "--data");
        using IHost app = App.Build(clock, "http://127.0.0.1:0", store.Connection!, letters, LogLevel.Error, store.Transport);
        await app.StartAsync(cancel);

        using HttpClient http = new() { BaseAddress = new(app.Services.GetRequiredService<LocalHostAddress>().Url) };
        DemoCommand demo = new(
            options, console, app.Services.GetRequiredService<IdleDetector>(), clock, http, new LetterReply(http, letters))
        {
            fromLetters = options.Cast is null ? LetterReply.FromLetters(script) : new HashSet<Act>(),
        };
        bool isOver = await demo.Live(new(script), cancel);
        DemoEvents events = await DemoEvents.Collect(http, letters, cancel);
        Show(options, events, letters);
        await app.StopAsync(cancel);
        demo.broken.ForEach(expectation => console.MarkupLineInterpolated($"[red]{expectation}[/]"));
        return isOver && demo.broken.Count == 0 ? 0 : 1;
    }

    private static void Show(Options options, DemoEvents events, string letters)
    {
        if (options.IsJson)
        {
            events.WriteLines(Console.Out);
        }
        else
        {
            Timeline.Write(AnsiConsole.Console, events, letters);
        }
    }

    /// <returns>Whether it came to its end: every item closed, or the moment to stop reached.</returns>
    private async Task<bool> Live(Queue<Act> script, CancellationToken cancel)
    {
        while (true)
        {
            await idleDetector.WhenIdle(cancel);
            DateTimeOffset? next = Earliest(script.TryPeek(out Act? act) ? act.At : null, idleDetector.NextAlarm);
            if (next is null || (script.Count == 0 && await NothingLeft(cancel)))
            {
                // Where a moment to stop was given, the rest of the time passes in silence.
                return options.Until is not null || await AllClosed(cancel);
            }

            if (next > options.Until)
            {
                return true;
            }

            if (next > clock.GetUtcNow())
            {
                clock.SetUtcNow(next.Value.ToUniversalTime());
                await idleDetector.WhenIdle(cancel);
            }

            while (script.TryPeek(out act) && act.At <= clock.GetUtcNow())
            {
                await Perform(script.Dequeue(), cancel);
            }
        }
    }

    private async Task Perform(Act act, CancellationToken cancel)
    {
        using HttpResponseMessage answer = await Send(act, cancel);
        if (!act.Meets((int)answer.StatusCode))
        {
            string expected = act.Expect?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "success";
            string body = await answer.Content.ReadAsStringAsync(cancel);
            broken.Add($"{act.At:u} {act.Method} {act.Path}: expected {expected}, got {(int)answer.StatusCode}: {body}");
            console.MarkupLineInterpolated($"[red]{broken[^1]}[/]");
        }
    }

    private async Task<HttpResponseMessage> Send(Act act, CancellationToken cancel)
    {
        if (fromLetters.Contains(act))
        {
            return await replies.Give(act, cancel) ?? new HttpResponseMessage(HttpStatusCode.NotFound)
            {
                Content = new StringContent("no letter of theirs has a link for it"),
            };
        }

        using HttpRequestMessage request = new(new(act.Method), act.Path);
        if (act.Body is not null)
        {
            request.Content = new StringContent(act.Body, Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
        }

        return await http.SendAsync(request, cancel);
    }

    /// <summary>No letter is under way and no open item has anything more to say: waiting longer changes nothing.</summary>
    private async Task<bool> NothingLeft(CancellationToken cancel) =>
        idleDetector.NextAlarm is null
        || (idleDetector.NextAlarm > clock.GetUtcNow().AddDays(1)
            && (await DemoEvents.Items(http, cancel)).All(item => item["nextAt"] is null));

    private async Task<bool> AllClosed(CancellationToken cancel)
    {
        IReadOnlyList<JsonNode> items = await DemoEvents.Items(http, cancel);
        List<string> open = [.. items.Where(item => (bool)item["open"]!).Select(item => (string)item["id"]!)];
        if (open.Count > 0)
        {
            console.MarkupLineInterpolated($"[red]Still open, and nobody does anything more: {string.Join(", ", open)}[/]");
        }

        return open.Count == 0;
    }

    private static DateTimeOffset? Earliest(DateTimeOffset? one, DateTimeOffset? other) =>
        one is null ? other : other is null || one < other ? one : other;
}
