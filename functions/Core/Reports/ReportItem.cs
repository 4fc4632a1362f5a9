using FollowUp.Agreements;

namespace FollowUp.Reports;

/// <summary>An item in a report.</summary>
/// <param name="Number">By which the rest of the report speaks of it.</param>
/// <param name="Clause">The place in the agreement that it comes from; null where there is none.</param>
public sealed record ReportItem(int Number, string Item, Wording Title, Clause? Clause, IReadOnlyList<ReportLine> Lines);
