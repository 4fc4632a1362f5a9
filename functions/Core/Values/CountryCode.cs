using System.Text.RegularExpressions;
using FollowUp.Faults;

namespace FollowUp.Values;

/// <summary>What calendars and parties are called: after countries, in capitals, or like anything else.</summary>
public static partial class CountryCode
{
    /// <summary>What is wrong with it; null where nothing is.</summary>
    public static string? Fault(string id) => IsValid(id) ? null : ValueFaults.NotCalendarId.Fill(Identifier.LengthMax);

    public static bool IsValid(string id) => Form().IsMatch(id);

    [GeneratedRegex(@"^[A-Za-z0-9-]{1,40}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
