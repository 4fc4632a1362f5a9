using FollowUp.Simulation.Expected;
using FollowUp.Simulation.Papers;
using FollowUp.Simulation.Worlds;
using NodaTime;

namespace FollowUp.Simulation.Laws;

/// <summary>
/// Letters go where their readers are: to an address that stood in the register when they went out, never to one that cannot be
/// written; what an address keeps from its reader ends as failed, and in time, and nothing does once it is mended.
/// </summary>
public sealed class Reached(World world, IReadOnlyDictionary<Life, IReadOnlyList<Row>> ledgers)
{
    /// <summary>Whoever packs a letter reads the register a moment before it is handed over.</summary>
    private static readonly Duration Moment = Duration.FromMinutes(1);

    public void Check()
    {
        foreach (Arrival arrival in world.Mailbox.Arrived)
        {
            Addressed(arrival);
        }

        foreach ((Life life, Row row) in ledgers.SelectMany(ledger => ledger.Value.Select(row => (ledger.Key, row)))
            .Where(one => one.row.SentTo is not null))
        {
            Ended(life, row);
        }
    }

    private void Addressed(Arrival arrival)
    {
        (string to, string address) = (arrival.Letter.Recipient, arrival.Letter.Address);
        if (Addresses.IsUnwritable(address))
        {
            Break("3", $"a letter to {to} at {Form.Short(arrival.At)} was handed over to {address}, which cannot be written");
        }

        // Where it may have been out since it was packed, it stays as it was.
        bool mayBeOut = world.Mailbox.Muted.Contains(arrival.Letter.MessageId)
            || world.Health.IsDisturbed(arrival.Letter.WrittenAt, arrival.At);
        if (!world.Addresses.Had(to, address, (mayBeOut ? arrival.Letter.WrittenAt : arrival.At) - Moment, arrival.At))
        {
            Break("16", $"a letter to {to} at {Form.Short(arrival.At)} went to {address}, where they were not (any more)");
        }
    }

    private void Ended(Life life, Row row)
    {
        IEnumerable<Unusable> theirs = world.Addresses.Spells
            .Where(spell => spell.Person == row.SentTo && spell is { IsForGood: true, IsBlurred: false });
        Unusable? then = theirs.FirstOrDefault(spell => spell.From <= row.DecidedAt && row.DecidedAt <= spell.To);
        if (then is null)
        {
            return;
        }

        // Decided and handed over while nothing could go there: who was to hear of it did not, and somebody else must have.
        Instant latest = world.MailHealth.Deadline(world.Health.Deadline(row.DecidedAt + row.Gathered));
        if (latest < Instant.Min(then.Ending, then.To) && !(row is { State: "failed" or "skipped" or "superseded" } && row.At <= latest))
        {
            Break("18", $"{life}: {row}: {then.Kind} since {Form.Short(then.From)}, it should have failed by {Form.Short(latest)}");
        }
    }

    private static void Break(string law, string what) => throw new LawBrokenException(law, what);
}
