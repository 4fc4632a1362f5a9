using FollowUp.Values;

namespace FollowUp.Parsing.CalendarFiles;

/// <summary>What a file holds, in all its calendars together: some programs write a calendar a year.</summary>
/// <param name="Name">Null where it gives itself none.</param>
/// <param name="Others">What is no event, and could be taken for one.</param>
internal sealed record CalendarFileContent(string? Name, List<VEvent> Events, List<Component> Others)
{
    /// <exception cref="CalendarFileException">It is not what a calendar program publishes.</exception>
    public static CalendarFileContent Parse(ReadOnlySpan<byte> file)
    {
        List<Component> calendars = ComponentReader.Read(LineUnfolder.Unfold(file));
        List<VEvent> events = [];
        foreach (Component calendar in calendars)
        {
            bool isWithdrawn = IsCancellation(calendar);
            int before = events.Count;
            CalendarTimeZone zone = new(calendar.First("X-WR-TIMEZONE")?.TrimmedValue);
            IEnumerable<Component> vevents = calendar.Children.Where(child => child.Name == "VEVENT");
            events.AddRange(vevents.Select((component, n) => new VEvent(component, before + n, zone, isWithdrawn)));
        }

        return new(NameOf(calendars), events, [.. calendars.SelectMany(calendar => calendar.Children).Where(HasName)]);
    }

    /// <summary>Tasks and journals have names, as events do; zones and times that are taken have none.</summary>
    private static bool HasName(Component part) => part.Name != "VEVENT" && part.First("SUMMARY") is not null;

    private static bool IsCancellation(Component calendar)
    {
        if (calendar.First("VERSION")?.TrimmedValue == "1.0")
        {
            throw new CalendarFileException("is vCalendar 1.0, not iCalendar 2.0 (RFC 5545); export it as that");
        }

        return calendar.First("METHOD")?.TrimmedValue.ToUpperInvariant() switch
        {
            null or "" or "PUBLISH" or "REQUEST" => false,
            "CANCEL" => true,
            var other => throw new CalendarFileException($"is a message between calendar programs (METHOD:{other}), and no calendar"),
        };
    }

    private static string? NameOf(List<Component> calendars) =>
        calendars.Select(calendar => calendar.First("X-WR-CALNAME") ?? calendar.First("NAME"))
            .FirstOrDefault(line => line is not null)?.UnescapedText().Trim() switch
        {
            null or "" => null,
            { Length: > Limits.Title } name =>
                throw new CalendarFileException($"has a name (X-WR-CALNAME) of {name.Length} characters; at most {Limits.Title} are taken"),
            var name when name.Any(char.IsControl) =>
                throw new CalendarFileException("has a name (X-WR-CALNAME) of more than one line, or with control characters"),
            var name when TextRules.Fault(name, isLine: true) is { } wrong =>
                throw new CalendarFileException($"has a name (X-WR-CALNAME) that {wrong}"),
            var name => name,
        };
}
