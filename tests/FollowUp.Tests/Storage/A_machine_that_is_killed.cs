using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using FollowUp.Storage;

namespace FollowUp.Tests.Storage;

/// <summary>
/// The whole program over its file, killed while four callers register: every agreement that was answered with 201 is there afterwards with
/// all its items. Tests <see cref="AgreementTransaction"/>.
/// </summary>
public sealed class A_machine_that_is_killed : IDisposable
{
    private const int Kills = 6;
    private const int Callers = 4;

    private static readonly string Program =
        Path.Combine(AppContext.BaseDirectory.Replace("FollowUp.Tests", "Start", StringComparison.Ordinal), "FollowUp.Start.dll");

    private readonly string folder = Directory.CreateTempSubdirectory("followup-killed-").FullName;
    private readonly JsonObject register =
        JsonNode.Parse(File.ReadAllText(Path.Combine(Root, "samples/2019-11-21-beijing.json")))!.AsObject();
    private readonly ConcurrentQueue<string> answered = [];
    private readonly int port = FreePort();
    private readonly HttpClient http;
    private int asked;

    public A_machine_that_is_killed() => http = new() { BaseAddress = new($"http://127.0.0.1:{port}") };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static string Root => FollowUpFolder(AppContext.BaseDirectory);

    [Fact]
    public void loses_no_agreement_that_it_answered_for() => Seeds.Each(1, random => Lives(random).GetAwaiter().GetResult());

    public void Dispose()
    {
        http.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private async Task Lives(Random random)
    {
        for (int life = 0; life <= Kills; life++)
        {
            using Process process = await Start();
            try
            {
                await Live(isFirst: life == 0, random.Next(1, 20), process.Kill);
            }
            finally
            {
                process.Kill();
                await process.WaitForExitAsync(Cancel);
            }
        }

        await Repaired();
    }

    private async Task Repaired()
    {
        using Process process = await Start();
        try
        {
            await AllAreThere();
            string last = (await Repair()).Split('\n', StringSplitOptions.RemoveEmptyEntries)[^1];
            int.Parse(last.Split(' ')[0], CultureInfo.InvariantCulture).Should().BeGreaterThanOrEqualTo(answered.Count, last);
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync(Cancel);
        }
    }

    /// <summary>What whoever calls <c>./start repair</c> reads at the end.</summary>
    private async Task<string> Repair()
    {
        using Process repair =
            Process.Start(
                new ProcessStartInfo("dotnet",
                    [Program, "repair", "--port", port.ToString(CultureInfo.InvariantCulture)])
                { RedirectStandardError = true })!;
        string said = await repair.StandardError.ReadToEndAsync(Cancel);
        await repair.WaitForExitAsync(Cancel);
        repair.ExitCode.Should().Be(0, said);
        return said;
    }

    /// <param name="answers">So many agreements are answered for, and then it is killed over others.</param>
    private async Task Live(bool isFirst, int answers, Action kill)
    {
        await AllAreThere();
        if (isFirst)
        {
            _ = await Post("/api/registers", Without("agreements"));
        }

        TaskCompletionSource enough = new(TaskCreationOptions.RunContinuationsAsynchronously);
        int wanted = answered.Count + answers;
        Task[] callers = [.. Enumerable.Range(0, Callers).Select(_ => RegisterUntilItDies(Answered))];
        await Task.WhenAny(enough.Task, Task.WhenAll(callers));
        kill();
        await Task.WhenAll(callers);

        void Answered()
        {
            if (answered.Count >= wanted)
            {
                _ = enough.TrySetResult();
            }
        }
    }

    private async Task<Process> Start()
    {
        string[] options =
        [
            "--store",
            "sqlite",
            "--data",
            folder,
            "--port",
            port.ToString(CultureInfo.InvariantCulture),
            "--no-sample",
            "--clock",
            "2019-11-21T09:00:00+08:00",
        ];
        ProcessStartInfo start = new("dotnet", [Program, .. options]) { RedirectStandardError = true };

        // Whatever is set on this machine: nobody gets mail from a test.
        start.Environment["Smtp__Host"] = "";
        Process process = Process.Start(start)!;
        // The line that tells where the board is: it is served from then on.
        List<string> said = [];
        while (await process.StandardError.ReadLineAsync(Cancel) is { } line)
        {
            said.Add(line);
            if (line.Contains("Ctrl+C", StringComparison.Ordinal))
            {
                _ = process.StandardError.ReadToEndAsync(Cancel);
                return process;
            }
        }

        throw new InvalidOperationException($"It did not start: {string.Join('\n', said)}");
    }

    private async Task AllAreThere()
    {
        foreach (string agreement in answered)
        {
            using HttpResponseMessage found = await http.GetAsync($"/api/agreements/{agreement}", Cancel);
            found.StatusCode.Should().Be(HttpStatusCode.OK, $"{agreement} was answered with 201");
            JsonNode? items = await http.GetFromJsonAsync<JsonNode>($"/api/items?agreement={agreement}", Cancel);
            items!["items"]!.AsArray().Should().HaveCount(register["agreements"]![0]!["items"]!.AsArray().Count);
        }
    }

    private async Task RegisterUntilItDies(Action hasAnswered)
    {
        while (true)
        {
            JsonObject agreement = register["agreements"]![0]!.DeepClone().AsObject();
            string id = $"minutes-{Interlocked.Increment(ref asked)}";
            agreement["id"] = id;
            try
            {
                if (await Post("/api/agreements", agreement) == HttpStatusCode.Created)
                {
                    answered.Enqueue(id);
                    hasAnswered();
                }
            }
            catch (HttpRequestException)
            {
                // It died over this one: it may be there or not.
                return;
            }
        }
    }

    private async Task<HttpStatusCode> Post(string path, JsonObject body)
    {
        using HttpResponseMessage answer = await http.PostAsJsonAsync(path, body, Cancel);
        answer.IsSuccessStatusCode.Should().BeTrue(await answer.Content.ReadAsStringAsync(Cancel));
        return answer.StatusCode;
    }

    private JsonObject Without(string part)
    {
        JsonObject rest = register.DeepClone().AsObject();
        _ = rest.Remove(part);
        return rest;
    }

    private static int FreePort()
    {
        using Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }

    private static string FollowUpFolder(string folder) =>
        File.Exists(Path.Combine(folder, "FollowUp.sln")) ? folder : FollowUpFolder(Path.GetDirectoryName(folder)!);
}
