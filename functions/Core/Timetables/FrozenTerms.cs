using FollowUp.Calendars;
using FollowUp.Plans;

namespace FollowUp.Timetables;

/// <summary>What an item was frozen to when it was accepted (law 9): its plan, and the days that count as working days for it.</summary>
public sealed record FrozenTerms(Plan Plan, JointDays Days);
