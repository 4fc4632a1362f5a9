using FollowUp.Simulation.Papers;
using NodaTime;

namespace FollowUp.Simulation.Expected;

/// <summary>One item from its registration to the end of the world: what it was frozen to, and how it stood when.</summary>
public sealed class Life(Item paper, Agreement agreement, Plan plan, int planRevision, IReadOnlyList<Calendar> calendars)
{
    private readonly List<Era<Standing>> eras = [];
    private readonly Dictionary<string, (Calendar Calendar, Instant Since)> frozen = calendars.DistinctBy(calendar => calendar.Id)
        .ToDictionary(calendar => calendar.Id, calendar => (calendar, Instant.MinValue));
    private (Life Life, Register Register)? before;

    public Item Paper => paper;

    /// <summary>As it stands: whom it names for its items may be replaced.</summary>
    public Agreement Agreement { get; set; } = agreement;

    public Plan Plan => plan;

    public int PlanRevision => planRevision;

    public IReadOnlyList<Era<Standing>> Eras => eras;

    public Standing Now => eras[^1].What;

    /// <summary>
    /// When the app found that its time had come: what it waited for was closed, or the one before it was past. Null where somebody
    /// assigned it, or nobody yet.
    /// </summary>
    public Instant? FoundAt { get; private set; }

    /// <summary>The one that came after it.</summary>
    public Life? Next { get; private set; }

    /// <summary>
    /// When the one after it is to come: on the day after the one that was agreed, done, withdrawn or neither. Null where it is there, or
    /// none is to come.
    /// </summary>
    public Instant? OpensNextAt
    {
        get
        {
            if (Next is not null || paper.Rule is not { IsLast: false })
            {
                return null;
            }

            Instant at = Instant.Max(Days.At(paper.DueOn.PlusDays(1).AtMidnight(), paper.Zone), Now.RegisteredAt);
            return Now.SeriesEnded?.At < at ? null : at;
        }
    }

    /// <summary>Who was told that it is late, as whoever sends it up finds it; what of that is so, law 14 says.</summary>
    public IReadOnlyList<string> Heard { get; set; } = [];

    public DateTimeZone Zone { get; } = DateTimeZoneProviders.Tzdb[paper.Zone];

    public LocalDate DayOf(Instant at) => at.InZone(Zone).Date;

    public bool Works(LocalDate day) => calendars.All(calendar => calendar.Works(day));

    public bool MayActFor(string by, string role, string person, Standing standing, Register register, Instant at) =>
        new Places(this, standing, register, at).MayAct(by, role, person);

    /// <summary>Somebody who acts for them while they are away; they themselves where nobody does.</summary>
    public string ActsFor(string role, string person, Register register, Instant at) =>
        register.People.Keys.FirstOrDefault(by => by != person && MayActFor(by, role, person, Now, register, at)) ?? person;

    /// <summary>Had a part in it once, and has none now.</summary>
    public bool IsOut(Standing standing, string person) =>
        (standing.Handings.Any(handing => handing.From == person) || standing.Givings.Any(giving => giving.From.Contains(person)))
        && !standing.Parts.Contains(person);

    /// <summary>When it is to be assigned; null while one of those that it waits for is open, and when it is past that.</summary>
    /// <param name="others">What it waits for.</param>
    public Instant? FreeAt(IReadOnlyList<Life> others) =>
        Now is { IsOpen: true, IsAssigned: false } && others.All(other => !other.Now.IsOpen)
            ? others.Select(other => other.Now.ClosedAt!.Value).Append(Now.RegisteredAt).Max()
            : null;

    /// <param name="free">See <see cref="FreeAt"/>.</param>
    public void Assign(Instant free, Instant found, Register register)
    {
        FoundAt = found;
        Become(Now with { AssignedAt = free }, found, register);
    }

    /// <summary>The next occurrence: with the plan and the calendars as they are when it is found that it is time (law 9).</summary>
    /// <param name="holder">Who has by then what somebody had.</param>
    public Life ComeRound(Plan today, int revision, Instant found, Register register, Func<string, string> holder)
    {
        Instant at = OpensNextAt!.Value;
        Item next = paper.Next(holder(Now.Owner), calendars) with
        {
            Issuer = holder(Now.Issuer),
            Supporting = Held(Now.Supporting, holder),
        };
        Next = new(next, Agreement, today, revision,
            [.. calendars.Select(calendar => register.Calendars[calendar.Id])])
        { FoundAt = found };
        Next.before = (this, register);
        // What comes after one that is closed is followed up by whoever the agreement names.
        (string coordinator, IReadOnlyList<string> chain) =
            Now.IsOpen ? (holder(Now.Coordinator), Held(Now.Chain, holder)) : (Agreement.Coordinator, Agreement.Chain);
        Next.Become(
            Standing.Registered(next, coordinator, chain, at) with { Title = Now.Title, SeriesEnded = Now.SeriesEnded }, found, register);
        return Next;
    }

    /// <summary>Whoever has a place there already keeps it.</summary>
    private static IReadOnlyList<string> Held(IReadOnlyList<string> people, Func<string, string> holder) =>
        [.. people.Where(person => holder(person) == person || !people.Contains(holder(person))).Select(holder)];

    public void Become(Standing standing, Instant now, Register register)
    {
        Meet(register, standing, now);
        if (eras.Count > 0)
        {
            eras[^1].Until(now);
        }

        eras.Add(new(standing, now));
    }

    /// <summary>Whoever has a part in it is counted by the days that they kept when they came (law 9).</summary>
    public void Meet(Register register, Standing standing, Instant now)
    {
        foreach (string person in new[] { standing.Owner, standing.Issuer, standing.Coordinator, paper.Counterpart,
            paper.Counterpart is { } other ? register.People[other].Contact : null }
            .Concat(standing.Supporting).Concat(standing.Chain).Concat(standing.Handings.Select(handing => handing.From)).OfType<string>())
        {
            Calendar calendar = register.Calendars[register.People[person].Calendar];
            _ = frozen.TryAdd(calendar.Id, (calendar, now));
        }
    }

    /// <summary>
    /// One of its own calendars, or of somebody who has heard of it, as it was when they came to it; null where nobody goes by it.
    /// </summary>
    public Calendar? Frozen(string id) =>
        frozen.TryGetValue(id, out (Calendar Calendar, Instant) kept) ? kept.Calendar : null;

    /// <summary>Whoever stood in for others was told that it is late: they go by the days of then.</summary>
    public void Told(string person, Instant at, IEnumerable<Era<Register>> registers)
    {
        foreach (Era<Register> era in registers.Where(era => at <= era.To))
        {
            Keep(era.What.Calendars[era.What.People[person].Calendar], Instant.Max(at, era.From));
        }
    }

    /// <summary>
    /// What came round goes by the same calendars as the one before it, as they were that day. Whoever was told that that one is late is
    /// known by now.
    /// </summary>
    public void Inherit()
    {
        if (before is var (life, register))
        {
            foreach (string id in life.frozen.Where(kept => kept.Value.Since <= FoundAt).Select(kept => kept.Key))
            {
                Keep(register.Calendars[id], FoundAt!.Value);
            }
        }
    }

    /// <summary>Known only afterwards, so that who came meanwhile goes by it, too.</summary>
    private void Keep(Calendar calendar, Instant since)
    {
        if (!frozen.TryGetValue(calendar.Id, out (Calendar, Instant Since) kept) || since < kept.Since)
        {
            frozen[calendar.Id] = (calendar, since);
        }
    }

    public void SetBack(Instant from, Instant to) => eras[^1].SetBack(from, to);

    public override string ToString() => $"{paper.Agreement}/{paper.Id}";
}

/// <summary>A journal entry that must be there.</summary>
public sealed record Happened(string Event, string? Item, string? By, Instant At);

/// <summary>Something that held for a while; where the clock was set back meanwhile, at all moments that it showed.</summary>
public sealed class Era<T>(T what, Instant from)
{
    public T What => what;

    public Instant From { get; private set; } = from;

    public Instant To { get; private set; } = Instant.MaxValue;

    public bool IsOver => To != Instant.MaxValue;

    private Instant latest = from;

    public bool Has(Instant at) => From <= at && at <= To;

    public void Until(Instant now) => To = Instant.Max(latest, now);

    public void SetBack(Instant from, Instant to)
    {
        latest = Instant.Max(latest, from);
        From = Instant.Min(From, to);
    }
}
