using NodaTime;

namespace FollowUp.Reports;

/// <summary>Which report is asked for. Nothing is remembered of the report before: whoever asks names it (law 17).</summary>
/// <param name="AsOf">The instant at which everything is shown as it stood.</param>
/// <param name="Since">The <paramref name="AsOf"/> of the report before; null where there was none.</param>
/// <param name="NextMeetingOn">Null where nobody knows it yet.</param>
public sealed record ReportPeriod(Instant AsOf, Instant? Since, LocalDate? NextMeetingOn);
