using System.Diagnostics;
using FollowUp.LocalHost.Hosting;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FollowUp.Benchmarks;

/// <summary>The engine: start, one activity, done; so many starts at a time.</summary>
internal static class OrchestrationBenchmark
{
    /// <summary>The goal: no more than this, whatever the machine.</summary>
    private const double RequestsMax = 6;

    /// <summary>Three times what DurableTask.AzureStorage reached on a like machine.</summary>
    public const double EmulatorMin = 150;

    /// <summary>No request leaves the process, and callers share their commits.</summary>
    public const double FileMin = 1_000;

    public static async Task Measure(Store store, int atOnce, int[] counts, double raw, double rateMin, Report report)
    {
        CountingTransport transport = new(store.Transport);
        using IHost host = Build(store.Connection, transport);
        await host.StartAsync();
        DurableTaskClient client = host.Services.GetRequiredService<LocalTaskHub>().Client;
        await Run(client, $"warm-{atOnce}", counts[0], atOnce);
        foreach (int count in counts)
        {
            int before = transport.Requests;
            long begun = Stopwatch.GetTimestamp();
            await Run(client, $"measured-{atOnce}-{count}", count, atOnce);
            double rate = count / Stopwatch.GetElapsedTime(begun).TotalSeconds;
            double requests = (transport.Requests - before) / (double)count;
            // A handful says nothing about speed.
            bool isEnough = count < 100 || rate >= rateMin;
            string what = $"{store.Name}: orchestrations: start, 1 activity, done; {count}, {atOnce} at a time";
            report.Add(what, rate, "/s", $"{rate / raw:P0} of raw", isEnough);
            report.Add("storage requests for each", requests, "", $"at most {RequestsMax}", requests <= RequestsMax);
        }

        await host.StopAsync();
    }

    private static async Task Run(DurableTaskClient client, string name, int count, int atOnce)
    {
        Task<OrchestrationMetadata>[] ends = new Task<OrchestrationMetadata>[count];
        await Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = atOnce }, async (n, cancel) =>
        {
            StartOrchestrationOptions options = new($"{name}-{n}");
            string id = await client.ScheduleNewOrchestrationInstanceAsync("Greet", "Nia", options, cancel);
            ends[n] = client.WaitForInstanceCompletionAsync(id, cancel);
        });
        OrchestrationMetadata[] ended = await Task.WhenAll(ends);
        if (ended.Any(one => one.RuntimeStatus != OrchestrationRuntimeStatus.Completed))
        {
            throw new InvalidOperationException("Not all orchestrations completed.");
        }
    }

    private static IHost Build(string connection, CountingTransport transport)
    {
        LocalHostBuilder builder = new();
        builder.Use(options =>
        {
            options.OnlyTypes = [typeof(Greetings)];
            options.Url = "http://127.0.0.1:0";
            options.StorageTransport = transport;
        });
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Configuration.AddInMemoryCollection([new("AzureWebJobsStorage", connection)]);
        return builder.Build();
    }

    public static class Greetings
    {
        [Function("Greet")]
        public static Task<string> Greet([OrchestrationTrigger] TaskOrchestrationContext context, string name) =>
            context.CallActivityAsync<string>("Hello", name);

        [Function("Hello")]
        public static string Hello([ActivityTrigger] string name) => $"Hello, {name}";
    }
}
