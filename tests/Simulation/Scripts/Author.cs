using FollowUp.Simulation.Expected;
using FollowUp.Simulation.Papers;
using NodaTime;

namespace FollowUp.Simulation.Scripts;

/// <summary>Makes up a world from a seed. It keeps the model's cards as it goes, so that most of what people do makes sense.</summary>
public sealed class Author
{
    private readonly Random random;
    private readonly Cast cast;
    private readonly Instant begin;
    private readonly int days;
    private readonly List<Step> steps = [];
    private readonly List<Agreement> agreements = [];
    private readonly Departures departures;
    private int keys;

    private Author(int seed)
    {
        random = new(seed);

        // Some begin just before the day that Apia never had.
        LocalDate day = random.Is(0.05) ? new LocalDate(2011, 12, 1).PlusDays(random.Next(35))
            : new LocalDate(2012, 1, 1).PlusDays(random.Next(12 * 365));
        days = random.Is(0.9) ? random.Next(15, 32) : random.Is(0.8) ? random.Next(40, 120) : random.Next(150, 401);
        begin = Instant.FromUtc(day.Year, day.Month, day.Day, random.Next(24), random.Next(60), random.Next(60));
        cast = new(random, day, days);
        departures = new(seed, cast, begin, days);
    }

    private Instant End => begin + Duration.FromDays(days);

    public static Script Write(int seed)
    {
        Author author = new(seed);
        author.Agree();
        author.Live();
        author.Change();
        author.Worry();
        author.steps.AddRange(author.departures.Steps);

        // At the end everything comes to rest: a letter that could not be handed over is given up after a day of trying.
        IEnumerable<Step> steps = author.steps.Where(step => step.At < author.End).OrderBy(step => step.At);
        return new(seed, author.begin, author.End + Duration.FromDays(4), author.cast.People, author.cast.Calendars, author.cast.Plans,
            [.. steps]);
    }

    private void Agree()
    {
        string[] ids = [.. cast.People.Select(person => person.Id).Where(id => id != "other")];
        int items = random.Next(20, 61);
        for (int n = 1; items > 0; n++)
        {
            int some = Math.Min(items, random.Next(5, 45));
            items -= some;
            string id = $"a{n}";
            Instant at = begin + Duration.FromMinutes(1 + (random.Is(0.7) ? 0 : random.Next(days * 300)));
            LocalDate signed = at.InUtc().Date.PlusDays(-random.Next(0, 5));
            string[] chain = cast.Chain(ids);
            string coordinator = random.One(ids);
            int later = random.Is(0.3) ? random.Next(1, 4) : 0;
            later = Math.Min(later, some - 1);
            Item[] papers =
            [
                .. Enumerable.Range(1, some)
                    .Select(number => Item(id, number, ids, at) with { DependsOn = Before(Math.Min(number, some - later + 1)) })
                    .Select(ComingRound),
            ];
            Agreement agreement = new(id, signed, random.One(Cast.Zones), "WEEK", coordinator, chain, [.. papers.SkipLast(later)]);
            agreements.Add(agreement with { Items = papers });
            steps.Add(new Registering(at, agreement));
            steps.AddRange(
                papers.TakeLast(later).Select(paper => new Adding(at + Duration.FromMinutes(random.Next(10, days * 700)), paper)));
        }
    }

    /// <summary>What an item waits for: some of those that are registered with it or before it.</summary>
    private string[] Before(int number) =>
        number == 1
            || random.Is(0.75) ? [] : [.. Enumerable.Range(0, random.Next(1, 3)).Select(_ => $"i{random.Next(1, number)}").Distinct()];

    private Item ComingRound(Item item) =>
        random.Is(0.9) ? item : item with { Rule = new(item.DueOn.Day <= 28 && random.Is(0.3), random.Next(2, 5), item.DueOn, item.Id, 1) };

    private Item Item(string agreement, int number, string[] people, Instant at) => new(
        agreement, $"i{number}", random.One(people), random.Is(0.3) ? [random.One(people)] : [], random.One(people),
        random.Is(0.3) ? "other" : null,
        at.InUtc().Date.PlusDays(random.Is(0.1) ? random.Next(0, 4) : random.Next(1, Math.Min(days, 200))), random.One(Cast.Zones),
        random.Is(0.5) ? [] : random.Is(0.5) ? [random.One(cast.Calendars).Id] : ["WEEK", random.One("SUNDAYS", "FRIDAYS", "DAILY")],
        random.One(cast.Plans).Id,
        random.Is(0.2) ? [
            new("draft", at.InUtc().Date.PlusDays(random.Next(1, days))),
            new("text", at.InUtc().Date.PlusDays(random.Next(1, days))),
        ] : []);

    /// <summary>What people do with their items, in the order of time.</summary>
    private void Live()
    {
        Register register = new(cast.People.ToDictionary(person => person.Id), cast.Calendars.ToDictionary(calendar => calendar.Id), 0);
        foreach (Agreement agreement in agreements)
        {
            Dictionary<string, Life> lives = [];
            foreach (Item paper in agreement.Items)
            {
                Instant at =
                    steps.First(
                        step => (step is Adding adding && adding.Item == paper)
                            || (step is Registering registering && registering.Agreement.Items.Contains(paper))).At;
                Plan plan = cast.Plans.Single(plan => plan.Id == paper.Plan);
                IReadOnlyList<string> calendars = paper.Calendars.Count > 0 ? paper.Calendars : [register.People[paper.Owner].Calendar];
                Life life = new(paper, agreement, plan, 1, [.. calendars.Select(id => register.Calendars[id])]);
                life.Become(Standing.Registered(paper, agreement.Coordinator, agreement.Chain, at), at, register);
                lives.Add(paper.Id, life);
                Live(life, [.. paper.DependsOn.Select(other => lives[other])],
                    agreement.Items.Any(other => other.DependsOn.Contains(paper.Id)), register, at);
                while (life.OpensNextAt is { } next && next < End)
                {
                    life = life.ComeRound(plan, 1, next, register, person => departures.HolderAt(next, person));
                    Live(life, [], isAwaited: false, register, next);
                }
            }
        }
    }

    /// <param name="others">What it waits for; they were lived before.</param>
    /// <param name="isAwaited">Whether others wait for it.</param>
    private void Live(Life life, IReadOnlyList<Life> others, bool isAwaited, Register register, Instant at)
    {
        // What others wait for is mostly on its way.
        double pause = isAwaited ? random.One(1.0, 2, 6, 15) : random.One(2.0, 6, 15, 40);
        while (true)
        {
            at += Duration.FromSeconds(60 + (long)(-Math.Log(1 - random.NextDouble()) * pause * 86_400));
            if (at >= End || (!life.Now.IsOpen && random.Is(0.6)))
            {
                return;
            }

            Register today = departures.Overtake(life, at, register);
            if (life.FreeAt(others) is { } free && free <= at)
            {
                life.Assign(free, at, today);
            }

            Deed deed = new Habits(random, life, today, () => $"key-{++keys}").Next(at);
            steps.Add(deed);
            Outcome outcome = Verbs.Do(deed, life, life.Now, today, at);
            life.Become(outcome.After, at, today);
        }
    }

    /// <summary>People come and go, and calendars and plans are written anew: running items must not move for it.</summary>
    private void Change()
    {
        string[] ids = [.. cast.People.Select(person => person.Id)];
        for (int n = random.Next(0, 4); n > 0; n--)
        {
            Person person = random.One(cast.People);
            steps.Add(new NewPerson(Sometime(), person with
            {
                Absences = cast.Absences(person.Id, ids),
                Zone = random.Is(0.3) ? random.One(Cast.Zones) : person.Zone,
                Calendar = random.Is(0.2) ? random.One(cast.Calendars).Id : person.Calendar,
                Rhythm = random.Is(0.5) ? cast.Rhythm() : person.Rhythm,
            }));
        }

        for (int n = random.Next(0, 3); n > 0; n--)
        {
            steps.Add(
                random.Is(0.5) ? new NewCalendar(Sometime(), cast.NewCalendar(random.One("WEEK", "SUNDAYS", "FRIDAYS")))
                    : new NewPlan(Sometime(), cast.NewPlan(random.One("plan-1", "plan-2"))));
        }

        for (int n = random.Next(0, 2); n > 0; n--)
        {
            steps.Add(new Looking(Sometime()));
        }
    }

    /// <summary>Most worlds have few troubles, so that what they do can be understood.</summary>
    private void Worry()
    {
        Worries worries = new(random, cast);
        for (int n = random.Is(0.4) ? random.Next(1, 4) : 0; n > 0; n--)
        {
            steps.Add(worries.Address(Sometime()));
        }

        if (random.Is(0.35))
        {
            return;
        }

        for (int n = random.Is(0.7) ? random.Next(1, 4) : random.Next(4, 15); n > 0; n--)
        {
            // Half of them strike while somebody does something.
            Instant at = random.Is(0.5) && steps.OfType<Deed>().Any()
                ? random.One(steps.OfType<Deed>().ToList()).At - Duration.FromSeconds(random.Next(0, 30))
                : Sometime();
            steps.Add(worries.One(at));
        }
    }

    private Instant Sometime() => begin + Duration.FromSeconds(600 + random.NextInt64(days * 86_400L));
}
