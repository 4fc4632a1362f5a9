using FollowUp.Agreements;
using FollowUp.Calendars;
using NodaTime;

namespace FollowUp.Parsing.CalendarFiles;

/// <summary>A calendar as a file describes it, and what each event of the file has to do with it.</summary>
public sealed record CalendarFromFile(WorkCalendar Calendar, Contribution Contributed);

/// <summary>What a file brought: nothing in it is passed over in silence (law 18).</summary>
public sealed record Contribution(IReadOnlyList<NamedDay> DaysOff, IReadOnlyList<NamedDay> DaysWorked, IReadOnlyList<PassedOver> PassedOver);

/// <summary>A day that an event made.</summary>
public sealed record NamedDay(LocalDate Date, Wording Name);

/// <summary>An event, or a day of one, that made no day.</summary>
/// <param name="Date">Null where it has none that could be read.</param>
/// <param name="Name">Null where it has none.</param>
public sealed record PassedOver(LocalDate? Date, string? Name, string Why);
