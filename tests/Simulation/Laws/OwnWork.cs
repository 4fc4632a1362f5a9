using FollowUp.Simulation.Expected;
using FollowUp.Simulation.Papers;
using FollowUp.Simulation.Worlds;

namespace FollowUp.Simulation.Laws;

/// <summary>
/// Laws 7 and 15 without a word of how: nobody who is not the issuer confirms or grants what they did or asked for themselves, no owner
/// hears in another's place that they are late, and nobody hears of lateness before there is any.
/// </summary>
public sealed class OwnWork(World world, IReadOnlyDictionary<Life, IReadOnlyList<Row>> ledgers)
{
    public void Check()
    {
        foreach ((Life life, IReadOnlyList<Row> rows) in ledgers)
        {
            Decided(life);
            world.Tally.PassedOver += rows.Count(row => row.Trace?.Split(" → ").Any(IsPassedOver) == true);
            foreach (Row row in rows.Where(row => row is { Ladder: "overdue" or "review", SentTo: not null }))
            {
                Told(life, row);
            }
        }

        foreach (Arrival arrival in world.Mailbox.Arrived
            .Where(arrival => arrival.Letter.Notices.Any(notice => notice is { Ladder: "overdue" or "review", DaysLate: < 1 })))
        {
            throw new LawBrokenException(
                "7", $"letter {arrival.Letter.MessageId} at {Form.Short(arrival.At)} says that something is overdue by no day");
        }
    }

    /// <summary>"p1 owns it", and neither "p1 absent" nor "p1".</summary>
    private static bool IsPassedOver(string step) =>
        step.Contains(' ', StringComparison.Ordinal) && !step.EndsWith(" absent", StringComparison.Ordinal);

    private static void Decided(Life life)
    {
        Standing end = life.Now;
        Demand(life, end.Confirmed, end.Report?.By, end.Owner);
        foreach (Ask ask in end.Asks.Where(ask => ask.Answer is not null))
        {
            Demand(life, new(ask.Answer!.By, ask.Answer.At), ask.By, life.Eras.Last(era => era.From <= ask.Answer.At).What.Owner);
        }
    }

    private static void Demand(Life life, Fact? decided, string? did, string owner)
    {
        if (decided is not null && !life.Eras.Any(era => era.Has(decided.At) && era.What.Issuer == decided.By)
            && (decided.By == did || decided.By == owner))
        {
            throw new LawBrokenException("15", $"{life}: {decided.By} decided at {Form.Short(decided.At)} on an item of their own");
        }
    }

    private void Told(Life life, Row row)
    {
        List<Standing> then = [.. life.Eras.Where(era => era.Has(row.DecidedAt)).Select(era => era.What)];
        if (row.Role is not ("owner" or "supporting") && row.SentTo != row.To && then.TrueForAll(item => item.Owner == row.SentTo))
        {
            throw new LawBrokenException("15", $"{life}: {row}, and they own it");
        }

        bool isLate = then.Exists(item => life.DayOf(row.DecidedAt) > item.DueOn);
        if (!isLate && !world.SetBacks.Any(back => back.To <= row.DecidedAt && row.DecidedAt <= back.From))
        {
            throw new LawBrokenException(
                "7", $"{life}: {row}, and it was due only on {string.Join(" or ", then.Select(item => Form.Day(item.DueOn)))}");
        }
    }
}
