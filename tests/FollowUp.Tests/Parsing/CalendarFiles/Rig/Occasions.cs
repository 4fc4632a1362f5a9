using System.Globalization;
using NodaTime;

namespace FollowUp.Tests.Parsing.CalendarFiles.Rig;

/// <summary>
/// Events by chance, as lines of a file: what the standard allows, what the wild does besides, and some that only a mistake writes.
/// </summary>
internal sealed class Occasions(Spelling spelling, int seed)
{
    public const string Working = "班";
    public const string Ignored = "Eve";

    private static readonly string[] Names =
    [
        "x",
        "国庆节",
        "День России, праздник",
        "Fête; nationale",
        "New\\Year 🎉",
        "  Cafe\u0301  ",
        "a very long name that no line takes without being folded, again and again and again",
    ];
    private static readonly string[] Weekdays = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

    private readonly Random random = new(seed);

    /// <summary>What nobody can read but one way, and is refused: now and then, or hardly a file would be taken.</summary>
    private bool IsDoubtful => random.Chance(0.03);

    /// <summary>One event, or one with those that change it.</summary>
    public IEnumerable<List<string>> Some()
    {
        LocalDate start = new LocalDate(2024, 1, 1).PlusDays(random.Next(366));
        string uid = $"{seed}@x.example";
        string name = random.One(Names) + random.One("", "", "", "", "", "", $" {Working}", $" {Ignored}");
        int days = random.One(1, 1, 1, 1, 2, 3);
        bool isTimed = !spelling.HasHours && name.Contains(Working, StringComparison.Ordinal) && random.Chance(0.4);
        List<string> own =
        [
            .. Begin(uid, name),
            .. isTimed ? Hours(start) : Days(start, days),
            .. Rule(start, isTimed),
            .. Sort(),
            .. Alarm(),
            "END:VEVENT",
        ];
        yield return own;
        foreach (List<string> other in Changed(own, uid, name, start, isTimed))
        {
            yield return other;
        }
    }

    private IEnumerable<List<string>> Changed(List<string> own, string uid, string name, LocalDate start, bool isTimed)
    {
        LocalDate day = start.PlusDays(random.Next(4));
        string moved = isTimed ? $"T090000" : "";
        string form = isTimed ? "" : ";VALUE=DATE";
        return random.Next(spelling.HasHours || !spelling.HasUids ? 0 : 6, 24) switch
        {
            6 => [own],
            7 => [[.. Begin(uid, name), .. Days(start.PlusDays(7), 1), $"SEQUENCE:{random.Next(3, 12)}", "END:VEVENT"]],
            8 => [[.. Begin(uid, name), .. Days(start, 1), "SEQUENCE:3", "STATUS:CANCELLED", "END:VEVENT"]],
            9 or 10 or 11 or 12 =>
            [
                [
                    .. Begin(uid, name),
                    $"RECURRENCE-ID{form}:{Date(day)}{moved}",
                    "STATUS:CANCELLED",
                    $"DTSTART{form}:{Date(day)}{moved}",
                    "END:VEVENT",
                ],
            ],
            13 when IsDoubtful =>
            [
                [
                    .. Begin(uid, name),
                    $"RECURRENCE-ID{form}:{Date(day)}{moved}",
                    $"DTSTART;VALUE=DATE:{Date(day.PlusDays(30))}",
                    "END:VEVENT",
                ],
            ],
            _ => [],
        };
    }

    private List<string> Begin(string uid, string name) =>
    [
        "BEGIN:VEVENT", .. spelling.HasUids ? [$"UID:{uid}"] : Array.Empty<string>(), .. spelling.Besides.Split('\n'),
        $"SUMMARY{random.One("", "", ";LANGUAGE=en", ";X-A=\"b;c:d\"")}"
            + $":"
            + $"{name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace(",", "\\,", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal)}",
    ];

    /// <summary>All-day, with the end in any form that means so many days.</summary>
    private List<string> Days(LocalDate start, int days)
    {
        if (spelling.HasHours)
        {
            return [Midnight("DTSTART", start), random.Chance(0.5) ? Midnight("DTEND", start.PlusDays(days)) : $"DURATION:P{days}D"];
        }

        string begins = random.One("DTSTART;VALUE=DATE:", "DTSTART;VALUE=DATE:", "DTSTART;VALUE=\"DATE\":",
            "DTSTART;TZID=Europe/Berlin;VALUE=DATE:") + Date(start);
        LocalDate end = start.PlusDays(days);
        return days == 1 && random.Chance(0.6)
            ? [
                begins,
                .. random.One<string[]>([], [$"DTEND;VALUE=DATE:{Date(start)}"], ["DURATION:P0D"], ["DURATION:PT0S"], ["DURATION:PT24H"],
                    [$"DTEND:{Date(start)}T235959"], [$"DTEND:{Date(start)}T180000"], [$"DTEND:{Date(start)}"]),
            ]
            : [begins, random.One($"DTEND;VALUE=DATE:{Date(end)}", $"DTEND;VALUE=DATE:{Date(end)}", $"DURATION:P{days}D",
                $"DTEND:{Date(end)}T000000", $"DTEND:{Date(end.PlusDays(-1))}T235959",
                IsDoubtful ? $"DTEND:{Date(end)}T120000" : $"DURATION:P{days}DT0S")];
    }

    /// <summary>A day that is worked, with the hours of it.</summary>
    private List<string> Hours(LocalDate day)
    {
        string zone = spelling.Zone is { } named && random.Chance(0.5) ? $";TZID={named}" : "";
        return [
            $"DTSTART{zone}:{Date(day)}T090000",
            .. random.One<string[]>([], [$"DTEND{zone}:{Date(day)}T180000"], ["DURATION:PT9H"],
                [$"DTEND{zone}:{Date(day.PlusDays(1))}T060000"], [$"DTEND{zone}:{Date(day.PlusDays(1))}T000000"]),
        ];
    }

    private List<string> Rule(LocalDate start, bool isTimed)
    {
        if (random.Chance(spelling.IsInUtc ? 0.85 : 0.45))
        {
            return [];
        }

        string weekday = Weekdays[(int)start.DayOfWeek - 1];
        string rule = random.One(
            "FREQ=DAILY;COUNT=3", "FREQ=DAILY;INTERVAL=2;COUNT=2", $"FREQ=DAILY;UNTIL={Date(start.PlusDays(random.Next(9)))}",
            "FREQ=WEEKLY", $"FREQ=WEEKLY;INTERVAL=2;BYDAY={weekday},{random.One(Weekdays)};WKST={random.One("MO", "SU")}", "FREQ=MONTHLY",
            $"FREQ=MONTHLY;BYMONTHDAY={start.Day},-1", $"FREQ=MONTHLY;BYDAY={((start.Day - 1) / 7) + 1}{weekday}",
            $"FREQ=MONTHLY;BYDAY={weekday};BYSETPOS={((start.Day - 1) / 7) + 1}",
            "FREQ=YEARLY", $"FREQ=YEARLY;BYMONTH={start.Month};BYMONTHDAY={start.Day}",
            $"FREQ=YEARLY;BYMONTH={start.Month};BYDAY={((start.Day - 1) / 7) + 1}{weekday}",
            $"FREQ=YEARLY;BYYEARDAY={start.DayOfYear}", "FREQ=YEARLY",
            IsDoubtful ? $"FREQ=MONTHLY;BYDAY=-1{weekday}" : "FREQ=WEEKLY;COUNT=3");
        string end = random.One(
            "", ";COUNT=2", ";COUNT=4", $";UNTIL={Date(start.PlusDays(random.Next(200)))}",
            $";UNTIL={Date(start.PlusDays(random.Next(20)))}T000000Z", $";UNTIL={Date(start.PlusDays(3))}T160000Z", ";COUNT=3",
            $";UNTIL={Date(start.PlusDays(random.Next(100)))}", $";UNTIL={Date(start.PlusDays(random.Next(40)))}T235959");
        if (rule.StartsWith("FREQ=DAILY", StringComparison.Ordinal))
        {
            end = "";
        }

        return [
            $"RRULE:{rule}"
                + $"{(rule.Contains("COUNT", StringComparison.Ordinal) ? "" : isTimed || spelling.HasHours ? random.One("", ";COUNT=3") : end)}",
            .. isTimed || spelling.HasHours ? HourLists(start, isTimed) : DayLists(start),
        ];
    }

    private List<string> DayLists(LocalDate start)
    {
        (string one, string other, string more) =
            (Date(start.PlusDays(random.Next(8))), Date(start.PlusDays(random.Next(30))), Date(start.PlusDays(random.Next(60))));
        return random.One<string[]>(
            [], [], [$"EXDATE;VALUE=DATE:{one}"], [$"EXDATE;VALUE=DATE:{one},{other}"],
            [$"EXDATE;VALUE=DATE:{one}", $"EXDATE;VALUE=DATE:{other}"], [$"EXDATE;TZID=Europe/Berlin:{one}T000000"],
            [$"EXDATE:{one}T000000Z,{other}T000000Z"],
            [$"EXDATE:{one}"], [$"RDATE;VALUE=DATE:{more}"], [$"RDATE;VALUE=DATE:{more},{other}", $"EXDATE;VALUE=DATE:{other}"],
            IsDoubtful ? [$"EXDATE:{one}T160000Z"] : [$"EXDATE:{one}T000000"]).ToList();
    }

    private List<string> HourLists(LocalDate start, bool isTimed)
    {
        string one = Date(start.PlusDays(random.Next(8)));
        return isTimed ? random.One<string[]>(
            [], [$"EXDATE:{one}T090000"], [$"EXDATE;VALUE=DATE:{one}"], IsDoubtful ? [$"EXDATE:{one}T100000"] : []).ToList()
            : random.Chance(0.5) ? [] : [Midnight("EXDATE", start.PlusDays(random.Next(8)))];
    }

    private List<string> Sort() => random.One<string[]>(
        [], [], [], ["STATUS:CONFIRMED"], ["STATUS:TENTATIVE"], ["STATUS:CANCELLED"], ["DESCRIPTION:Public holiday"],
        ["DESCRIPTION:Observance\\nTo hide observances\\, go to Google Calendar Settings"], ["SEQUENCE:2"],
        ["CATEGORIES:Holidays,Red Letter"]).ToList();

    private List<string> Alarm() => !spelling.HasAlarms ? [] : random.One<string[]>(
        ["BEGIN:VALARM", "TRIGGER:-PT15M", "ACTION:DISPLAY", "DESCRIPTION:y", "END:VALARM"],
        ["BEGIN:VALARM", "ACTION:NONE", "TRIGGER;VALUE=DATE-TIME:19760401T005545Z", "DURATION:P9D", "SUMMARY:y", "END:VALARM"],
        ["BEGIN:VALARM", "END:VALARM"]).ToList();

    private string Midnight(string property, LocalDate day) => spelling.IsInUtc
        ? $"{property}:"
            + $"{DateTimeZoneProviders.Tzdb[spelling.Zone!].AtStartOfDay(day).ToInstant().InUtc().LocalDateTime.ToString("uuuuMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)}"
        : $"{property};TZID={spelling.Zone}:{Date(day)}T000000";

    private static string Date(LocalDate day) => day.ToString("uuuuMMdd", CultureInfo.InvariantCulture);
}
