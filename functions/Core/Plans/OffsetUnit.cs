namespace FollowUp.Plans;

public enum OffsetUnit
{
    WorkingDays,
    CalendarDays,
    Months,
}
