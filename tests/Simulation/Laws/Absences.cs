using FollowUp.Simulation.Expected;
using FollowUp.Simulation.Papers;
using FollowUp.Simulation.Worlds;
using NodaTime;

namespace FollowUp.Simulation.Laws;

/// <summary>
/// Law 15: whoever was away hears on their first day back what went to others meanwhile: no report says nothing, and nothing that went to
/// others is missing from all of them. Read from docs/design.md §3, day by day.
/// </summary>
public sealed class Absences(World world, Life life, IReadOnlyList<Row> rows, IReadOnlyList<Slice> slices)
{
    public void Check()
    {
        foreach (string person in rows.Where(row => row.Ladder == "absence" || IsHandedOn(row)).Select(row => row.To).Distinct())
        {
            List<Row> reports = [.. rows.Where(row => row.Ladder == "absence" && row.To == person).OrderBy(row => row.Revision)];
            List<Row> handedOn = [.. rows.Where(row => row.To == person && IsHandedOn(row)).OrderBy(row => row.DecidedAt)];
            world.Tally.Reports += reports.Count(report => report.State == "sent");

            // Where the clock showed an hour twice, nobody can say what came first.
            if (world.SetBacks.Any(back => reports.Concat(handedOn).Any(row => IsWithin(row, back))))
            {
                continue;
            }

            for (int n = 0; n < reports.Count; n++)
            {
                Sound(reports[n], n, [.. reports.Take(n)], handedOn);
            }

            foreach (Row row in handedOn.Where(row => row.State == "sent"))
            {
                Complete(row, reports, handedOn);
            }
        }
    }

    private static bool IsWithin(Row row, (Instant From, Instant To) back) =>
        (back.To <= row.DecidedAt && row.DecidedAt <= back.From) || (back.To <= row.At && row.At <= back.From);

    private static bool IsHandedOn(Row row) =>
        row.SentTo is not null && row.SentTo != row.To && row.Ladder is not ("absence" or "undelivered") && row.Role != "former-owner";

    /// <summary>Somebody who reads only the design would have written this report at this moment.</summary>
    private void Sound(Row report, int earlier, List<Row> before, List<Row> handedOn)
    {
        Instant? reported = before.Where(row => row.SentTo is not null).Max(row => (Instant?)row.DecidedAt);
        List<Row> open = [.. handedOn.Where(row => row.DecidedAt <= report.DecidedAt
            && (row.At is null || row.At >= report.DecidedAt || (row.State == "sent" && (reported is null || row.At > reported))))];
        List<Row> told = [.. open.Where(row => row.State == "sent" && row.At <= report.DecidedAt)];
        if (report.Rung != "back" || report.Occurrence != 0 || report.Revision != earlier + 1 || told.Count == 0)
        {
            Break($"{report}: nothing went to others in their place since they last heard");
        }

        List<string> objections = [.. slices.Where(slice => slice.Has(report.DecidedAt))
            .Select(slice => Objection(report, before, open, told, slice)).TakeWhile(one => one is not null).OfType<string>()];
        if (objections.Count == slices.Count(slice => slice.Has(report.DecidedAt)))
        {
            Break($"{report}: {objections.LastOrDefault("there was no such item then")}");
        }

        bool isOvertaken = report is { State: "skipped", SentTo: not null };
        if (report.State == "superseded"
            || (isOvertaken && slices.Where(slice => slice.Has(report.At!.Value)).All(slice => HasPart(report.To, slice))))
        {
            Break($"{report}: it was not sent, and they have their part in it still");
        }
    }

    private string? Objection(Row report, List<Row> before, List<Row> open, List<Row> told, Slice slice)
    {
        // What was decided, or ended, at that very moment may have been known or not.
        foreach (List<Row> known in new[] { open, [.. open.Where(row => row.DecidedAt < report.DecidedAt)] })
        {
            if (known.Count == 0)
            {
                continue;
            }

            Instant lastAway = known.Concat(before.Where(row => row.SentTo is null)).Max(row => row.DecidedAt);
            if (Back(report.To, lastAway, slice) == report.Planned
                && known.Any(row => row.DecidedAt == known.Max(one => one.DecidedAt) && row.Role == report.Role))
            {
                return !HasPart(report.To, slice) ? "they have no part in it"
                    : report.DecidedAt < Instant.Max(report.Planned, told.Min(row => row.At!.Value)) ? "it was not due yet"
                    : slice.Register.IsAway(report.To, report.DecidedAt) == report.SentTo is null ? null
                    : "they were there and were spared it, or away and got it";
            }
        }

        return $"it is meant for another moment than {Form.Short(report.Planned)}, or another part of theirs";
    }

    /// <summary>What went to others is reported once whom it was meant for is back: in time, and while they have a part in it.</summary>
    private void Complete(Row row, List<Row> reports, List<Row> handedOn)
    {
        foreach (Slice slice in slices.Where(slice => row.At <= slice.To && HasPart(row.To, slice)))
        {
            Instant end = Instant.Min(slice.To, world.Now);
            Instant lastAway = row.DecidedAt, due, deadline;
            while (true)
            {
                // Word that comes in later moves no alarm: it is looked at again within the hour.
                due = new[] { Back(row.To, lastAway, slice), row.At!.Value + Duration.FromHours(1), slice.From }.Max();
                deadline = world.Health.Deadline(due);
                Instant later = handedOn.Concat(reports.Where(report => report.SentTo is null)).Select(one => one.DecidedAt)
                    .Where(at => at <= deadline).Append(lastAway).Max();
                if (later == lastAway)
                {
                    break;
                }

                lastAway = later;
            }

            if (deadline < end
                && !reports.Any(report => report.SentTo is not null && row.At <= report.DecidedAt && report.DecidedAt <= deadline))
            {
                Break($"{row}: they were back at {Form.Short(due)}, and had no word of it by {Form.Short(deadline)}");
            }
        }
    }

    /// <summary>The plan's hour of the first day on which they are at work and not away.</summary>
    private Instant Back(string person, Instant away, Slice slice)
    {
        Person paper = slice.Register.People[person];
        Calendar calendar = life.Frozen(paper.Calendar) ?? slice.Register.Calendars[paper.Calendar];
        LocalDate day = away.InZone(DateTimeZoneProviders.Tzdb[paper.Zone]).Date;
        while (!calendar.Works(day) || paper.AwayOn(day).Any())
        {
            day = day.PlusDays(1);
        }

        return Days.At(day + life.Plan.Hour, paper.Zone);
    }

    /// <summary>Whoever owned it once and nothing else is out; a liaison who is one no more has no part either.</summary>
    private bool HasPart(string person, Slice slice) => !life.IsOut(slice.Standing, person)
        && (slice.Standing.Parts.Contains(person) || slice.Register.Liaison(life, slice.Standing) == person
            || life.Paper.Counterpart == person || slice.Standing.Handings.Any(handing => handing.From == person)
            || rows.Any(row => row.Ladder is "overdue" or "review" or "absence" && row.SentTo == person && row.State == "sent"));

    private void Break(string what) => throw new LawBrokenException("15", $"{life}: {what}");
}
