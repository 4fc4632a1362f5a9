using FollowUp.Items;

namespace FollowUp.Journal;

/// <summary>What the journal says and quotes of an item, so that an export tells the whole story of its slippage (law 10).</summary>
public static class JournalText
{
    /// <summary>An item came in: handed to its owner at once, or waiting for others.</summary>
    public static JournalEvent OfAcceptance(AgreedItem item) => item.AssignedAt is null
        ? new(EventNames.Registered, item.Id, item.Coordinator, $"waits for {string.Join(", ", item.DependsOn)}, due {item.DueOn:uuuu-MM-dd}")
        : OfAssignment(item, item.Coordinator);

    /// <param name="by">Null where the clock did it: what it waited for was closed, or it came round.</param>
    public static JournalEvent OfAssignment(AgreedItem item, string? by) =>
        new(EventNames.Assigned, item.Id, by, $"to {item.Owner}, due {item.DueOn:uuuu-MM-dd}");

    /// <summary>"due 2020-06-12, originally 2020-05-29 (14 days later), extended 1 time".</summary>
    public static string OfDueDate(AgreedItem item)
    {
        int days = item.Slippage();
        string slippage = days == 0 ? "" : $", originally {item.OriginalDueOn:uuuu-MM-dd} ({Math.Abs(days)} {(Math.Abs(days) == 1 ? "day" : "days")} {(days > 0 ? "later" : "earlier")})";
        int granted = item.Granted();
        return $"due {item.DueOn:uuuu-MM-dd}{slippage}{(granted == 0 ? "" : $", extended {granted} {(granted == 1 ? "time" : "times")}")}";
    }

    /// <summary>How much waiting moved the due date.</summary>
    public static string OfResumption(AgreedItem item)
    {
        Resumption ended = item.Suspensions[^1].Ended!;
        return $"waited {ended.WorkingDays} working {(ended.WorkingDays == 1 ? "day" : "days")}; {OfDueDate(item)}";
    }
}
