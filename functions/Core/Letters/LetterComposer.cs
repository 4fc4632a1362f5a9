using System.Globalization;
using System.Text.Json;
using FollowUp.Agreements;
using FollowUp.Items;
using FollowUp.Ledger;
using FollowUp.People;
using FollowUp.Plans;
using FollowUp.Values;
using NodaTime;

namespace FollowUp.Letters;

/// <summary>Puts the facts of a letter together, the most consequential first. Pure; the sentences are the templates'.</summary>
public static class LetterComposer
{
    /// <summary>Below this, nobody would call a letter late: it waited for its minute and its turn.</summary>
    private static readonly Duration InTime = Duration.FromHours(1);

    /// <summary>Enough to recognise the passage; the board has the rest.</summary>
    private const int ClauseLength = 600;

    /// <param name="answers">The links by which <paramref name="to"/> may answer a notice; empty where links are not signed.</param>
    public static Letter Compose(
        LetterKey letterKey, Person to, IEnumerable<NoticeFacts> notices, string board, string domain, Instant now,
        Func<NoticeFacts, IReadOnlyList<AnswerLink>> answers)
    {
        List<NoticeFacts> ordered = [.. notices
            .OrderBy(facts => Rank(facts.Row.Key.Ladder))
            .ThenByDescending(facts => facts.Item.DaysLateAt(now))
            .ThenBy(facts => facts.Item.DueOn)];
        IEnumerable<Notice> written = ordered.Select(facts => Notice(facts, to, board, now) with { Answers = answers(facts) });
        List<Notice> fitting = [.. Fitting(ordered.Count > Letter.QuotedMax ? written.Select(Brief) : written)];
        string messageId = $"{letterKey.Slot}.{Hash(fitting)}.{to.Id}@{domain}";
        return new(messageId, to.Id, to.NameIn(to.Language), to.Email, to.Language, now, fitting)
        {
            TimeZone = to.TimeZone,
            Coordinator = CoordinatorOf(ordered, to),
        };
    }

    private static Correspondent? CoordinatorOf(List<NoticeFacts> notices, Person to) => notices
        .Select(facts => facts.People(facts.Item.Coordinator)).OfType<Person>()
        .Where(one => MailAddress.Fault(one.Email) is null)
        .OrderBy(one => one.Id == to.Id)
        .Select(one => new Correspondent(one.NameIn(to.Language), one.Email)).FirstOrDefault();

    /// <summary>As many as a row can hold.</summary>
    private static IEnumerable<Notice> Fitting(IEnumerable<Notice> notices)
    {
        int length = 0;
        foreach (Notice notice in notices)
        {
            length += JsonSerializer.Serialize(notice, Json.Options).Length + 1;
            if (length > Letter.LengthMax)
            {
                yield break;
            }

            yield return notice;
        }
    }

    private static Notice Brief(Notice notice) => notice with { Clause = null, Said = Shortened(notice.Said) };

    private static Notice Notice(NoticeFacts facts, Person to, string board, Instant now)
    {
        (LedgerRow row, AgreedItem item, Agreement agreement, _) = facts;
        DateTimeZone zone = to.Zone();
        Duration late = now - row.Since;
        bool isLate = late >= InTime && !row.IsAbsenceReport();
        (string? said, string? by) = Said(facts, to);
        return new(
            new(agreement.Id, row.Key),
            row.Key.Ladder.ToString().ToLowerInvariant(),
            IsForWhoActs(row),
            item.Title.TextIn(to.Language),
            agreement.Title.TextIn(to.Language),
            Day(agreement.SignedOn),
            Shortened(agreement.ClauseOf(item.Clause)?.Text.TextIn(to.Language)),
            NameOf(item.Owner, facts, to), NameOf(item.Issuer, facts, to),
            Day(item.DueOn),
            Math.Max(0, Period.DaysBetween(item.DayOf(now), item.DueOn)),
            DaysLate(row, item, now),
            isLate ? Length(late) : null,
            isLate ? row.Since.InZone(zone).LocalDateTime.ToString("ddd d MMM uuuu HH:mm", CultureInfo.InvariantCulture) : null,
            row.Key.Ladder == LadderName.Undelivered ? null : row.Explanation,
            row.Trace, said, by,
            $"{board}#/agreements/{agreement.Id}/items/{item.Id}")
        {
            Meanwhile = Meanwhile(facts, to),
            State = row.IsAbsenceReport() ? item.State : null,
            IsWithdrawn = item.Withdrawal is not null,
            OriginalDueOn = item.DueOn == item.OriginalDueOn ? null : Day(item.OriginalDueOn),
            Extensions = item.CountGranted(),
            Slippage = item.Slippage(),
            AskedFor = Extension(facts) is { } asked ? Day(asked.DueOn) : null,
            IsGranted = Extension(facts)?.Decision?.IsGranted == true,
            WaitsFor = item.AssignedAt is null ? string.Join(", ", item.DependsOn) : null,
            WaitingSince = item.IsWaiting ? Day(item.DayOf(item.Suspensions[^1].At)) : null,
            Waited = row.Key.Ladder == LadderName.Moved && item.DueChanges is [.., { Cause: DueChangeCause.Waiting }]
                ? item.Suspensions[^1].Ended?.WorkingDays
                : null,
        };
    }

    private static IReadOnlyList<Handed>? Meanwhile(NoticeFacts facts, Person to) => !facts.Row.IsAbsenceReport() ? null :
    [
        .. HandedOn.ToldBy(facts.Row, facts.Ledger).Select(row =>
            new Handed(row.Key.Ladder.Word(), NameOf(row.SentTo!, facts, to), row.At!.Value.InZone(to.Zone()).Date)),
    ];

    /// <summary>
    /// Whoever is told that it is overdue is never told "by 0 days": where the clocks go back at midnight, its last day comes round
    /// again.
    /// </summary>
    private static int DaysLate(LedgerRow row, AgreedItem item, Instant now) =>
        Math.Max(row.Key.Ladder == LadderName.Overdue ? 1 : 0, item.DaysLateAt(now));

    /// <summary>The request that a notice is about.</summary>
    private static Extension? Extension(NoticeFacts facts) =>
        facts.Row.Key.Ladder is LadderName.Extension or LadderName.Answered
            ? facts.Item.Extensions.FirstOrDefault(one => one.Number == facts.Row.Key.AnchorRevision)
            : null;

    /// <summary>What somebody said that this notice is about, and who.</summary>
    private static (string? Said, string? By) Said(NoticeFacts facts, Person to) => (facts.Row.Key.Ladder, facts.Item) switch
    {
        (LadderName.Returned, { Returns: [.., var last] }) => (last.Reason, NameOf(last.By, facts, to)),
        (LadderName.Confirmation, { Completion: { } report }) =>
            (report.Evidence.Note ?? report.Evidence.Ref, NameOf(report.By, facts, to)),
        (LadderName.Extension, _) when Extension(facts) is { } asked => (asked.Reason, NameOf(asked.By, facts, to)),
        (LadderName.Answered, _) when Extension(facts)?.Decision is { } decided => (decided.Note, NameOf(decided.By, facts, to)),
        (LadderName.Moved, { DueChanges: [.., var moved] }) => (moved.Reason, NameOf(moved.By, facts, to)),
        (LadderName.Handover, { HandOvers: [.., var handed] }) => (handed.Reason, NameOf(handed.By, facts, to)),
        (LadderName.Waiting, { Suspensions: [.., var waiting] }) => (waiting.Reason, NameOf(waiting.By, facts, to)),
        (LadderName.Closing, { Withdrawal: { } withdrawal }) => (withdrawal.Reason, NameOf(withdrawal.By, facts, to)),
        (LadderName.Closing, { Confirmation: { } confirmation }) => (confirmation.Note, NameOf(confirmation.By, facts, to)),
        (LadderName.Undelivered, _) => (facts.Row.Explanation, null),
        _ => (null, null),
    };

    private static bool IsForWhoActs(LedgerRow row) => row.Key.Ladder switch
    {
        LadderName.Confirmation or LadderName.Extension => row.Role == Role.Issuer,
        LadderName.Closing or LadderName.Absence => false,
        _ => row.Role is Role.Owner or Role.Liaison,
    };

    private static int Rank(LadderName ladder) => ladder switch
    {
        LadderName.Undelivered => 0,
        LadderName.Overdue => 1,
        LadderName.Returned => 2,
        LadderName.Confirmation => 3,
        LadderName.Extension => 4,
        LadderName.Answered or LadderName.Moved => 5,
        LadderName.Due => 6,
        LadderName.Blocked => 7,
        LadderName.Receipt => 8,
        LadderName.Waiting => 9,
        LadderName.Progress => 10,
        LadderName.Absence => 12,
        _ => 11,
    };

    /// <summary>
    /// The same notices make the same id, so that a letter packed twice is the same letter; others make another, or mail programs
    /// would show one of the two.
    /// </summary>
    private static string Hash(IEnumerable<Notice> notices) =>
        Fingerprints.HashOf(notices.Select(notice => NameOf(notice.Of)).Order().ToList())[..12];

    private static string NameOf(NoticeRef notice) => $"{notice.Agreement} {notice.Key.Item} {notice.Key.AnchorRevision} {notice.Key}";

    private static string NameOf(string person, NoticeFacts facts, Person reader) =>
        facts.People(person)?.NameIn(reader.Language) ?? person;

    private static string Day(LocalDate day) => day.ToString("d MMMM uuuu", CultureInfo.InvariantCulture);

    private static string Length(Duration late) =>
        late.TotalDays >= 2 ? $"{(int)late.TotalDays} days" : late.TotalHours >= 2 ? $"{(int)late.TotalHours} hours" : "1 hour";

    private static string? Shortened(string? clause) =>
        clause is { Length: > ClauseLength } ? $"{TextRules.Truncate(clause, ClauseLength).TrimEnd()} …" : clause;
}
