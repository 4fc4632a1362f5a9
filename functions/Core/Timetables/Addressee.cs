using FollowUp.Calendars;
using FollowUp.Recipients;

namespace FollowUp.Timetables;

/// <summary>Somebody to whom a rung speaks.</summary>
/// <param name="Role">As what.</param>
/// <param name="Days">The item's days on which they are at work as well.</param>
internal readonly record struct Addressee(string Role, Contact Contact, JointDays Days);
