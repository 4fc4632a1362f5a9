using NodaTime;

namespace FollowUp.Items;

/// <summary>Under which heading an item stands in overviews, the most urgent first: computed, never stored.</summary>
public enum Section
{
    /// <summary>Past its due date, not reported.</summary>
    Late,

    /// <summary>A stage was missed, a report came back, or nobody signed for it.</summary>
    Behind,

    /// <summary>Due within <see cref="Slips.NearDays"/> days.</summary>
    Near,

    /// <summary>Reported: the issuer must confirm or return it.</summary>
    Reported,

    /// <summary>For the other side, or for items that come first.</summary>
    Waiting,

    /// <summary>Open, with time in hand.</summary>
    Course,

    /// <summary>Confirmed or withdrawn.</summary>
    Closed,
}

/// <summary>The one place that says in which section an item is; each item is in one.</summary>
public static class Sections
{
    public static IReadOnlyList<Section> All { get; } = Enum.GetValues<Section>();

    /// <summary>As answers and options have it.</summary>
    public static string Word(this Section section) => section.ToString().ToLowerInvariant();

    public static Section SectionAt(this AgreedItem item, Instant now) => item switch
    {
        { IsOpen: false } => Section.Closed,

        // A report stops the slip, but what is reported late and not confirmed is not in good time.
        { IsReported: true } => Section.Reported,
        _ => item.SlipAt(now) switch
        {
            Slip.Red => Section.Late,
            Slip.Yellow => Section.Behind,
            Slip.Blue => Section.Near,
            _ => item.IsWaiting || item.AssignedAt is null ? Section.Waiting : Section.Course,
        },
    };
}
