namespace FollowUp.Parsing.CalendarFiles;

/// <summary>What a file brought: nothing in it is passed over in silence (law 18).</summary>
public sealed record CalendarFileReport(
    IReadOnlyList<NamedDay> DaysOff, IReadOnlyList<NamedDay> DaysWorked, IReadOnlyList<SkippedEvent> PassedOver);
