using FollowUp.Values;

namespace FollowUp.Parsing.CalendarFiles;

/// <summary>What a file holds, in all its calendars together: programs put one year after the other.</summary>
/// <param name="Name">Null where it gives itself none.</param>
/// <param name="Others">What is no event, and could be taken for one.</param>
internal sealed record FileContent(string? Name, List<FileEvent> Events, List<Component> Others)
{
    /// <exception cref="UnfollowedException">It is not what a calendar program publishes.</exception>
    public static FileContent Of(ReadOnlySpan<byte> file)
    {
        List<Component> calendars = Components.Read(FileText.Lines(file));
        List<FileEvent> events = [];
        foreach (Component calendar in calendars)
        {
            bool isWithdrawn = IsWithdrawn(calendar);
            int before = events.Count;
            OfficeZone zone = new(calendar.First("X-WR-TIMEZONE")?.Written);
            events.AddRange(calendar.Parts.Where(part => part.Name == "VEVENT").Select((one, n) => new FileEvent(one, before + n, zone, isWithdrawn)));
        }

        return new(Named(calendars), events, [.. calendars.SelectMany(calendar => calendar.Parts).Where(IsNamed)]);
    }

    /// <summary>Tasks and journals have names, as events do; zones and times that are taken have none.</summary>
    private static bool IsNamed(Component part) => part.Name != "VEVENT" && part.First("SUMMARY") is not null;

    private static bool IsWithdrawn(Component calendar)
    {
        if (calendar.First("VERSION")?.Written == "1.0")
        {
            throw new UnfollowedException("is vCalendar 1.0, not iCalendar 2.0 (RFC 5545); export it as that");
        }

        return calendar.First("METHOD")?.Written.ToUpperInvariant() switch
        {
            null or "" or "PUBLISH" or "REQUEST" => false,
            "CANCEL" => true,
            var other => throw new UnfollowedException($"is a message between calendar programs (METHOD:{other}), and no calendar"),
        };
    }

    private static string? Named(List<Component> calendars) =>
        calendars.Select(calendar => calendar.First("X-WR-CALNAME") ?? calendar.First("NAME"))
            .FirstOrDefault(line => line is not null)?.Unescaped().Trim() switch
        {
            null or "" => null,
            { Length: > Limits.Title } name =>
                throw new UnfollowedException($"has a name (X-WR-CALNAME) of {name.Length} characters; at most {Limits.Title} are taken"),
            var name when name.Any(char.IsControl) =>
                throw new UnfollowedException("has a name (X-WR-CALNAME) of more than one line, or with control characters"),
            var name when Writing.Fault(name, isLine: true) is { } wrong => throw new UnfollowedException($"has a name (X-WR-CALNAME) that {wrong}"),
            var name => name,
        };
}
