using FollowUp.Agreements;
using NodaTime;

namespace FollowUp.Parsing.CalendarFiles;

/// <summary>A day that an event made.</summary>
public sealed record NamedDay(LocalDate Date, Wording Name);
