using System.Text.RegularExpressions;

namespace FollowUp.Letters;

/// <summary>No line of a letter ends between the initials of a name, or between them and the name.</summary>
public static partial class Initials
{
    public static string Bind(string name) => Gap().Replace(name, "\u00A0");

    [GeneratedRegex(@" (?=\p{Lu}\.)|(?<=(?:^|[ .])\p{Lu}\.) (?=\p{Lu})", RegexOptions.CultureInvariant)]
    private static partial Regex Gap();
}
