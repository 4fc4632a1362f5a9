using FollowUp.Simulation.Expected;
using FollowUp.Simulation.Papers;
using FollowUp.Simulation.Worlds;
using NodaTime;

namespace FollowUp.Simulation.Laws;

/// <summary>
/// Whoever leaves is replaced when it is time, whatever dies over it (law 1), and hears nothing from then on of what was given on but that
/// it was (law 15). Told without a word of how notices find their readers.
/// </summary>
public sealed class Successions(World world)
{
    public void Check()
    {
        foreach (Departure one in world.Departures.Where(one => !one.IsCalledOff && world.Health.Deadline(one.At) < world.Now))
        {
            InTime(one);
            foreach (Arrival arrival in world.Mailbox.Arrived.Where(arrival => arrival.Letter.Recipient == one.Takeover.Leaver))
            {
                Silent(one, arrival);
            }
        }
    }

    private void InTime(Departure one)
    {
        if (one.DoneAt is not { } done)
        {
            throw new LawBrokenException("1", $"{one.Takeover} was to begin at {Form.Short(one.At)}, and is not done");
        }

        bool isSetBack = world.SetBacks.Any(back => back.To <= one.At && one.At <= back.From);
        if (done > world.Health.Deadline(one.At) || (one.BegunAt < one.At && !isSetBack))
        {
            throw new LawBrokenException("1", $"{one.Takeover} was to begin at {Form.Short(one.At)}, began at "
                + $"{Form.Short(one.BegunAt!.Value)} and was done at {Form.Short(done)}");
        }
    }

    /// <summary>Also of what was on its way: but for what was out already.</summary>
    private void Silent(Departure one, Arrival arrival)
    {
        foreach (Life life in arrival.Letter.Notices.Where(notice => notice.Of.Key.Ladder != Plans.LadderName.Handover)
            .Select(notice => one.Items.FirstOrDefault(life => $"{life}" == $"{notice.Of.Agreement}/{notice.Of.Key.Item}")).OfType<Life>())
        {
            Instant given = one.Given[life.Paper.Agreement];
            bool hasPart = life.Eras.Any(era => era.To >= arrival.At && era.From >= given && era.What.Parts.Contains(one.Takeover.Leaver));
            bool mayBeOut = arrival.Letter.WrittenAt <= given && world.MailHealth.IsDisturbed(arrival.Letter.WrittenAt, arrival.At);
            if (arrival.At > given && !mayBeOut && !hasPart)
            {
                throw new LawBrokenException("15",
                    $"{one.Takeover}: {life} was given on at {Form.Short(given)}, and told of to them at {Form.Short(arrival.At)}");
            }
        }
    }
}
