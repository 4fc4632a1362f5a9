using FollowUp.Calendars;
using FollowUp.Items;
using FollowUp.People;
using FollowUp.Plans;
using FollowUp.Recipients;
using NodaTime;

namespace FollowUp.Tests.Timetables.Rig;

/// <summary>What one rung says to one person, by the naive reading.</summary>
public sealed record Said(
    LadderName Ladder, string Rung, int Occurrence, string To, string Role, Instant At, bool IsSkipped, string Explained);

/// <summary>
/// docs/design.md §3 read word by word, day by day, minute by minute: slow, and with nothing from the app but its data. It shares
/// no code with Timetable, ScheduledTime or JointDays, so the two can only agree by being right, or by the same misreading.
/// </summary>
public sealed class Naive(AgreedItem item, Plan plan, IReadOnlyList<WorkCalendar> calendars, IReadOnlyDictionary<string, Contact> people)
{
    public IEnumerable<Said> All() =>
        from ladder in plan.Ladders.Concat(
            Plan.Default.Ladders
                .Where(always => always.Name == LadderName.Confirmation && plan.Ladders.All(own => own.Name != always.Name)))
        where Runs(ladder.Name)
        from rung in ladder.Rungs
        from to in rung.To.SelectMany(role => Who(role).Select(person => (role, person)))
            .GroupBy(to => to.person, (_, same) => same.OrderBy(to => to.role != Aim(ladder.Name)).First())
        from occurrence in Enumerable.Range(0, rung.Times + 1)
        let said = One(ladder.Name, rung, occurrence, to.role, people[to.person])
        where said is not null
        select said;

    private static string Aim(LadderName ladder) => ladder switch
    {
        LadderName.Confirmation => "issuer",
        LadderName.Silence => "coordinator",
        _ => "owner",
    };

    private bool Runs(LadderName ladder)
    {
        bool isOpen = item.Confirmation is null && item.Withdrawal is null;
        bool isReported = item.Completion is not null;
        return ladder switch
        {
            LadderName.Receipt => isOpen && !isReported && item.Receipt is null,
            LadderName.Confirmation => isOpen && isReported,
            LadderName.Due or LadderName.Overdue or LadderName.Progress or LadderName.Silence => isOpen && !isReported,
            _ => false,
        };
    }

    private Said? One(LadderName ladder, Rung rung, int occurrence, string role, Contact to)
    {
        LocalDate anchor = Anchor(ladder);
        LocalDate counted = Counted(rung, occurrence, anchor);
        LocalDate day = counted;
        int step = counted <= item.DueOn ? -1 : 1;
        while (!BothWork(day, to))
        {
            day = day.PlusDays(step);
        }

        LocalDate rolled = day;
        while (ladder == LadderName.Overdue && DateOf(Clock(day + plan.Hour, to.Person)) <= item.DueOn)
        {
            // It is not overdue yet: the morning after.
            for (day = day.PlusDays(1); !BothWork(day, to); day = day.PlusDays(1))
            {
            }
        }

        bool followsAnEvent = ladder is not (LadderName.Due or LadderName.Overdue);
        if (followsAnEvent && day < anchor)
        {
            for (day = counted; !BothWork(day, to); day = day.PlusDays(1))
            {
            }

            rolled = day;
        }

        bool isTooLate = ladder switch
        {
            LadderName.Progress => item.DueOn <= day.PlusDays(60),
            LadderName.Silence => item.DueOn < day,
            _ => false,
        };
        return isTooLate ? null
            : new(ladder, rung.Id, occurrence, to.Person.Id, role, Clock(day + plan.Hour, to.Person), day < DateOf(item.AssignedAt!.Value),
                Explained(rung, occurrence, anchor, counted, rolled, day, to));
    }

    /// <summary>What a reader would wonder about, day by day.</summary>
    private string Explained(Rung rung, int occurrence, LocalDate anchor, LocalDate counted, LocalDate rolled, LocalDate day, Contact to)
    {
        bool inWorkingDays = (occurrence == 0 ? rung.Offset : rung.Every!.Value).Unit == OffsetUnit.WorkingDays;
        LocalDate from = !inWorkingDays ? counted : occurrence == 0 ? anchor : Counted(rung, occurrence - 1, anchor);
        List<LocalDate> counts = [.. Days(from, counted).Skip(1)];
        bool over = counts.SkipLast(1)
            .Any(off => calendars.All(calendar => !calendar.Weekend.Contains(off.DayOfWeek))
                && !calendars.All(calendar => IsWorked(calendar, off)));
        bool after = counts.Where(worked => calendars.All(calendar => IsWorked(calendar, worked)))
            .SelectMany(worked => calendars.Select(calendar => (calendar, worked)))
            .Concat(calendars.Append(to.Calendar).Select(calendar => (calendar, worked: day)))
            .Any(pair => pair.calendar.Weekend.Contains(pair.worked.DayOfWeek) && pair.calendar.WorkingDays.ContainsKey(pair.worked));
        bool unknown = calendars.Any(calendar => counts.Append(from).Append(day).Append(counted).Any(far => far > calendar.KnownThrough))
            || new[] { counted, day }.Any(far => far > to.Calendar.KnownThrough);
        return $"{(over ? " counted" : "")}{(rolled != counted ? " moved" : "")}{(day != rolled ? " early" : "")}"
            + $"{(after ? " Sunday" : "")}{(unknown ? " unknown" : "")}";
    }

    private static IEnumerable<LocalDate> Days(LocalDate from, LocalDate to) =>
        Enumerable.Range(0, Math.Abs(Period.DaysBetween(from, to)) + 1).Select(n => from.PlusDays(from < to ? n : -n));

    private LocalDate Anchor(LadderName ladder) => ladder switch
    {
        LadderName.Due or LadderName.Overdue => item.DueOn,
        LadderName.Confirmation => DateOf(item.Completion!.At),
        LadderName.Silence when item.Receipt is { } word => DateOf(word.At),
        _ => DateOf(item.AssignedAt!.Value),
    };

    private LocalDate DateOf(Instant at) => at.InZone(DateTimeZoneProviders.Tzdb[item.TimeZone]).Date;

    private LocalDate Counted(Rung rung, int occurrence, LocalDate anchor)
    {
        if (rung.Offset.Unit == OffsetUnit.Months && rung.Every is { Unit: OffsetUnit.Months } months)
        {
            return Go(anchor, rung.Offset.Count + (months.Count * occurrence), OffsetUnit.Months);
        }

        LocalDate first = Go(anchor, rung.Offset.Count, rung.Offset.Unit);
        return rung.Every is { } every ? Go(first, every.Count * occurrence, every.Unit) : first;
    }

    private LocalDate Go(LocalDate from, int count, OffsetUnit unit)
    {
        if (unit == OffsetUnit.CalendarDays)
        {
            return from.PlusDays(count);
        }

        if (unit == OffsetUnit.Months)
        {
            int months = (from.Year * 12) + from.Month - 1 + count;
            (int year, int month) = (months / 12, (months % 12) + 1);
            return new(year, month, Math.Min(from.Day, CalendarSystem.Iso.GetDaysInMonth(year, month)));
        }

        LocalDate day = from;
        while (count != 0)
        {
            day = day.PlusDays(count > 0 ? 1 : -1);
            count -= calendars.All(calendar => IsWorked(calendar, day)) ? Math.Sign(count) : 0;
        }

        return day;
    }

    private bool BothWork(LocalDate day, Contact to) => calendars.Append(to.Calendar).All(calendar => IsWorked(calendar, day));

    private static bool IsWorked(WorkCalendar calendar, LocalDate day)
    {
        if (calendar.WorkingDays.Keys.Contains(day))
        {
            return true;
        }

        return !calendar.Holidays.Keys.Contains(day) && calendar.Weekend.All(off => off != day.DayOfWeek);
    }

    /// <summary>
    /// Walks the person's wall clock through two days by quarters of an hour, until it shows the wanted time or leaps over it.
    /// </summary>
    private static Instant Clock(LocalDateTime wanted, Person person)
    {
        DateTimeZone zone = DateTimeZoneProviders.Tzdb[person.TimeZone];
        Instant at = Instant.FromUtc(wanted.Year, wanted.Month, wanted.Day, wanted.Hour, wanted.Minute) - Duration.FromHours(24);
        LocalDateTime before = at.InZone(zone).LocalDateTime;
        while (true)
        {
            at += Duration.FromMinutes(15);
            LocalDateTime shown = at.InZone(zone).LocalDateTime;
            if (shown == wanted)
            {
                return at;
            }

            if (shown > wanted)
            {
                // It leapt: the wanted time would have been that much after the last one shown.
                return at - Duration.FromMinutes(15) + Period.Between(before, wanted, PeriodUnits.Minutes).ToDuration();
            }

            before = shown;
        }
    }

    private IEnumerable<string> Who(string role) => role switch
    {
        "owner" => [item.Owner],
        "supporting" => item.Supporting,
        "issuer" => [item.Issuer],
        "coordinator" or "liaison" => [item.Coordinator],
        _ => item.Chain.Skip(role[6] - '1').Take(1),
    };
}
