using System.Globalization;
using FollowUp.Hosts;
using FollowUp.LocalHost.Hosting;
using FollowUp.Start;
using FollowUp.Tables;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

if (args is ["busy", { } threads])
{
    Busy.Run(int.Parse(threads, CultureInfo.InvariantCulture));
    return;
}

// The app over a file or a table service, on a clock that runs faster than time, until it is killed. The environment says where its
// mail goes. Hosts STORE URL FROM SINCE SPEED
FastClock clock = new(Instant(args[2]), Instant(args[3]), double.Parse(args[4], CultureInfo.InvariantCulture));
using SqliteTables? file = args[0].Contains("TableEndpoint=", StringComparison.Ordinal) ? null : new(args[0], clock);
LocalHostBuilder builder = new();
builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
{
    ["AzureWebJobsStorage"] = file is null ? args[0] : SqliteTables.ConnectionString,
    ["Board:Url"] = App.BoardAt(args[1]),
});
using IHost app = App.Build(builder, clock, args[1], LogLevel.Warning, file);
await app.StartAsync();
Console.WriteLine("ready");
_ = Task.Run(EndWithWhoeverStartedIt);
await app.WaitForShutdownAsync();

void EndWithWhoeverStartedIt()
{
    Starter.WaitForEnd();
    Environment.Exit(1);
}

static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
