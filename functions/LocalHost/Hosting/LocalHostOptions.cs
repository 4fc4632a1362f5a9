using System.Reflection;
using Azure.Core.Pipeline;
using Microsoft.DurableTask.Client;

namespace FollowUp.LocalHost.Hosting;

/// <summary>What tests and the start program may choose. An app does not know that there is a choice.</summary>
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

    /// <summary>What carries the requests to the hub's tables: a counter, a fault injector, a service in memory.</summary>
    public HttpPipelineTransport? StorageTransport { get; set; }

    /// <summary>The store lets in one process at a time: what a host that died left locked there need not be waited for.</summary>
    public bool HasExclusiveStore { get; set; }

    /// <summary>
    /// For tests: what is kept of an instance between its steps is read again before each, and compared, and so is what its code does with
    /// what a replay does. A step that would have been taken from something else fails. Slow, and it asks the store more often.
    /// </summary>
    public bool VerifiesReplays { get; set; }

    public long MaxRequestBodyBytes { get; set; } = DefaultMaxRequestBodyBytes;

    /// <summary>
    /// For tests: orchestrations and activities run on an engine elsewhere, which this client reaches. The functions are found and bound all the
    /// same; this host serves HTTP and timers alone.
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
