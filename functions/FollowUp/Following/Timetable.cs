using FollowUp.Calendars;
using FollowUp.Items;
using FollowUp.Plans;
using NodaTime;

namespace FollowUp.Following;

/// <summary>
/// Who was told and who will be told what and when about one item: the ledger's lines and those still expected as things stand,
/// by moment. Pure and total. The engine, the dry run, the board and the simulation all ask this one function.
/// </summary>
public static class Timetable
{
    /// <summary>An owner who is told of lateness every week for ten years has other problems.</summary>
    public const int LinesMax = 10_000;

    public static IReadOnlyList<Line> For(AgreedItem item, Plan plan, JointDays days, Contacts contacts, IReadOnlyList<LedgerRow> ledger)
    {
        Dictionary<RungKey, Line> lines = ledger.ToDictionary(row => row.Key, Line.Of);
        foreach (LadderName name in Enum.GetValues<LadderName>())
        {
            foreach ((Ladder ladder, Anchor anchor) in Running(name, item, plan))
            {
                Escalation escalation = new(item, plan, days, ladder, anchor, ledger, contacts);
                List<Line> expected = [.. Rungs(item, ladder, anchor)
                    .SelectMany(rung => Lines(rung, ladder.Name, anchor, item, plan, days, contacts, escalation))
                    .Where(line => !lines.ContainsKey(line.Key))];
                string? hopeless = escalation.Hopeless(expected);
                foreach (Line line in expected)
                {
                    // The first of two that mean the same person wins: a level who is also the coordinator hears once.
                    _ = lines.TryAdd(line.Key, line is { DueAt: null, Skip: null } ? line with { Skip = hopeless } : line);
                }
            }
        }

        return [.. lines.Values.OrderBy(line => line.Planned).ThenBy(line => line.Key.Ladder).Take(LinesMax)];
    }

    /// <summary>Whether the ladder of a notice still runs for the item as it stands, around the same anchor.</summary>
    public static bool Runs(RungKey key, AgreedItem item) => Anchor.All(key.Ladder, item).Any(anchor => anchor.Revision == key.AnchorRevision);

    /// <summary>
    /// Whether what a planned notice says is still so, and still theirs to hear: a report may have come in while it lay in the
    /// bag, or the item have changed hands.
    /// </summary>
    public static bool Holds(LedgerRow row, AgreedItem item, Contacts contacts) =>
        row.Key.Ladder == LadderName.Undelivered
        || (Runs(row.Key, item)
            && contacts.In(item, row.Role).Contains(row.Key.Recipient)
            && (row.Key.Ladder == LadderName.Handover || row.SentTo is null || !item.IsOut(row.SentTo)));

    private static IEnumerable<(Ladder Ladder, Anchor Anchor)> Running(LadderName name, AgreedItem item, Plan plan) =>
        plan.Ladder(name) is { } ladder ? Anchor.All(name, item).Select(anchor => (ladder, anchor)) : [];

    private static IEnumerable<Rung> Rungs(AgreedItem item, Ladder ladder, Anchor anchor) => ladder.Name switch
    {
        LadderName.Closing when item.ToldLate.Count > 0 => ladder.Rungs.Append(Rung.Once(ladder.Rungs[0].Id, "0", Role.ToldLate)),

        // Its receipt is asked for when the clock runs again; whose it is, a new owner must not learn only then.
        LadderName.Handover when item.IsWaiting && anchor.Revision == item.HandOvers.Count && item.HandOvers[^1].At >= item.Suspensions[^1].At => ladder.Rungs.Append(Rung.Once(ladder.Rungs[0].Id, "0", Role.Owner)),
        _ => ladder.Rungs,
    };

    private static IEnumerable<Line> Lines(
        Rung rung, LadderName ladder, Anchor anchor, AgreedItem item, Plan plan, JointDays days, Contacts contacts, Escalation escalation)
    {
        List<(string Role, string Person)> people = [.. rung.To
            .SelectMany(role => contacts.In(item, role).Select(person => (role, person)))
            .Where(to => to.role != Role.FormerOwner || item.HandOvers[anchor.Revision - 1].From == to.person)];
        int occurrence = 0;
        foreach (Counted counted in Counted.Each(rung, anchor.Day, days))
        {
            bool isOver = true;
            foreach ((string role, string person) in people)
            {
                Contact to = contacts[person];
                Moment moment = Moment.Of(counted, ladder, anchor, item, plan, days, to);
                if (ladder != LadderName.Progress || Period.DaysBetween(moment.Day, item.DueOn) > Plan.ProgressHorizon)
                {
                    isOver = false;
                    RungKey key = new(item.Id, anchor.Revision, ladder, rung.Id, occurrence, person);
                    yield return new(key, role, moment.At, escalation.DueAt(role, moment, to), moment.Shift, Skip(ladder, role, moment, item), null);
                }
            }

            if (isOver)
            {
                yield break;
            }

            occurrence++;
        }
    }

    private static string? Skip(LadderName ladder, string role, Moment moment, AgreedItem item) =>
        item.AssignedAt is not { } assigned ? SkipUnassigned(role, moment, item)
        : moment.Day < item.DayOf(assigned) ? "before assignment"
        : ladder == LadderName.Progress ? SkipProgress(moment, item)
        : null;

    /// <summary>Word that was not asked for when its month came is not asked for afterwards: things have changed since.</summary>
    private static string? SkipProgress(Moment moment, AgreedItem item) =>
        item.HandOvers is [.., var handed] && moment.At < handed.At ? "it was handed over since"
        : Period.DaysBetween(moment.Day, item.DueOnAt(moment.At)) <= Plan.ProgressHorizon ? "the due date was near then"
        : item.Suspensions.Any(waited => item.DayOf(waited.At) <= moment.Day && moment.Day < item.DayOf(waited.Ended!.At)) ? "it waited for the other side"
        : null;

    private static string? SkipUnassigned(string role, Moment moment, AgreedItem item) =>
        role is Role.Owner or Role.Supporting ? "it was never assigned"
        : moment.Day < item.DayOf(item.RegisteredAt ?? Instant.MinValue) ? "before it was registered"
        : null;
}
