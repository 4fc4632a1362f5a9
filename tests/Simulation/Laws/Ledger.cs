using FollowUp.Simulation.Expected;
using FollowUp.Simulation.Papers;
using FollowUp.Simulation.Worlds;
using NodaTime;

namespace FollowUp.Simulation.Laws;

/// <summary>
/// One item's ledger against the naive reading: nothing in it that should not be, nothing missing, nothing at the wrong time.
/// </summary>
public sealed class Ledger
{
    private readonly World world;
    private readonly Life life;
    private readonly IReadOnlyList<Row> rows;
    private readonly Dictionary<string, Row> byKey;
    private readonly List<Slice> slices;

    public Ledger(World world, Life life, IReadOnlyList<Row> rows)
    {
        (this.world, this.life, this.rows) = (world, life, rows);
        byKey = rows.ToDictionary(row => row.Key);
        life.Inherit();
        foreach ((string person, Instant told) in ToldLate().First())
        {
            life.Told(person, told, world.Registers);
        }

        slices = [.. from toldLate in ToldLate() from item in life.Eras from register in world.Registers
            where item.From <= register.To && register.From <= item.To select new Slice(life, item, register, toldLate, world.Now)];
    }

    public void Check()
    {
        foreach (Row row in rows.Where(row => row.Ladder is not ("undelivered" or "absence")))
        {
            Known(row);
            Final(row);
        }

        foreach (Row report in rows.Where(row => row is { Ladder: "absence", WasNeverToBeSent: false }))
        {
            Ended(report);
        }

        Newest();
        foreach (Slice slice in slices)
        {
            Complete(slice);
        }

        new Undelivered(world, life, rows).Check();
        new Absences(world, life, rows, slices).Check();
        new Rhythms(world, life, rows, slices).Check();
    }

    /// <summary>
    /// Law 14: who was told that it is late, and when; where the clock showed that moment once more, it may have been before or after.
    /// </summary>
    private IEnumerable<IReadOnlyDictionary<string, Instant>> ToldLate()
    {
        Dictionary<string, Instant> told = rows.Where(row => row.State == "sent" && TellsOfLateness(row)).GroupBy(row => row.SentTo!)
            .ToDictionary(told => told.Key, told => told.Min(row => row.At!.Value));
        yield return told;
        foreach ((Instant from, Instant to) in world.SetBacks.Where(back => told.Values.Any(at => back.To <= at && at <= back.From)))
        {
            told = told.ToDictionary(one => one.Key, one => to <= one.Value && one.Value <= from ? to : one.Value);
            yield return told;
        }
    }

    /// <summary>Also whoever hears on their first day back of an item that is late.</summary>
    private bool TellsOfLateness(Row row) => row.Ladder is "overdue" or "review" || (row.Ladder == "absence" && life.Eras.Any(era =>
        era.Has(row.At!.Value) && era.What.IsOpen && Card.DaysLate(life, era.What, row.At.Value) > 0));

    /// <summary>Laws 3, 5, 7, 8, 13, 15: somebody who reads only the design would have written this row at this moment.</summary>
    private void Known(Row row)
    {
        List<Slice> then = [.. slices.Where(slice => slice.Has(row.DecidedAt))];
        List<string> objections =
            [.. then.Select(slice => Objection(row, slice)).TakeWhile(objection => objection is not null).OfType<string>()];
        if (objections.Count == then.Count)
        {
            Break(objections is [] ? "3" : objections[^1][..objections[^1].IndexOf(' ', StringComparison.Ordinal)],
                $"{row}: {(objections is [] ? "there was no such item then" : objections[^1])}");
        }
    }

    private string? Objection(Row row, Slice slice)
    {
        if (!slice.Lines.TryGetValue(row.Key, out Line? line))
        {
            return $"3 the naive reading knows no such rung while it is {slice.Standing.State} with {slice.Standing.Owner}";
        }

        if (line.Planned != row.Planned || line.Role != row.Role)
        {
            return $"8 it is meant for {Form.Short(line.Planned)} as {line.Role}";
        }

        Instant? told = ToldBefore(line, slice, row.DecidedAt);
        if (row is { WasNeverToBeSent: true, State: "skipped" })
        {
            return line.Skip is not null || IsHopeless(line, slice, row.DecidedAt) ? null : "3 nobody can say why it is skipped";
        }

        if (line.Skip is { } skip)
        {
            return $"3 it must be skipped: {skip}";
        }

        Instant? due = slice.Reading.DueAt(line, told);
        if (due is not { } at || row.DecidedAt < at)
        {
            return line.IsAbove
                ? $"5 it waits for who is below, told {(told is { } when ? Form.Short(when) : "never")}, until "
                    + $"{(due is { } until ? Form.Short(until) : "then")}"
                : $"7 it was not due before {Form.Short(due!.Value)}";
        }

        if (!row.WasNeverToBeSent && row.Since != at)
        {
            return $"6 a delay counts from {Form.Short(at)}";
        }

        Places places = new(life, slice.Standing, slice.Register, row.DecidedAt);
        string receiver = places.Receiver(row.Ladder, row.Role, row.To);
        return row.SentTo is { } to && to != receiver ? $"15 whoever receives it then is {receiver}"
            : row.SentTo is not null && row.Trace is null == (places.IsAway(row.To) || places.IsInstead(row.Ladder, row.Role, row.To))
            ? $"15 its trace says {row.Trace ?? "nothing"}" : null;
    }

    /// <summary>
    /// The first notice of the line's ladder that went out to the one it is aimed at; what a former owner heard does not count.
    /// </summary>
    private Instant? ToldBefore(Line line, Slice slice, Instant before) => rows
        .Where(row => row.WentOut && row.At <= before && row.Revision == line.Revision
            && row.Ladder == (line.Ladder == "review" ? "overdue" : line.Ladder))
        .Where(row => row.Role == Reading.AimOf(line.Ladder) && slice.Reading.Who(row.Role).Contains(row.To))
        .Min(row => row.At);

    private bool IsHopeless(Line line, Slice slice, Instant at) =>
        line.IsAbove && ToldBefore(line, slice, at) is null && slice.Lines.Values
            .Where(other => other.Ladders == line.Ladders && other.Role == Reading.AimOf(line.Ladder) && other.Skip is null)
            .All(other => byKey.TryGetValue(other.Key, out Row? row) && row.DecidedAt <= at && row.IsFinal && row.At <= at);

    /// <summary>Law 3, and 13 and 15 for what was overtaken: a planned notice comes to its end, and not for nothing.</summary>
    private void Final(Row row)
    {
        if (row.WasNeverToBeSent)
        {
            return;
        }

        Ended(row);

        // Whoever had it as its owner and only helps since, by the same key, is not told what an owner is told; nor is who decided before.
        if (row.State == "skipped" && slices.Where(slice => slice.Has(row.At!.Value))
            .All(slice => !life.IsOut(slice.Standing, row.SentTo!)
                && (slice.Lines.TryGetValue(row.Key, out Line? line) ? line.Role == row.Role
                    : row.AsksStill(slice.Standing) && slice.Reading.Who(row.Role).Contains(row.To))))
        {
            Break("3", $"{row}: it was not sent, and nothing had overtaken it");
        }

        if (row.State == "superseded"
            && !rows.Any(other => (other.Ladder, other.Revision, other.To) == (row.Ladder, row.Revision, row.To)
                && other.Planned > row.Planned && !other.WasNeverToBeSent))
        {
            Break("5", $"{row}: nothing newer went out");
        }
    }

    /// <summary>It comes to its end in time, and fails for a reason.</summary>
    private void Ended(Row row)
    {
        if (!row.IsFinal)
        {
            Break("3", $"{row}: it never came to its end");
        }

        Instant latest = world.MailHealth.Deadline(world.Health.Deadline(row.DecidedAt + row.Gathered));
        if (row.State != "failed" && row.At > world.Addresses.Deadline(row.SentTo!, latest, world.MailHealth))
        {
            Break("1", $"{row}: it should have come to its end by {Form.Short(latest)}");
        }

        if (row.State == "failed" && !world.Refusals.Contains(row.SentTo!) && !world.Addresses.MayHaveFailed(
            row.SentTo!, row.DecidedAt, row.At!.Value, world.MailHealth.IsDisturbed(row.DecidedAt, row.At.Value)))
        {
            Break("3", $"{row}: nobody refused it");
        }
    }

    /// <summary>
    /// Law 5: of what fell due together, each hears the newest of each ladder, once: also of two hand-overs, which run beside each other.
    /// </summary>
    private void Newest()
    {
        foreach (IGrouping<string, Row> together in rows
            .Where(row => row.Ladder != "undelivered" && !(row.WasNeverToBeSent && row.State == "skipped"))
            .GroupBy(row => $"{row.Ladder} to {row.To} {Form.Moment(row.DecidedAt)}"))
        {
            List<Row> sent = [.. together.Where(row => !row.WasNeverToBeSent)];

            // Where the item, or somebody's zone, changed in that very instant, it was decided on before and after: what could be said
            // before is of the first look, of which each hears one; what the change brought is of the second.
            bool isTwice = sent.GroupBy(row => slices.FindIndex(slice => slice.Has(row.DecidedAt) && Objection(row, slice) is null))
                .Any(ofLook => ofLook.Count() > 1);
            if (sent.Count == 0 || isTwice)
            {
                Break("5", $"{sent.Count} notices of {together.Key}: {string.Join("; ", together)}");
            }

            Instant newest = sent.Max(row => row.Planned);
            if (together.Any(row => row.WasNeverToBeSent && row.Planned > newest))
            {
                Break("5", $"not the newest of {together.Key}: {string.Join("; ", together)}");
            }
        }
    }

    /// <summary>Laws 1 and 4: what fell due while it was to be said is in the ledger, and in time.</summary>
    private void Complete(Slice slice)
    {
        Instant end = Instant.Min(slice.To, world.Now);
        foreach (Line line in slice.Lines.Values)
        {
            Instant? told = ToldBefore(line, slice, Instant.MaxValue);
            Instant? due = line.Skip is null ? slice.Reading.DueAt(line, told) : slice.From;
            if (due is not { } at || at > end || rows.Any(row => row.IsLaterWeekOf(line, Instant.Max(at, slice.From))))
            {
                continue;
            }

            // Whoever is told moves no alarm: those above look again within the hour.
            at = line.IsAbove && told is { } when ? Instant.Max(at, when + Duration.FromHours(1)) : at;
            Instant deadline = world.Health.Deadline(Instant.Max(at, slice.From));
            if (deadline < end && !(byKey.TryGetValue(line.Key, out Row? row) && row.DecidedAt <= deadline))
            {
                Break(row is null ? "4" : "1",
                    $"{line.Key} as {line.Role} was due at {Form.Short(at)}, must be in the ledger by {Form.Short(deadline)}, and "
                        + $"{(row is null ? "is not" : $"is: {row}")}");
            }
        }
    }

    private void Break(string law, string what) => throw new LawBrokenException(law, $"{life}: {what}");
}
