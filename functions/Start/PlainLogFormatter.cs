using Azure;
using FollowUp.Storage;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace FollowUp.Start;

/// <summary>
/// Log lines for whoever sits at the terminal: of a store that is away only what is wrong, of what nobody foresaw where it happened as
/// well.
/// </summary>
internal sealed class PlainLogFormatter() : ConsoleFormatter(Format)
{
    public const string Format = "plain";

    public override void Write<TState>(in LogEntry<TState> entry, IExternalScopeProvider? scopes, TextWriter to)
    {
        to.WriteLine($"{Word(entry.LogLevel)}: {entry.Category}: {entry.Formatter(entry.State, entry.Exception)}{Why(entry.Exception)}");
    }

    private static string Why(Exception? failure) => failure switch
    {
        null => "",
        StoreUnavailableException away => $": {away.Message}",
        RequestFailedException or AggregateException or IOException or HttpRequestException or TimeoutException when IsOutside(failure) =>
            $": {StoreTrouble.Of(failure).Sentence} ({FirstLine(failure)})",
        _ => $"{Environment.NewLine}{failure}",
    };

    /// <summary>What a service elsewhere did or did not do: where in this program it was met says nothing.</summary>
    private static bool IsOutside(Exception failure) =>
        failure is not AggregateException several || several.InnerExceptions.All(one => one is RequestFailedException or IOException);

    private static string FirstLine(Exception failure) =>
        (failure is AggregateException { InnerExceptions: [.., var last] } ? last : failure).Message.Split('\n')[0].Trim();

    private static string Word(LogLevel level) => level switch
    {
        LogLevel.Critical => "crit",
        LogLevel.Error => "fail",
        LogLevel.Warning => "warn",
        LogLevel.Information => "info",
        _ => "dbug",
    };
}
