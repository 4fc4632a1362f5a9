using FollowUp.Items;

namespace FollowUp.Reports;

/// <summary>Items that stand alike; each item of a report is in one section.</summary>
/// <param name="Code">One of <see cref="ReportSections.All"/>.</param>
public sealed record ReportSection(string Code, IReadOnlyList<ReportItem> Items);

/// <summary>How items stand, in the order in which a meeting speaks of them.</summary>
public static class ReportSections
{
    public const string Late = "late";
    public const string Waiting = "waiting";
    public const string Reported = "reported";
    public const string UnderWay = "under-way";

    /// <summary>Other items come first.</summary>
    public const string NotBegun = "not-begun";

    public const string Done = "done";

    /// <summary>Done already when the report before was made.</summary>
    public const string DoneBefore = "done-before";

    public const string Withdrawn = "withdrawn";

    public static IReadOnlyList<string> All { get; } = [Late, Waiting, Reported, UnderWay, NotBegun, Done, DoneBefore, Withdrawn];

    /// <param name="item">As it stood at the report's instant.</param>
    public static string Of(AgreedItem item, ReportPeriod period) => item switch
    {
        { Withdrawal: not null } => Withdrawn,
        { Confirmation: { } confirmed } => confirmed.At <= period.Since ? DoneBefore : Done,
        { IsReported: true } => Reported,
        { IsWaiting: true } => Waiting,
        _ when item.SlipAt(period.AsOf) == Slip.Red => Late,
        { AssignedAt: null } => NotBegun,
        _ => UnderWay,
    };
}
