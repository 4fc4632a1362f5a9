using FollowUp.Agreements;
using FollowUp.Calendars;
using FollowUp.Items;
using FollowUp.Ledger;
using FollowUp.People;
using FollowUp.Plans;
using FollowUp.Recipients;
using FollowUp.Timetables;
using NodaTime;
using NodaTime.Text;

namespace FollowUp.Tests;

/// <summary>
/// The cast and the item that tests are about: Ana owns what Boris gave her, Chen coordinates, Dora, Egor and Fang stand
/// above her in this order, Gleb helps.
/// </summary>
public static class Sample
{
    public const string Shanghai = "Asia/Shanghai";
    public const string Moscow = "Europe/Moscow";

    /// <summary>
    /// The ladders of the default plan. Its weekly review tells of every item for as long as it is late, and has tests of its own.
    /// </summary>
    public static Plan Ladders { get; } = Plan.Default with { Review = null };

    /// <summary>Rests at weekends and never else, so that a reader can count its days on a wall calendar.</summary>
    public static WorkCalendar Plain { get; } =
        new("PLAIN", new() { En = "Plain" }, [IsoDayOfWeek.Saturday, IsoDayOfWeek.Sunday], None, None, new(2099, 12, 31));

    /// <summary>Never rests: what counts is the hour.</summary>
    public static WorkCalendar Daily { get; } = Plain with { Id = "DAILY", Weekend = [] };

    private static Dictionary<LocalDate, Wording> None => [];

    public static WorkCalendar Calendar(string id) => id switch
    {
        "PLAIN" => Plain,
        "DAILY" => Daily,
        _ => OfficialCalendars.Find(id)!,
    };

    public static JointDays Days(params string[] calendars) => new([.. calendars.Select(Calendar)]);

    public static Person Person(string id, string zone = Shanghai, string calendar = "CN", params Absence[] absences) =>
        new(id, id, $"{id}@nia.example", "en", zone, calendar, absences);

    /// <summary>The whole cast at work in Shanghai, but for those who are given.</summary>
    public static Contacts Cast(params Person[] others)
    {
        IEnumerable<Person> cast = new[] { "ana", "boris", "chen", "dora", "egor", "fang", "gleb" }.Select(id => Person(id));
        return new(
            others.Concat(cast).DistinctBy(person => person.Id)
                .ToDictionary(person => person.Id, person => new Contact(person, Calendar(person.Calendar))));
    }

    /// <summary>The whole cast keeping one calendar in one zone.</summary>
    public static Contacts CastIn(string zone, string calendar) =>
        Cast([.. new[] { "ana", "boris", "chen", "dora", "egor", "fang", "gleb" }.Select(id => Person(id, zone, calendar))]);

    public static AgreedItem Item(string dueOn, string assigned, string zone = Shanghai, params string[] calendars) => new(
        "2019-11-21-beijing", "protocol-1", "protocol-revision", "p6-2", new() { En = "Revised protocol", Zh = "议定书修订稿" },
        "ana", ["gleb"], "boris", null, "chen", ["dora", "egor", "fang"],
        Day(dueOn), Day(dueOn), zone, [.. calendars.DefaultIfEmpty("CN").Select(id => new FrozenRevision(id, 1))], new("default", 1), [],
        At(assigned, zone));

    /// <summary>The verb, counting by the item's own calendars.</summary>
    public static AgreedItem Report(this AgreedItem item, Actor by, Instant at, Evidence evidence) =>
        item.Report(by, at, evidence, item.DaysOf());

    public static JointDays DaysOf(this AgreedItem item) => Days([.. item.Calendars.Select(calendar => calendar.Id)]);

    public static LocalDate Day(string iso) => LocalDatePattern.Iso.Parse(iso).GetValueOrThrow();

    /// <summary>An instant by a wall clock: <c>2020-05-29 09:00</c>.</summary>
    public static Instant At(string wall, string zone = Shanghai) =>
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm").Parse(wall).GetValueOrThrow()
            .InZoneStrictly(DateTimeZoneProviders.Tzdb[zone]).ToInstant();

    public static Instant Utc(string iso) => InstantPattern.ExtendedIso.Parse(iso).GetValueOrThrow();

    /// <summary>
    /// What <paramref name="plan"/> (<see cref="Ladders"/> unless given) says about an item that nobody was told about yet.
    /// </summary>
    public static IReadOnlyList<TimetableEntry> Lines(
        this AgreedItem item, Contacts? cast = null, Plan? plan = null, params LedgerRow[] ledger) =>
        Timetable.Compute(item, plan ?? Ladders, item.DaysOf(), cast ?? Cast(), ledger, Instant.MinValue);

    /// <summary>The same, with what has come by <paramref name="now"/>.</summary>
    public static IReadOnlyList<TimetableEntry> Lines(
        this AgreedItem item, Contacts cast, Plan plan, Instant now, params LedgerRow[] ledger) =>
        Timetable.Compute(item, plan, item.DaysOf(), cast, ledger, now);

    /// <summary>The line of a rung, written <c>due/week</c>.</summary>
    public static TimetableEntry Rung(this IEnumerable<TimetableEntry> entries, string rung, int occurrence = 0, string? to = null) =>
        entries.Single(entry => $"{entry.Key.Ladder.ToString().ToLowerInvariant()}/{entry.Key.Rung}" == rung
            && entry.Key.Occurrence == occurrence && (to is null || entry.Key.Recipient == to));

    /// <summary>A plan of nothing but one rung of one ladder.</summary>
    public static Plan PlanOf(LadderName ladder, Rung rung, string hour = "09:00") =>
        new("one", LocalTimePattern.ExtendedIso.Parse(hour + ":00").GetValueOrThrow(), 2, [new(ladder, [rung])]);
}
