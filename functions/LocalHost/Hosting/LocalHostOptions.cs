using System.Reflection;
using Azure.Core.Pipeline;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.DurableTask.Client;

namespace FollowUp.LocalHost.Hosting;

/// <summary>Options for tests and the start program. The app does not know of them.</summary>
public sealed class LocalHostOptions
{
    /// <summary>Generous: an app sets its own limit where it reads.</summary>
    public const long DefaultMaxRequestBodyBytes = 100 * 1024 * 1024;

    /// <summary>The assembly to find functions in; the entry assembly if null.</summary>
    public Assembly? Functions { get; set; }

    /// <summary>Only the functions of these types, so that a test can host classes of its own.</summary>
    public IReadOnlyCollection<Type>? OnlyTypes { get; set; }

    /// <summary>
    /// Where to listen; the setting <c>LocalHost:Url</c> says otherwise. Port 0 is any free one: <see cref="LocalHostAddress"/>
    /// tells which.
    /// </summary>
    public string Url { get; set; } = "http://127.0.0.1:7071";

    /// <summary>Where host.json and local.settings.json lie.</summary>
    public string ContentRoot { get; set; } = AppContext.BaseDirectory;

    /// <summary>Carries the requests to the hub's tables: tables in memory or in a file, a request counter, a fault injector.</summary>
    public HttpPipelineTransport? StorageTransport { get; set; }

    /// <summary>Only one process at a time can open the store: a lease that a dead host left there need not expire first.</summary>
    public bool HasExclusiveStore { get; set; }

    /// <summary>
    /// For tests: before each step the cached instance is compared with the store, and each step of a kept session with a replay. A step
    /// fails where they differ. Slow, and it sends more requests.
    /// </summary>
    public bool VerifiesReplays { get; set; }

    /// <summary>What a call goes through before it reaches a function, and addresses beside the functions' own.</summary>
    public Action<WebApplication>? BeforeFunctions { get; set; }

    public long MaxRequestBodyBytes { get; set; } = DefaultMaxRequestBodyBytes;

    /// <summary>How long a caller may take to say what they want: far longer than any network needs.</summary>
    public TimeSpan HeadersTimeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>
    /// How slowly a body may come, and an answer be taken: slower than any line, and a caller who stands still is not waited for. A body
    /// that stopped is answered with 408.
    /// </summary>
    public MinDataRate MinDataRate { get; set; } = new(bytesPerSecond: 240, gracePeriod: TimeSpan.FromSeconds(5));

    /// <summary>
    /// For tests: orchestrations and activities run on another engine, which this client reaches. The functions are found and bound all
    /// the same, and this host runs HTTP and timer functions only.
    /// </summary>
    internal Func<IServiceProvider, DurableTaskClient>? ExternalEngine { get; set; }
}

/// <summary>The address that the host listens on, known once it has started.</summary>
public sealed class LocalHostAddress
{
    private string? url;

    public string Url
    {
        get => url ?? throw new InvalidOperationException("The host has not started to listen yet.");
        internal set => url = value;
    }
}
