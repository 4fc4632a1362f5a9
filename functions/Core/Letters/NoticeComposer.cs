using FollowUp.Agreements;
using FollowUp.Calendars;
using FollowUp.Items;
using FollowUp.Ledger;
using FollowUp.People;
using FollowUp.Plans;
using FollowUp.Timetables;
using FollowUp.Values;
using NodaTime;

namespace FollowUp.Letters;

/// <summary>What one notice tells one reader. Pure.</summary>
internal sealed class NoticeComposer(Person to, string board, Instant now)
{
    /// <summary>Below this, nobody would call a letter late: it waited for its minute and its turn.</summary>
    private static readonly Duration InTime = Duration.FromHours(1);

    /// <summary>Enough to recognise the passage; the board has the rest.</summary>
    private const int ClauseLength = 600;

    private readonly DateTimeZone zone = to.Zone();

    public Notice Compose(NoticeFacts facts)
    {
        (LedgerRow row, AgreedItem item, Agreement agreement, _) = facts;
        Duration late = now - row.Since;
        bool isLate = late >= InTime && !row.IsAbsenceReport();
        Quotation about = Quotation.Of(facts);
        Clause? source = agreement.ClauseOf(item.Clause);
        Wording? clause = source?.Text;
        return WithHistory(facts, WithExplanations(facts, new(
            new(agreement.Id, row.Key),
            row.Key.Ladder.Word(),
            IsForWhoActs(row),
            item.Title.TextIn(to.Language),
            agreement.Title.TextIn(to.Language),
            agreement.SignedOn,
            Shortened(clause?.TextIn(to.Language)),
            NameOf(item.Owner, facts), NameOf(item.Issuer, facts),
            item.DueOn,
            Math.Max(0, Period.DaysBetween(item.DayOf(now), item.DueOn)),
            DaysLate(row, item),
            isLate ? late : null,
            isLate ? row.Since.InZone(zone).LocalDateTime : null,
            row.Key.Ladder == LadderName.Undelivered ? null : row.Explanation,
            row.Trace, about.Said, about.By is { } by ? NameOf(by, facts) : null,
            $"{board}#/agreements/{agreement.Id}/items/{item.Id}")
        {
            ClauseLabel = source?.Label,
            ClauseLanguage = clause?.LanguageFor(to.Language) is { } other && other != to.Language ? other : null,
            IsOwnAct = about.By == to.Id && (row.Key.Ladder.IsNews() || row.Key.Ladder == LadderName.Returned),
        }));
    }

    /// <summary>A line of the weekly letter: what was agreed and said word by word, the board has.</summary>
    public Notice ComposeLine(NoticeFacts facts) => Compose(facts) with
    {
        Review = ReviewLine.Of(facts, to, now),
        Clause = null,
        ClauseLanguage = null,
        Before = null,
        LastWord = null,
        LastReturn = null,
        Coordinator = null,
    };

    /// <summary>One of so many that nobody reads them word by word; all of an agreement's must fit into a row.</summary>
    public static Notice Brief(Notice notice) =>
        notice with { Clause = null, Said = Shortened(notice.Said), Next = null, Coordinator = null, ShiftParts = null };

    /// <summary>What happened to the item, as far as this notice is about it.</summary>
    private Notice WithHistory(NoticeFacts facts, Notice notice)
    {
        (LedgerRow row, AgreedItem item, Agreement agreement, _) = facts;
        return notice with
        {
            Meanwhile = row.IsAbsenceReport() ? Meanwhile(facts) : null,
            State = row.IsAbsenceReport() ? item.State : null,
            IsWithdrawn = item.Withdrawal is not null,
            OriginalDueOn = item.DueOn == item.OriginalDueOn ? null : item.OriginalDueOn,
            Extensions = item.CountGranted(),
            Slippage = item.Slippage(),
            AskedFor = Quotation.ExtensionOf(facts)?.DueOn,
            IsGranted = Quotation.ExtensionOf(facts)?.Decision?.IsGranted == true,
            Question = Quotation.QuestionOf(facts) is { } asked ? Shortened(asked.Text) : null,
            EscalatedTo = Quotation.EscalationOf(facts) is { } escalated ? NameOf(escalated.To, facts) : null,
            WaitsFor = item.AssignedAt is null ? string.Join(", ", item.DependsOn) : null,
            WaitingSince = item.IsWaiting ? item.DayOf(item.Suspensions[^1].At) : null,
            Waited = row.Key.Ladder == LadderName.Moved && item.DueChanges is [.., { Cause: DueChangeCause.Waiting }]
                ? item.Suspensions[^1].Ended?.WorkingDays
                : null,
            SilentSince = row.Key.Ladder == LadderName.Silence && item.LastWordAt() is { } word ? item.DayOf(word) : null,
            ReportedOn = item.Completion is { } report ? item.DayOf(report.At) : null,
            Evidence = row.Key.Ladder == LadderName.Confirmation && item.Completion is { } shown ? item.Readable(shown.Evidence) : null,
            LastWord = TellsOfLateness(row) && item.Progress is [.., var last]
                ? new(NameOf(last.By, facts), item.DayOf(last.At), Shortened(last.Text)!)
                : null,
            LastReturn = TellsOfLateness(row) && item is { IsPending: true, Returns: [.., var sentBack] }
                ? new(item.DayOf(sentBack.Of.At), item.DayOf(sentBack.At), Shortened(sentBack.Reason)!)
                : null,
            Coordinator = new(NameOf(item.Coordinator, facts), facts.People(item.Coordinator)?.Email is { Length: > 0 } email
                ? email
                : null),
        };
    }

    /// <summary>Whoever gave word of progress was not reminded of the same: the next request is a new one.</summary>
    private static IEnumerable<LedgerRow> Unanswered(NoticeFacts facts) =>
        facts is { Row.Key.Ladder: LadderName.Progress, Item.Progress: [.., var last] }
            ? facts.Ledger.Where(other => other.At > last.At)
            : facts.Ledger;

    private IReadOnlyList<Handed> Meanwhile(NoticeFacts facts) =>
    [
        .. HandedOn.ToldBy(facts.Row, facts.Ledger)
            .Select(row => new Handed(row.Key.Ladder.Word(), NameOf(row.SentTo!, facts), row.At!.Value.InZone(zone).Date)),
    ];

    /// <summary>Why it comes on this day, to this reader, and what came and will come besides it.</summary>
    private Notice WithExplanations(NoticeFacts facts, Notice notice)
    {
        LedgerRow row = facts.Row;
        Sayings sayings = new(to.Language, id => NameOf(id, facts));
        Shift? shift = facts.Around is { } around ? TimetableEntry.FromRow(row).WithShift(around).Shift : null;
        return notice with
        {
            Role = row.Role,
            InPlaceOf = row.Key.Recipient == to.Id ? null : NameOf(row.Key.Recipient, facts),
            Steps = sayings.Trace(row.Trace),
            ShiftParts = notice.Shift is null ? null : sayings.Explain(notice.Shift, shift),
            Alarm = row.Key.Ladder == LadderName.Undelivered && AlarmPhrases.Read(row.Explanation) is { } alarm ? sayings.Of(alarm) : null,
            Before = row.Key.Ladder.IsNews() ? null : EarlierNotices.Of(row, Unanswered(facts), zone),
            Next = Upcoming.After(facts, to, now) is { Count: > 0 } next ? next : null,
        };
    }

    /// <summary>
    /// Whoever is told that it is overdue is never told "by 0 days": where the clocks go back at midnight, its last day comes round
    /// again.
    /// </summary>
    private int DaysLate(LedgerRow row, AgreedItem item) =>
        Math.Max(row.Key.Ladder == LadderName.Overdue ? 1 : 0, item.DaysLateAt(now));

    private string NameOf(string person, NoticeFacts facts) => facts.NameOf(person, to.Language);

    private static bool TellsOfLateness(LedgerRow row) => row.Key.Ladder is LadderName.Overdue or LadderName.Silence && !IsForWhoActs(row);

    private static bool IsForWhoActs(LedgerRow row) => row.Key.Ladder switch
    {
        LadderName.Confirmation or LadderName.Extension => row.Role == Plans.Role.Issuer,
        LadderName.Question => row.Role is Plans.Role.Owner or Plans.Role.Issuer,
        LadderName.Reply => false,
        LadderName.Escalated => Plans.Role.Level(row.Role) is not null,
        LadderName.Closing or LadderName.Absence => false,
        _ => row.Role is Plans.Role.Owner or Plans.Role.Liaison,
    };

    private static string? Shortened(string? text) =>
        text is { Length: > ClauseLength } ? $"{TextRules.Truncate(text, ClauseLength).TrimEnd()} …" : text;
}
