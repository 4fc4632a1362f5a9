namespace FollowUp.Parsing.CalendarFiles;

/// <summary>Reads the components of a file. An end that is missing, at the end or in the middle, is a fault, never made up.</summary>
internal sealed class ComponentReader
{
    private const string Calendar = "VCALENDAR";
    private const string Alarm = "VALARM";

    /// <summary>A calendar holds events, and events alarms; no program puts in more than a few layers.</summary>
    private const int MaxDepth = 8;

    /// <summary>What an alarm never has: found in one, the alarm has no end, and the property belongs to the event.</summary>
    private static readonly HashSet<string> EventOnlyProperties =
        ["DTSTART", "DTEND", "RRULE", "RDATE", "EXDATE", "EXRULE", "RECURRENCE-ID", "STATUS", "SEQUENCE"];

    private readonly List<Component> calendars = [];
    private readonly Stack<Component> open = [];

    /// <exception cref="CalendarFileException">It is no iCalendar file, or a broken one.</exception>
    public static List<Component> Read(List<UnfoldedLine> lines)
    {
        RequireCalendar(lines);
        ComponentReader reader = new();
        foreach (UnfoldedLine line in lines[..^1])
        {
            reader.ReadLine(line);
        }

        // A file that is cut off ends within a line as well, which is not what is wrong with it.
        if (reader.open.TryPeek(out Component? cut) && After("END:", lines[^1].Text.Trim()) is null)
        {
            throw CutOff(cut);
        }

        reader.ReadLine(lines[^1]);
        return reader.open.TryPeek(out cut) ? throw CutOff(cut) : reader.calendars;
    }

    private static void RequireCalendar(List<UnfoldedLine> lines)
    {
        if (lines.Count == 0)
        {
            throw new CalendarFileException("is empty; an iCalendar file begins with BEGIN:VCALENDAR");
        }

        if (!string.Equals(lines[0].Text.Trim(), $"BEGIN:{Calendar}", StringComparison.OrdinalIgnoreCase))
        {
            throw new CalendarFileException(
                $"is no iCalendar file (RFC 5545): it begins with {ContentLine.Quote(lines[0].Text)}, not with BEGIN:VCALENDAR");
        }
    }

    private static CalendarFileException CutOff(Component cut) =>
        new($"is cut off: the {cut.Name} that begins in line {cut.Line} has no end");

    private void ReadLine(UnfoldedLine line)
    {
        string text = line.Text.Trim();
        if (After("BEGIN:", text) is { } begun)
        {
            Begin(begun, line.Number);
        }
        else if (After("END:", text) is { } ended)
        {
            End(ended, line.Number);
        }
        else if (!open.TryPeek(out Component? inside))
        {
            throw new CalendarFileException($"goes on after its end, in line {line.Number}: {ContentLine.Quote(text)}");
        }
        else if (inside.Name != Alarm)
        {
            inside.Properties.Add(ContentLine.Parse(line));
        }
        else if (EventOnlyProperties.Contains(text.Split(':', ';')[0].ToUpperInvariant()))
        {
            throw new CalendarFileException(
                $"has an alarm, in line {inside.Line}, that does not end before line {line.Number}, {ContentLine.Quote(text)}");
        }
    }

    private void Begin(string name, int line)
    {
        Component? inside = open.TryPeek(out Component? top) ? top : null;
        if (inside?.Name == Alarm && name != "VEVENT" && name != Calendar)
        {
            return;
        }

        if (inside is null != (name == Calendar) || inside?.Name is Alarm or "VEVENT" && name is "VEVENT")
        {
            throw new CalendarFileException(inside is null
                ? $"begins a {name} in line {line} outside of any {Calendar}"
                : $"begins a {name} in line {line}, and the {inside.Name} that begins in line {inside.Line} has not ended");
        }

        if (open.Count == MaxDepth)
        {
            throw new CalendarFileException($"begins a {name} in line {line} inside of {MaxDepth} others that have not ended");
        }

        Component begun = new(name, line);
        (inside?.Children ?? calendars).Add(begun);
        open.Push(begun);
    }

    private void End(string name, int line)
    {
        // What is in an alarm does not matter, nor whether it ends: the event's end ends it.
        if (open.TryPeek(out Component? alarm) && alarm.Name == Alarm && name != Alarm)
        {
            if (open.Skip(1).All(around => around.Name != name))
            {
                return;
            }

            _ = open.Pop();
        }

        if (!open.TryPop(out Component? ended) || ended.Name != name)
        {
            throw new CalendarFileException(ended is null
                ? $"ends a {name} in line {line} that never began"
                : $"ends a {name} in line {line}, and the {ended.Name} that begins in line {ended.Line} has not ended");
        }
    }

    private static string? After(string word, string text) =>
        text.StartsWith(word, StringComparison.OrdinalIgnoreCase) ? text[word.Length..].Trim().ToUpperInvariant() : null;
}
