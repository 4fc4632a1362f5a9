using FollowUp.Delivery.Languages;
using FollowUp.Letters;
using FollowUp.Plans;

namespace FollowUp.Delivery;

/// <summary>What one notice says in its reader's language: which sentences, the language has the words.</summary>
internal sealed class NoticeWords(Language language, Notice notice)
{
    private readonly Dictionary<string, object?> facts = NoticeValues.Of(notice);

    public string Heading => language.Say(HeadingKey(notice), facts);

    /// <summary>The number of a reminder that is not the first: "second reminder"; null for the first.</summary>
    public string? Reminder => notice.Before is { } before
        ? language.Say($"reminder.{(IsBeforeDue ? "before." : "")}{(before.Count < 3 ? $"{before.Count + 1}" : "more")}", facts)
        : null;

    /// <summary>Whether it reminds of what is not late yet: some languages do not urge then.</summary>
    private bool IsBeforeDue => notice.Of.Key.Ladder is LadderName.Due or LadderName.Progress && notice.DaysLate == 0;

    /// <summary>What its reader is to do, in few words; null where the heading says it, and where they are to do nothing.</summary>
    public string? Wanted => notice.Speaks && WantedKey() is { } key ? language.Say(key) : null;

    /// <summary>Its due date, who owns it and who gave it, and how it stands with the date.</summary>
    public string Standing()
    {
        string due = notice.OriginalDueOn is null ? "due" : notice.Extensions > 0 ? "due.extended" : "due.moved";
        return Join([due, "parties", IsLateBeside ? "late" : IsReportedLate ? "late.reported" : null]);
    }

    /// <summary>Whether it is overdue and its heading speaks of something else.</summary>
    public bool IsLateBeside => notice is { DaysLate: > 0, ReportedOn: null, IsWithdrawn: false }
        && notice.Of.Key.Ladder is not (LadderName.Overdue or LadderName.Due or LadderName.Blocked)
        && notice.State is not ("signed" or "assigned");

    public bool IsReportedLate => notice is { ReportedOn: not null, IsWithdrawn: false, DaysLate: > 0 };

    /// <summary>What happened, and what people wrote to it.</summary>
    public string About() => notice is { Of.Key.Ladder: LadderName.Undelivered }
        ? notice.Alarm is { } alarm ? language.Say(alarm) : notice.Said ?? ""
        : notice.Meanwhile is { } handed ? string.Join(language.Rules.Between, handed.Select(Said))
        : Join(AboutKeys());

    /// <summary>
    /// What a report goes by, a paragraph of its own: after an address there must be nothing. Null where it is about none.
    /// </summary>
    public string? Evidence() => EvidenceKey() is { } key ? language.Say(key, facts) : null;

    /// <summary>What is asked of the reader, or is so for them.</summary>
    public string Ask() => Join([AskKey(), notice.IsOwnAct && notice.Of.Key.Ladder != LadderName.Closing ? "own-act" : null]);

    public string Say(string key) => language.Say(key, facts);

    private string Said(Handed handed) => language.Say("meanwhile", new Dictionary<string, object?>
    {
        ["to"] = handed.To,
        ["on"] = handed.On,
        ["ladder"] = handed.Ladder,
    });

    private string Join(IEnumerable<string?> keys) =>
        string.Join(language.Rules.Between, keys.OfType<string>().Select(key => language.Say(key, facts)));

    private static string HeadingKey(Notice notice) => notice.Of.Key.Ladder switch
    {
        LadderName.Overdue => "heading.overdue",
        LadderName.Due => notice.DaysLate > 0 ? "heading.due.passed" : notice.DaysLeft > 0 ? "heading.due.left" : "heading.due.today",
        LadderName.Receipt => !notice.Speaks ? "heading.receipt.hears"
            : notice.InPlaceOf is not null ? "heading.receipt.instead"
            : notice.Before is not null ? "heading.receipt.again" : "heading.receipt.speaks",
        LadderName.Returned => notice is { Speaks: true, InPlaceOf: null } ? "heading.returned.speaks" : "heading.returned.hears",
        LadderName.Blocked =>
            notice.DaysLate > 0 ? "heading.blocked.late" : notice.DaysLeft > 0 ? "heading.blocked.left" : "heading.blocked.today",
        LadderName.Answered => notice.IsGranted ? "heading.answered.granted" : "heading.answered.refused",
        LadderName.Reply => "heading.reply",
        LadderName.Moved => notice.Waited is null ? "heading.moved" : "heading.moved.waited",
        LadderName.Handover => !notice.Speaks ? "heading.handover.hears"
            : notice.InPlaceOf is null ? "heading.handover.speaks" : "heading.handover.instead",
        LadderName.Closing =>
            $"heading.{(notice.IsWithdrawn ? "withdrawn" : "closed")}{(notice.IsOwnAct ? ".own" : notice.By is null ? "" : ".by")}",
        LadderName.Absence => $"heading.absence{AbsenceState(notice)}",
        LadderName.Undelivered => "heading.undelivered",
        _ => $"heading.{notice.Ladder}.{(notice.Speaks ? "speaks" : "hears")}",
    };

    private static string AbsenceState(Notice notice) => notice switch
    {
        { State: "confirmed" or "withdrawn" or "reported" or "waiting" } => $".{notice.State}",
        { State: "signed" or "assigned", DaysLate: > 0 } => ".late",
        _ => "",
    };

    private string? WantedKey() => notice.Of.Key.Ladder switch
    {
        LadderName.Overdue => "wanted.overdue",
        LadderName.Due => notice.DaysLate > 0 ? "wanted.overdue" : "wanted.due",
        LadderName.Returned => "wanted.returned",
        LadderName.Extension => "wanted.extension",
        LadderName.Question => "wanted.question",
        _ => null,
    };

    private IEnumerable<string?> AboutKeys() => notice.Of.Key.Ladder switch
    {
        LadderName.Confirmation =>
            [notice.ReportedOn is null || notice.By is null ? null : "reported", notice.Said is null ? null : "report"],
        LadderName.Returned => ["reason", "due.stays"],
        LadderName.Waiting => ["waiting"],
        LadderName.Blocked => ["blocked"],
        LadderName.Extension => ["asked", "reason"],
        LadderName.Answered => [notice.Said is null ? null : "quoted", notice.IsGranted ? "due.now" : "due.stays"],
        LadderName.Moved => [notice.Waited is null ? "reason" : "waited"],
        LadderName.Question => ["quoted"],
        LadderName.Reply => ["question.was", "quoted"],
        LadderName.Handover or LadderName.Escalated => ["reason"],
        LadderName.Closing => [notice.Said is null ? null : "quoted"],
        _ => [],
    };

    private string? EvidenceKey() => notice.Evidence switch
    {
        null => null,
        { Ref: null } => "evidence.none",
        { Kind: "link" } => "evidence.link",
        { Kind: Items.Evidence.File } => "evidence.file",
        _ => "evidence.document",
    };

    private string? AskKey() => notice.Of.Key.Ladder switch
    {
        LadderName.Due when notice is { Speaks: true, DaysLate: > 0 } => "ask.due.passed",
        LadderName.Returned when notice.Speaks => "ask.returned",
        LadderName.Returned or LadderName.Undelivered or LadderName.Answered or LadderName.Moved or LadderName.Absence
            or LadderName.Reply => null,
        LadderName.Waiting or LadderName.Blocked or LadderName.Closing => $"ask.{notice.Ladder}",
        _ => $"ask.{notice.Ladder}.{(notice.Speaks ? "speaks" : "hears")}",
    };
}
