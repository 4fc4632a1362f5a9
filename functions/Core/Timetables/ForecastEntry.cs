using FollowUp.Recipients;

namespace FollowUp.Timetables;

/// <summary>A line of a timetable, and who would really receive it as things stand.</summary>
/// <param name="Receiver">Null where it was decided on already.</param>
public sealed record ForecastEntry(TimetableEntry Entry, Recipient? Receiver);
