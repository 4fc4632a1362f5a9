using NodaTime;

namespace FollowUp.Reports;

/// <summary>Something that happened since the report before.</summary>
/// <param name="On">The day, where the item is due.</param>
/// <param name="Number">Of the item in the report.</param>
public sealed record ReportChange(LocalDate On, int Number, ReportLine Line);
