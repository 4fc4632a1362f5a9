namespace FollowUp.Reports;

/// <summary>A count of the report's first page, and the entries of the journal that it counts.</summary>
public sealed record ReportFigure(string Code, int Count, IReadOnlyList<int> Entries);
