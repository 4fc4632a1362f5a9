using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using FollowUp.Tests;

namespace FollowUp.Processes.Rig;

/// <summary>What the one or other caller did to an item, and was answered.</summary>
internal sealed record Acknowledged(string Agreement, string Item, string Event);

/// <summary>People who register agreements and sign for, report and confirm items, and remember what they were answered.</summary>
internal sealed class Callers(Uri address, Random random, int owners) : IDisposable
{
    public const int ItemsEach = 3;

    private readonly HttpClient http = new() { BaseAddress = address, Timeout = TimeSpan.FromMinutes(2) };
    private readonly ConcurrentQueue<Acknowledged> acknowledged = [];
    private readonly ConcurrentDictionary<(string Agreement, string Item), string> states = [];
    private readonly ConcurrentDictionary<string, JsonObject> unanswered = [];
    private readonly SemaphoreSlim answers = new(0);
    private int registered;
    private int refusals;

    /// <summary>What they call their agreements, so that two of them do not take the same names.</summary>
    public string Prefix { get; init; } = "minutes";

    public IReadOnlyCollection<Acknowledged> Acknowledged => acknowledged;

    /// <summary>Answers of 503, which say when to come again.</summary>
    public int Refusals => refusals;

    public HttpClient Http => http;

    /// <summary>Completes when so many more calls were answered.</summary>
    public async Task Answered(int calls, CancellationToken cancel)
    {
        for (int n = 0; n < calls; n++)
        {
            await answers.WaitAsync(cancel);
        }
    }

    public async Task Begin(JsonObject register, CancellationToken cancel)
    {
        using HttpResponseMessage answer = await http.PostAsJsonAsync("/api/registers", register, cancel);
        answer.IsSuccessStatusCode.Should().BeTrue(await answer.Content.ReadAsStringAsync(cancel));
    }

    /// <summary>So many calls one after the other, as long as anybody answers.</summary>
    public async Task Call(int calls, CancellationToken cancel)
    {
        try
        {
            for (int call = 0; call < calls; call++)
            {
                await Something(cancel);
                _ = answers.Release();
            }
        }
        catch (HttpRequestException)
        {
            // It was killed over this call, which may have been done or not.
        }
    }

    /// <summary>Calls of which nobody knows what came of them are made again: nothing may be left halfway.</summary>
    public async Task Insist(CancellationToken cancel)
    {
        foreach ((string id, JsonObject agreement) in unanswered)
        {
            await Register(id, agreement, cancel);
        }
    }

    /// <summary>One more agreement, whose owners will hear of it.</summary>
    public Task RegisterAnother(CancellationToken cancel)
    {
        string id = string.Create(CultureInfo.InvariantCulture, $"{Prefix}-{Interlocked.Increment(ref registered)}");
        return Register(id, Papers.Agreement(id, Enumerable.Range(0, ItemsEach).Select(Item)), cancel);

        JsonObject Item(int n)
        {
            lock (random)
            {
                return Papers.Item($"item-{n}", Papers.Owner(random.Next(owners)));
            }
        }
    }

    public void Dispose() => http.Dispose();

    private Task Something(CancellationToken cancel)
    {
        int kind;
        KeyValuePair<(string Agreement, string Item), string>[] open;
        lock (random)
        {
            kind = random.Next(3);
            open = [.. states.Where(item => item.Value != "confirmed").OrderBy(item => item.Key)];
            if (kind > 0 && open.Length > 0)
            {
                ((string agreement, string item), string state) = random.One(open);
                return Move(agreement, item, state, cancel);
            }
        }

        return RegisterAnother(cancel);
    }

    private async Task Register(string id, JsonObject agreement, CancellationToken cancel)
    {
        unanswered[id] = agreement;
        if (await Answer(HttpMethod.Post, "/api/agreements", agreement, cancel))
        {
            _ = unanswered.TryRemove(id, out _);
            foreach (JsonNode? item in agreement["items"]!.AsArray())
            {
                acknowledged.Enqueue(new(id, (string)item!["id"]!, "registered"));
                states[(id, (string)item["id"]!)] = (string)item["owner"]!;
            }
        }
    }

    /// <summary>What comes next for an item: its owner signs for it and reports, the lead confirms. Said twice, it is no mistake.</summary>
    private async Task Move(string agreement, string item, string state, CancellationToken cancel)
    {
        string[] words = state.Split(' ');
        (string what, JsonObject body, string next) = words switch
        {
            [string owner] => ("receipt", Papers.By(owner), $"{owner} signed"),
            [string owner, "signed"] => ("completion", Papers.Done(owner), $"{owner} reported"),
            _ => ("confirmation", Papers.By("lead"), "confirmed"),
        };
        if (await Answer(HttpMethod.Put, $"/api/agreements/{agreement}/items/{item}/{what}", body, cancel))
        {
            acknowledged.Enqueue(new(agreement, item, next.Split(' ')[^1]));
            states[(agreement, item)] = next;
        }
    }

    /// <returns>Whether it was done; false where it was politely refused.</returns>
    private async Task<bool> Answer(HttpMethod method, string path, JsonObject body, CancellationToken cancel)
    {
        using HttpRequestMessage request = new(method, path) { Content = JsonContent.Create(body) };
        using HttpResponseMessage answer = await http.SendAsync(request, cancel);
        string text = await answer.Content.ReadAsStringAsync(cancel);
        if (answer.StatusCode == HttpStatusCode.ServiceUnavailable)
        {
            (answer.Headers.RetryAfter?.Delta).Should().NotBeNull($"{method} {path} is to be tried again: {text}");
            _ = Interlocked.Increment(ref refusals);
            return false;
        }

        answer.IsSuccessStatusCode.Should().BeTrue($"{method} {path}: {(int)answer.StatusCode} {text}");
        return true;
    }
}
