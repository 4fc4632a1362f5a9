using FollowUp.Simulation.Papers;
using NodaTime;

namespace FollowUp.Simulation.Expected;

/// <summary>
/// docs/design.md §3 read word by word for one item as it stands: slow, and with nothing from the app. It can agree with the
/// app's timetable only by being right, or by the same misreading.
/// </summary>
/// <param name="toldLate">Who had an overdue notice, and when (law 14).</param>
/// <param name="until">As far as anybody looks: what is said week by week has no end.</param>
public sealed partial class Reading(
    Life life, Standing standing, Register register, IReadOnlyDictionary<string, Instant> toldLate, Instant until)
{
    public static string AimOf(string ladder) => ladder switch
    {
        "confirmation" or "extension" => "issuer",
        "waiting" => "liaison",
        "handover" => "former-owner",
        "blocked" or "silence" => "coordinator",
        _ => "owner",
    };

    public IReadOnlyList<Line> Lines()
    {
        Dictionary<string, Line> lines = [];
        foreach (Ladder ladder in life.Plan.All)
        {
            foreach (Line line in ladder.Name == "escalated" && standing is { IsOpen: true, IsAssigned: true } ? Raised(ladder) : [])
            {
                lines.Add(line.Key, line);
            }

            if (AnchorOf(ladder.Name) is not { } anchor)
            {
                continue;
            }

            bool isAimed = ladder.Name is not ("closing" or "question" or "reply")
                && ladder.Rungs.Any(rung => rung.To.Contains(AimOf(ladder.Name)));
            foreach (Line line in ladder.Rungs.SelectMany(rung => Of(ladder.Name, rung, anchor, isAimed)))
            {
                _ = lines.TryAdd(line.Key, line);
            }

            if (ladder.Name == "handover" && standing.IsWaiting && standing.Handings[^1].At >= standing.Waits[^1].At)
            {
                // No receipt is asked for while the clock stands; whose it is, its new owner hears all the same.
                Line line = One("handover", ladder.Rungs[0] with { Offset = "0" }, 0, anchor, "owner", standing.Owner, false);
                _ = lines.TryAdd(line.Key, line);
            }

            foreach ((Handing earlier, int n) in standing.Handings.SkipLast(1).Select((one, n) => (one, n))
                .Where(_ => ladder.Name == "handover"))
            {
                // Whoever lost it earlier is told so as well, should it have gone on before they were.
                foreach (Line line in ladder.Rungs.SelectMany(rung => Of("handover", rung, Event(earlier.At, n + 1), false, earlier)))
                {
                    _ = lines.TryAdd(line.Key, line);
                }
            }

            if (ladder.Name == "closing")
            {
                foreach (string person in standing.Raisings.Select(raised => raised.To).Where(person => !life.IsOut(standing, person)))
                {
                    Line line = One("closing", ladder.Rungs[0] with { Offset = "0" }, 0, anchor, "told-late", person, false);
                    _ = lines.TryAdd(line.Key, line);
                }

                foreach ((string person, Instant told) in toldLate.Where(told => !life.IsOut(standing, told.Key)))
                {
                    Line line = One("closing", ladder.Rungs[0] with { Offset = "0" }, 0, anchor, "told-late", person, false);
                    _ = lines.TryAdd(line.Key, line with { Since = Instant.Max(line.Since, told) });
                }
            }
        }

        foreach (Line line in new Weeks(life, standing, register, until).Lines().Where(_ => standing.IsRunning))
        {
            _ = lines.TryAdd(line.Key, line with { Since = Instant.Max(AnchorOf("overdue")!.Since, standing.CameAt(line.To)) });
        }

        return [.. lines.Values];
    }

    /// <param name="handing">The hand-over that a ladder of hand-overs is about.</param>
    private IEnumerable<Line> Of(string ladder, Rung rung, Anchor anchor, bool isAimed, Handing? handing = null)
    {
        // Who is two of them hears as the one who is to act, else as the first.
        foreach (string role in rung.To.OrderBy(role => role != AimOf(ladder)))
        {
            IEnumerable<string> hearing = Places.IsAbove(ladder, role) ? Places.Hearing(ladder, role, life, standing, register)
                : Who(role, handing ?? standing.Handings.LastOrDefault());
            foreach (string person in hearing.Where(person => Concerns(ladder, anchor.Revision, role, person)))
            {
                for (int occurrence = 0; occurrence <= (rung.Every is null ? 0 : rung.Times); occurrence++)
                {
                    Line line = One(ladder, rung, occurrence, anchor, role, person, isAimed);
                    if (ladder == "progress" && standing.DueOn <= line.Day.PlusDays(60))
                    {
                        break;
                    }

                    if (ladder == "silence" && line.Day > standing.DueOn)
                    {
                        // From then on it is late, and others hear of that.
                        break;
                    }

                    yield return line;
                }
            }
        }
    }

    private Line One(string ladder, Rung rung, int occurrence, Anchor anchor, string role, string person, bool isAimed)
    {
        LocalDate counted = Counted(rung, occurrence, anchor.Day);
        LocalDate day = Rolled(counted, counted <= standing.DueOn ? -1 : 1, person);
        if (ladder is not ("due" or "overdue" or "blocked") && day < anchor.Day)
        {
            day = Rolled(counted, 1, person);
        }

        while (ladder == "overdue" && Hour(day, person) < Days.At(standing.DueOn.PlusDays(1).AtMidnight(), life.Paper.Zone))
        {
            // Not before it is overdue where it is due: on the next morning of theirs (law 7).
            day = Rolled(day.PlusDays(1), 1, person);
        }

        Instant planned = Hour(day, person);
        string? skip = standing.AssignedAt is not { } assigned ? Unassigned(role, day)
            : day < life.DayOf(assigned) ? "before assignment"
            : ladder == "progress" ? NoWordFor(day, planned) : null;
        bool isAbove = isAimed && role != AimOf(ladder) && (role == "issuer" || role.StartsWith("level-", StringComparison.Ordinal));
        Instant since = Instant.Max(anchor.Since, standing.CameAt(person));
        return new(ladder, anchor.Revision, rung.Id, occurrence, person, role, planned, day, since, isAbove, skip);
    }

    private string? Unassigned(string role, LocalDate day) =>
        role is "owner" or "supporting" ? "it was never theirs"
            : day < life.DayOf(standing.RegisteredAt) ? "before it was registered"
            : null;

    /// <summary>Why nobody is asked afterwards for word that was not asked for in its month.</summary>
    private string? NoWordFor(LocalDate day, Instant planned)
    {
        LocalDate dueThen = standing.Moves.FirstOrDefault(move => move.At > planned)?.From ?? standing.DueOn;
        return standing.Handings is [.., var handed] && planned < handed.At ? "it was another's"
            : dueThen <= day.PlusDays(60) ? "it was due soon then"
            : standing.Waits.Any(wait => life.DayOf(wait.At) <= day && day < life.DayOf(wait.Ended!.At)) ? "it waited"
            : null;
    }

    private LocalDate Counted(Rung rung, int occurrence, LocalDate anchor)
    {
        if (rung.Every?.EndsWith("mo", StringComparison.Ordinal) == true && rung.Offset.EndsWith("mo", StringComparison.Ordinal))
        {
            int months = int.Parse(rung.Offset[..^2], System.Globalization.CultureInfo.InvariantCulture)
                + (int.Parse(rung.Every[..^2], System.Globalization.CultureInfo.InvariantCulture) * occurrence);
            return Days.Go(anchor, $"{months}mo", 1, life.Works);
        }

        LocalDate first = Days.Go(anchor, rung.Offset, 1, life.Works);
        return occurrence == 0 ? first : Days.Go(first, rung.Every!, occurrence, life.Works);
    }

    private LocalDate Rolled(LocalDate day, int step, string person)
    {
        while (!Works(day, person))
        {
            day = day.PlusDays(step);
        }

        return day;
    }

    private bool Works(LocalDate day, string person) => life.Works(day) && CalendarOf(person).Works(day);

    /// <summary>By the revision that the item was frozen to where it knew that calendar, else by today's (law 9).</summary>
    private Calendar CalendarOf(string person) =>
        life.Frozen(register.People[person].Calendar) ?? register.Calendars[register.People[person].Calendar];

    private Instant Hour(LocalDate day, string person) => Days.At(day + life.Plan.Hour, register.People[person].Zone);

    public IEnumerable<string> Who(string role) => Who(role, standing.Handings.LastOrDefault());

    private IEnumerable<string> Who(string role, Handing? handing) => role switch
    {
        "owner" => [standing.Owner],
        "supporting" => standing.Supporting,
        "issuer" => [standing.Issuer],
        "coordinator" => [standing.Coordinator],
        "liaison" => [register.Liaison(life, standing)],
        "former-owner" => handing is not null && life.IsOut(standing, handing.From) ? [handing.From] : [],
        _ => standing.Chain.Skip(role[6] - '1').Take(1),
    };

    private sealed record Anchor(LocalDate Day, int Revision, Instant Since);

    private Anchor? AnchorOf(string ladder)
    {
        Instant running = new[]
        {
            standing.IsAssigned ? standing.HandedAt : standing.RegisteredAt,
            standing.Returns is [.., var returned] ? returned.At : Instant.MinValue,
            standing.Moves is [.., var moved] ? moved.At : Instant.MinValue,
        }.Max();
        return ladder switch
        {
            "receipt" when standing is { IsRunning: true, Receipt: null } =>
                new(life.DayOf(standing.HandedAt),
                    1 + standing.Handings.Count + standing.Waits.Count(wait => wait.Ended is not null), running),
            "progress" when standing.IsRunning => new(life.DayOf(standing.AssignedAt!.Value), 1, running),
            "silence" when standing.IsRunning => Event(standing.Words().Max(), standing.Words().Count),
            "due" or "overdue" when standing.IsRunning => new(standing.DueOn, standing.Moves.Count + 1, running),
            "blocked" when standing is { IsOpen: true, IsAssigned: false } => new(standing.DueOn, standing.Moves.Count + 1, running),
            "waiting" when standing.IsWaiting => Event(standing.Waits[^1].At, standing.Waits.Count),
            "extension" when standing.Asked is { } asked =>
                Event(asked.At, asked.Number) with { Since = Instant.Max(running, asked.At) },
            "answered" when standing.IsRunning && standing.Asks.LastOrDefault(ask => ask.Answer is not null) is { } answered
                && !IsOfAnother(answered.Answer!.At) =>
                Event(answered.Answer!.At, answered.Number) with { Since = Instant.Max(running, answered.Answer.At) },
            "moved" when standing is { IsRunning: true, Moves: [.., { Cause: not "extension" } last] } && !IsOfAnother(last.At) =>
                Event(last.At, standing.Moves.Count) with { Since = running },
            "handover" when standing is { IsOpen: true, IsAssigned: true, Handings: [.., var handed] } =>
                Event(handed.At, standing.Handings.Count),
            "question" when standing is { IsAssigned: true, Question: { } open } => Event(open.At, open.Number),
            "reply" when standing is { IsOpen: true, IsAssigned: true, Questions: [.., { Answer: { } said } replied] } =>
                Event(said.At, replied.Number),
            "returned" when standing is { IsPending: true, Returns: [.., var back] } =>
                Event(back.At, standing.Returns.Count) with { Since = running },
            "confirmation" when standing.IsReported => Event(standing.Report!.At, standing.Returns.Count + 1),
            "closing" when (standing.Confirmed ?? standing.Withdrawn) is { } closed => Event(closed.At, 1),
            _ => null,
        };
    }

    /// <summary>What was said before the item changed hands was said to another owner.</summary>
    private bool IsOfAnother(Instant at) => standing.Handings is [.., var last] && last.At > at;

    private Anchor Event(Instant at, int revision) => new(life.DayOf(at), revision, at);
}
