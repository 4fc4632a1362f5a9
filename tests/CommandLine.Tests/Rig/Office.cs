using Azure.Core.Pipeline;
using FollowUp.LocalHost.Hosting;
using FollowUp.Tables;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace FollowUp.CommandLine.Tests.Rig;

/// <summary>The app over tables in memory, on a clock that tests drive, and a prompt that knows where it is.</summary>
internal sealed class Office : IAsyncDisposable
{
    public const string Key = "0123456789abcdef0123456789abcdef";

    private static readonly TimeSpan HalfADay = TimeSpan.FromHours(12);

    private readonly FakeTimeProvider clock;
    private readonly string letters = Directory.CreateTempSubdirectory("followup-").FullName;
    private readonly IHost host;

    private Office(DateTimeOffset at, IEnumerable<KeyValuePair<string, string?>> settings)
    {
        clock = new(at.ToUniversalTime());
        InMemoryTables tables = new(clock);
        LocalHostBuilder builder = new();
        builder.Configuration.Sources.Clear();
        _ = builder.Configuration.AddInMemoryCollection(settings).AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["AzureWebJobsStorage"] = InMemoryTables.ConnectionString,
            ["Letters:Folder"] = letters,
        });
        _ = builder.Logging.ClearProviders();
        _ = builder.Services.AddSingleton<TimeProvider>(clock).AddSingleton<HttpPipelineTransport>(tables);
        _ = builder.Use(local =>
        {
            local.Functions = typeof(FollowUpServices).Assembly;
            local.Url = "http://127.0.0.1:0";
            local.StorageTransport = tables;
            local.HasExclusiveStore = true;
        });
        _ = builder.Services.AddFollowUp(builder.Configuration);
        host = builder.Build();
    }

    /// <summary>Nobody is signed in at it, until a test sets a variable.</summary>
    public Prompt Prompt { get; } = new();

    public HttpClient Http { get; } = new();

    private IdleDetector IdleDetector => host.Services.GetRequiredService<IdleDetector>();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>As it comes: nobody signs in, and this machine alone is served.</summary>
    public static Task<Office> Open(string at = "2019-11-21T09:00:00+08:00") => Start(at, []);

    /// <summary>Whoever comes brings a key: <see cref="Key"/> is the coordinators' desk's.</summary>
    public static Task<Office> WithKeys() => Start("2019-11-21T09:00:00+08:00", [new("Access:Keys:desk", Key)]);

    /// <summary>Runs a command, and everything that it sets off at once.</summary>
    public async Task<Said> Run(params string[] arguments)
    {
        Said said = await Prompt.Run(arguments);
        await Still();
        return said;
    }

    /// <summary>Time passes, half a day at once where something is due: what is due together goes out together.</summary>
    public async Task PassUntil(DateTimeOffset at)
    {
        while (clock.GetUtcNow() < at)
        {
            DateTimeOffset next = (IdleDetector.NextAlarm ?? at) + HalfADay;
            clock.SetUtcNow((next < at ? next : at).ToUniversalTime());
            await Still();
        }
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await host.StopAsync(CancellationToken.None);
        host.Dispose();
        Directory.Delete(letters, recursive: true);
    }

    private static async Task<Office> Start(string at, IEnumerable<KeyValuePair<string, string?>> settings)
    {
        Office office = new(DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture), settings);
        await office.host.StartAsync(Cancel);
        office.Http.BaseAddress = new(office.host.Services.GetRequiredService<LocalHostAddress>().Url);
        office.Prompt.Variables["FOLLOWUP_SERVER"] = office.Http.BaseAddress.AbsoluteUri;
        return office;
    }

    private Task Still() => IdleDetector.WhenIdle(Cancel);
}
