using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace FollowUp.Access;

/// <summary>
/// How many calls of a kind one caller may make in a minute, on each host, from the settings <c>CallLimits:Costly</c> and
/// <c>CallLimits:WrongKeys</c>.
/// </summary>
/// <param name="Costly">Of <see cref="CostlyCalls"/>. All of a minute may come at once.</param>
/// <param name="WrongKeys">With a key or a link that opens nothing.</param>
public sealed record CallLimitSettings(int Costly, int WrongKeys)
{
    private const string CostlySetting = "CallLimits:Costly";

    private const string WrongKeysSetting = "CallLimits:WrongKeys";

    /// <summary>A script that takes over a register, file by file, makes some of them a second, and waits for each.</summary>
    private const int DefaultCostly = 600;

    /// <summary>An office behind one address opens as many letters of last year on a bad day, and guesses far more.</summary>
    private const int DefaultWrongKeys = 100;

    private const int Max = 1_000_000;

    /// <exception cref="InvalidOperationException">One cannot be followed.</exception>
    public static CallLimitSettings Read(IConfiguration settings) => Fault(settings) is { } fault
        ? throw new InvalidOperationException(fault)
        : new(Number(settings[CostlySetting], DefaultCostly)!.Value, Number(settings[WrongKeysSetting], DefaultWrongKeys)!.Value);

    /// <summary>What is wrong with one of them; null where nothing is.</summary>
    public static string? Fault(IConfiguration settings) =>
        Number(settings[CostlySetting], DefaultCostly) is null ? Unfollowable(CostlySetting)
        : Number(settings[WrongKeysSetting], DefaultWrongKeys) is null ? Unfollowable(WrongKeysSetting)
        : null;

    private static int? Number(string? text, int fallback) => text is not { Length: > 0 } ? fallback
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number is >= 1 and <= Max ? number : null;

    private static string Unfollowable(string setting) => $"The setting {setting} must be a number of calls a minute, from 1 to {Max}.";
}
