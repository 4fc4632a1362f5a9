using System.Collections.Immutable;
using FollowUp.Simulation.Papers;
using NodaTime;

namespace FollowUp.Simulation.Scripts;

/// <summary>Who lives in a world, by what calendars and plans.</summary>
public sealed class Cast
{
    public static readonly string[] Zones =
    [
        "Australia/Lord_Howe", "Africa/Casablanca", "Asia/Kathmandu", "Pacific/Chatham", "Pacific/Apia", "America/St_Johns",
        "Asia/Shanghai", "Europe/Moscow", "Europe/Berlin", "America/New_York", "America/Santiago", "Asia/Kolkata",

        // As far apart as people can be: somebody's morning is somebody else's day before.
        "Pacific/Pago_Pago", "Pacific/Kiritimati", "Pacific/Honolulu", "Asia/Kamchatka", "Europe/Kaliningrad",
    ];

    private readonly Random random;
    private readonly LocalDate begin;
    private readonly int days;
    private readonly Crowding crowding;

    public Cast(Random random, LocalDate begin, int days)
    {
        (this.random, this.begin, this.days) = (random, begin, days);
        Calendars = [.. new[] { "WEEK", "SUNDAYS", "FRIDAYS", "DAILY" }.Select(NewCalendar)];
        Plans = [Plan.Default, .. Enumerable.Range(1, 2).Select(n => NewPlan($"plan-{n}"))];
        crowding = new(random);
        string[] ids = [.. Enumerable.Range(1, crowding.People).Select(n => $"p{n}")];
        People =
        [
            .. ids.Select(id => new Person(id, random.One(Zones), random.One(Calendars).Id, Absences(id, ids)) { Rhythm = Rhythm() }),
            new Person("other", random.One(Zones), "WEEK", [], random.Is(0.5) ? random.One(ids) : null),
        ];
    }

    public IReadOnlyList<Person> People { get; }

    /// <summary>The levels of an agreement.</summary>
    public string[] Chain(IReadOnlyList<string> ids) => crowding.Chain(ids);

    public IReadOnlyList<Calendar> Calendars { get; }

    public IReadOnlyList<Plan> Plans { get; }

    public Calendar NewCalendar(string id)
    {
        IsoDayOfWeek[] weekend = id switch
        {
            "WEEK" => [IsoDayOfWeek.Saturday, IsoDayOfWeek.Sunday],
            "SUNDAYS" => [IsoDayOfWeek.Sunday],
            "FRIDAYS" => [IsoDayOfWeek.Friday, IsoDayOfWeek.Saturday],
            _ => [],
        };
        HashSet<LocalDate> holidays = [], madeUp = [];
        for (int n = 0; n < (id == "DAILY" ? 0 : 1 + (days / 40)); n++)
        {
            LocalDate first = begin.PlusDays(random.Next(-40, days + 60));
            for (int day = random.Next(1, 8); day > 0; day--)
            {
                _ = holidays.Add(first.PlusDays(day));
            }

            // Only days of the weekend can be made up for by working.
            LocalDate made = first.PlusDays(-random.Next(1, 10));
            while (!weekend.Contains(made.DayOfWeek))
            {
                made = made.PlusDays(-1);
            }

            _ = madeUp.Add(made);
        }

        _ = madeUp.RemoveWhere(holidays.Contains);
        return new(id, weekend, holidays, madeUp);
    }

    public Rhythm Rhythm()
    {
        LocalTime? hour = random.Is(0.5) ? null : random.One(new LocalTime(7, 30), new(2, 15), new(12, 0), new(23, 30));
        return random.Is(0.5) ? new("at-once", null, null)
            : random.Is(0.4) ? new("daily", null, hour)
            : new("weekly", (IsoDayOfWeek)random.Next(1, 8), hour);
    }

    public IReadOnlyList<Away> Absences(string id, IReadOnlyList<string> ids)
    {
        List<Away> absences = [];
        for (int n = random.Is(crowding.Absence) ? random.Next(1, 4) : 0; n > 0; n--)
        {
            LocalDate from = begin.PlusDays(random.Next(-10, days + 10));
            LocalDate to = from.PlusDays(random.Next(0, 25));
            string? substitute = random.Is(0.85) ? random.One(ids) : null;

            // Nobody is taken as their own substitute.
            absences.Add(new(from, to, substitute == id ? null : substitute));
        }

        return absences;
    }

    /// <summary>From small blocks that make sense together, so that what is accepted today is accepted tomorrow.</summary>
    public Plan NewPlan(string id)
    {
        LocalTime hour = random.One(new LocalTime(9, 0), new(0, 0), new(0, 30), new(2, 0), new(2, 15), new(2, 30), new(3, 0), new(12, 45),
            new(23, 0), new(23, 45));
        List<Ladder> ladders = [];
        Add("receipt", 1, Rung.Of("at-once", "0", "owner"), Rung.Of("again", Days(2, 5), "owner"),
            Rung.Of("up", Days(6, 9), "level-1", "coordinator"));
        Add("due", 1, Rung.Of("early", $"-{random.Next(10, 40)}cd", "owner", "supporting"), Rung.Of("eve", "-1wd", "owner"),
            Rung.Of("day", "0", "owner"));
        Add("overdue", 1,
            Rung.Of("again", Days(1, 2), "owner") with { Every = random.One("+3wd", "+5wd", "+7cd", "+1mo"), Times = random.Next(1, 8) },
            Rung.Of("one", Days(2, 5), "level-1", "issuer"), Rung.Of("two", Days(6, 12), "level-2", "coordinator"),
            Rung.Of("three", "+1mo", "level-3"));
        Add("progress", 0.5,
            Rung.Of("word", random.One("+1mo", "+20wd", "+30cd"), "owner") with { Every = random.One("+1mo", "+30cd"), Times = 12 });
        Add("silence", 0.5,
            Rung.Of("watch", random.One("+5wd", "+10wd", "+21cd"), "coordinator") with { Every = "+10wd", Times = random.Next(1, 5) },
            Rung.Of("up", "+40cd", "level-1"));
        Add("confirmation", 0.8, Rung.Of("at-once", "0", "issuer"), Rung.Of("again", Days(3, 6), "issuer"),
            Rung.Of("up", Days(7, 12), "level-1", "coordinator"));
        Add("waiting", 0.7, Rung.Of("ask", random.One("+7cd", "+10wd", "+1mo"), "liaison") with { Every = "+10wd", Times = 5 },
            Rung.Of("up", "+40cd", "level-1"));
        Add("extension", 0.4, Rung.Of("at-once", "0", "issuer"), Rung.Of("again", Days(2, 4), "issuer"),
            Rung.Of("up", Days(5, 9), "level-1"));
        Add("returned", 0.3, Rung.Of("at-once", "0", "owner"), Rung.Of("up", Days(3, 6), "level-1"));
        Add("answered", 0.3, Rung.Of("at-once", "0", "owner"));
        Add("moved", 0.3, Rung.Of("at-once", "0", "owner"));
        Add("blocked", 0.3, Rung.Of("week", "-7cd", "coordinator"),
            Rung.Of("again", Days(1, 4), "coordinator") with { Every = "+5wd", Times = 5 }, Rung.Of("up", Days(5, 9), "level-1"));
        Add("handover", 0.3, Rung.Of("at-once", "0", "former-owner"));
        Add("closing", 0.3, Rung.Of("done", "0", "issuer"));
        return new(id, hour, random.Next(0, 4), ladders) { Review = random.Is(0.6) ? NewReview() : null };

        Weekly NewReview() => new(
            random.One(IsoDayOfWeek.Monday, IsoDayOfWeek.Thursday, IsoDayOfWeek.Sunday),
            random.Is(0.5) ? null : random.One(new LocalTime(0, 15), new(2, 30), new(8, 0), new(23, 45)));

        string Days(int from, int to) => $"+{random.Next(from, to + 1)}wd";

        // Somebody more, at any place: those whom a rung speaks to are often one person, as this and as that.
        Rung Crowded(Rung rung)
        {
            string more =
                random.One(
                    [
                        .. rung.Id is "up" or "two" or "three" ? new[] { "issuer", "level-2" } : [],
                        "owner",
                        "supporting",
                        "coordinator",
                        "liaison",
                    ]);
            return random.Is(0.7) || rung.To.Contains(more)
                ? rung
                : rung with { To = ImmutableList.CreateRange(rung.To).Insert(random.Next(rung.To.Count + 1), more) };
        }

        void Add(string name, double probability, params Rung[] rungs)
        {
            if (random.Is(probability))
            {
                ladders.Add(new(name, [.. rungs.Where((_, n) => n == 0 || random.Is(0.75)).Select(Crowded)]));
            }
        }
    }
}
