using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace FollowUp.Http;

/// <summary>How large a file may be that is handed in, from the setting <c>Evidence:MaxMegabytes</c>.</summary>
public sealed record EvidenceSettings(int MaxBytes)
{
    private const string Setting = "Evidence:MaxMegabytes";

    /// <summary>A signed paper of some pages, as a scanner makes it.</summary>
    private const int DefaultMegabytes = 10;

    /// <summary>Each file is held in memory whole while it comes and goes; a host takes more than this.</summary>
    private const int MaxMegabytes = 50;

    /// <exception cref="InvalidOperationException">The setting cannot be followed.</exception>
    public static EvidenceSettings Read(IConfiguration settings) => Fault(settings) is { } fault
        ? throw new InvalidOperationException(fault)
        : new(1024 * 1024 * (settings[Setting] is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : DefaultMegabytes));

    /// <summary>What is wrong with it; null where nothing is.</summary>
    public static string? Fault(IConfiguration settings) =>
        settings[Setting] is not { Length: > 0 } text
        || (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number is >= 1 and <= MaxMegabytes)
            ? null
            : $"The setting {Setting} must be a number from 1 to {MaxMegabytes}, not {text}.";
}
