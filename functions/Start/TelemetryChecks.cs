using System.Data.Common;
using Microsoft.Extensions.Configuration;

namespace FollowUp.Start;

/// <summary>Where spans and logs go: what names no place is refused, and never repeated where a key may be in it.</summary>
internal static class TelemetryChecks
{
    private const string Monitor = "APPLICATIONINSIGHTS_CONNECTION_STRING";
    private const string Collector = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private const string Protocol = "OTEL_EXPORTER_OTLP_PROTOCOL";

    /// <exception cref="UsageException">One cannot be followed.</exception>
    public static void Demand(IConfiguration settings)
    {
        if (settings[Monitor] is { Length: > 0 } monitor && !IsConnection(monitor))
        {
            throw new UsageException(
                $"The setting {Monitor} is no connection string: it must be like InstrumentationKey=…;IngestionEndpoint=https://….");
        }

        if (settings[Collector] is { Length: > 0 } collector && !IsAddress(collector))
        {
            throw new UsageException($"The setting {Collector} must be an address like http://127.0.0.1:4317, not {collector}.");
        }

        if (settings[Protocol] is { Length: > 0 } protocol && protocol is not ("grpc" or "http/protobuf"))
        {
            throw new UsageException($"The setting {Protocol} must be grpc or http/protobuf, not {protocol}.");
        }
    }

    private static bool IsConnection(string text)
    {
        try
        {
            DbConnectionStringBuilder parts = new() { ConnectionString = text };
            return parts.TryGetValue("InstrumentationKey", out object? key) && $"{key}".Length > 0
                && (!parts.TryGetValue("IngestionEndpoint", out object? endpoint) || IsAddress($"{endpoint}"));
        }
        catch (ArgumentException)
        {
            // What the parser says repeats a part of it.
            return false;
        }
    }

    private static bool IsAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out Uri? address) && address.Scheme is ("http" or "https");
}
