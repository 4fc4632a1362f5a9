using FollowUp.Recipients;

namespace FollowUp.Timetables;

/// <summary>Who really receives what a timetable says.</summary>
public static class EntryRecipients
{
    public static Recipient Resolve(this Deputies deputies, TimetableEntry entry) =>
        deputies.Resolve(entry.Key.Ladder, entry.Role, entry.Key.Recipient);
}
