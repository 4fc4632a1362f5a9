using FollowUp.Calendars;
using FollowUp.Items;
using FollowUp.Plans;
using FollowUp.Recipients;

namespace FollowUp.Timetables;

/// <summary>
/// What an item's timetable depends on besides the item: its frozen plan and calendars, and its people as they are today.
/// </summary>
/// <param name="LastWritten">Whoever of the people was written last: while that is the same, they are.</param>
public sealed record TimetableInputs(Plan Plan, JointDays Days, Contacts Contacts, string LastWritten)
{
    /// <summary>
    /// The item as it stands among these people: counted by their calendars from now on (law 9), and with the warnings that are right.
    /// </summary>
    public AgreedItem Settle(AgreedItem item) => item.FreezeCalendars(Contacts.CalendarsOf(item)).Warned(Plan, Days, Contacts);
}
