using System.Text.RegularExpressions;

namespace FollowUp.Values;

/// <summary>What calendars and parties are called: after countries, in capitals, or like anything else.</summary>
public static partial class CountryCode
{
    /// <summary>What is wrong with it; null where nothing is.</summary>
    public static string? Fault(string id) => IsValid(id) ? null : $"must be 1 to {Identifier.LengthMax} of A-Z, a-z, 0-9 and -";

    public static bool IsValid(string id) => Form().IsMatch(id);

    [GeneratedRegex(@"^[A-Za-z0-9-]{1,40}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
