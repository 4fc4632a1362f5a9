using FollowUp.Agreements;
using FollowUp.Calendars;
using FollowUp.Timetables;
using NodaTime;

namespace FollowUp.Plans.Validation;

/// <summary>
/// A ladder tried out once: the days it comes to around one anchor, on a calendar that knows nothing but the weekend, among
/// people who are all different. What is wrong in every trial is wrong with the plan, whatever the item.
/// </summary>
internal sealed class SampleTimeline
{
    /// <summary>
    /// Every weekday once, in months of every length, away from both ends of them: nothing holds for all of these by accident
    /// of the calendar.
    /// </summary>
    private static readonly LocalDate[] Anchors =
        [new(2024, 1, 15), new(2024, 2, 13), new(2024, 4, 10), new(2024, 6, 13), new(2023, 2, 10), new(2024, 8, 10), new(2024, 11, 10)];

    /// <summary>Known for no time at all, so that it is gone through by weeks.</summary>
    private static readonly JointDays Plain = new([new(
        "plain", new(), [IsoDayOfWeek.Saturday, IsoDayOfWeek.Sunday],
        new Dictionary<LocalDate, Wording>(), new Dictionary<LocalDate, Wording>(), new(2000, 1, 1))]);

    private readonly LadderName ladder;

    private SampleTimeline(Ladder ladder, LocalDate anchor, LocalDate dueOn)
    {
        this.ladder = ladder.Name;
        Anchor = anchor;
        Days = [.. ladder.Rungs.Select(rung => DaysOf(ladder.Name, rung, anchor, dueOn))];
        Told = ladder.Rungs.Zip(Days).Where(pair => pair.First.To.Contains(ladder.Name.Aim()))
            .SelectMany(pair => pair.Second).Cast<LocalDate?>().Min();
    }

    public LocalDate Anchor { get; }

    /// <summary>The day of each occurrence of each rung, in the order of the plan.</summary>
    public IReadOnlyList<IReadOnlyList<LocalDate>> Days { get; }

    /// <summary>When the one that the ladder is aimed at first hears; null where they never do.</summary>
    public LocalDate? Told { get; }

    public static IEnumerable<SampleTimeline> TryOut(Ladder ladder) => Anchors.SelectMany(anchor => ladder.Name switch
    {
        var name when name.IsAroundDueDate() => [new SampleTimeline(ladder, anchor, anchor)],

        // Ends long before the due date.
        LadderName.Progress => [new SampleTimeline(ladder, anchor, anchor.PlusYears(1_000))],

        // What happens before the due date moves back from a weekend, and what happens after it forward.
        _ => new[]
        {
            new SampleTimeline(ladder, anchor, anchor.PlusYears(1_000)),
            new SampleTimeline(ladder, anchor, anchor.PlusYears(-1)),
        },
    });

    /// <summary>
    /// When what is planned for <paramref name="day"/> reaches a role: whoever stands above waits until a working day after the first
    /// notice (law 5).
    /// </summary>
    public LocalDate HeardOn(string role, LocalDate day) =>
        Told is { } told && ladder.IsEscalation(role) ? LocalDate.Max(day, Plain.AddWorkingDays(told, 1)) : day;

    private static IReadOnlyList<LocalDate> DaysOf(LadderName ladder, Rung rung, LocalDate anchor, LocalDate dueOn) =>
        [.. Step5Repeat.DatesOf(rung, anchor, Plain).Select(date => Step3Roll.WorkingDay(date, ladder, anchor, dueOn, Plain))];
}
