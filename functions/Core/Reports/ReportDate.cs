using NodaTime;

namespace FollowUp.Reports;

/// <summary>What is due before the next meeting: an item, or a stage of it.</summary>
/// <param name="Number">Of the item in the report.</param>
public sealed record ReportDate(LocalDate On, int Number, ReportLine Line);
