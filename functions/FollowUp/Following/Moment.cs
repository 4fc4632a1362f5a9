using FollowUp.Calendars;
using FollowUp.Plans;
using NodaTime;

namespace FollowUp.Following;

/// <summary>When one occurrence of a rung speaks to one person, and how it came to be that day.</summary>
internal readonly record struct Moment(LocalDate Day, Instant At, Shift Shift)
{
    public static Moment Of(Counted counted, LadderName ladder, Anchor anchor, Circumstances around, Listener to)
    {
        LocalDate day = counted.Rolled(ladder, anchor.Day, around.Item.DueOn, to.Days);
        return new(day, to.Contact.At(day + around.Plan.Hour), new(around.Days, counted.From, counted.Day, to.Days, day));
    }
}
