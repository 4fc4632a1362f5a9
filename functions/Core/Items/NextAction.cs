using FollowUp.Plans;
using NodaTime;

namespace FollowUp.Items;

/// <summary>A step that an open item waits for, and whose it is.</summary>
/// <param name="Action">One of <see cref="NextActions.All"/>.</param>
/// <param name="Role">As what they would take it.</param>
/// <param name="Who">Nobody where only the role is known, like the other side as a whole.</param>
/// <param name="Since">Since when it waits for that; null where nobody can tell.</param>
/// <param name="Item">The item that the step is taken with: this one, or one that comes first.</param>
public sealed record NextAction(string Action, string Role, IReadOnlyList<string> Who, Instant? Since, string Item);

/// <summary>Whose move it is, and what they may do. An owner at work in good time keeps nobody waiting.</summary>
public static class NextActions
{
    public const string Sign = "sign";
    public const string Report = "report";

    /// <summary>The issuer sent the report back: what was missing is to be mended.</summary>
    public const string ReportAgain = "report-again";

    public const string Confirm = "confirm";
    public const string Return = "return";
    public const string DecideExtension = "decide-extension";

    /// <summary>Owner or issuer were asked by the other.</summary>
    public const string AnswerQuestion = "answer-question";

    /// <summary>The other side must move first.</summary>
    public const string MoveFirst = "move-first";

    /// <summary>Meanwhile somebody of ours asks them.</summary>
    public const string AskForWord = "ask-for-word";

    /// <summary>Once they have, the coordinator lets the clock run again.</summary>
    public const string Resume = "resume";

    /// <summary>Another item must be closed before this one is assigned.</summary>
    public const string FinishFirst = "finish-first";

    /// <summary>The contact on the other side, who is asked and does nothing here.</summary>
    public const string Counterpart = "counterpart";

    public static IReadOnlyList<string> All { get; } =
        [Sign, Report, ReportAgain, Confirm, Return, DecideExtension, AnswerQuestion, MoveFirst, AskForWord, Resume, FinishFirst];

    /// <summary>What holds it up first comes first; nothing where it is closed.</summary>
    /// <param name="others">The items that it depends on, as they stand.</param>
    /// <param name="liaison">Who of ours asks the other side; null where that was not looked up.</param>
    public static IReadOnlyList<NextAction> Of(AgreedItem item, IReadOnlyCollection<AgreedItem> others, string? liaison, Instant now) =>
        item.IsOpen ? [.. Standing(item, others, liaison), .. Deciding(item), .. Answering(item), .. Overdue(item, now)] : [];

    /// <summary>Whether the issuer sent its last report back, and the owner has not reported since.</summary>
    public static bool IsReturned(this AgreedItem item) => item is { IsRunning: true, Returns.Count: > 0 };

    private static IEnumerable<NextAction> Standing(AgreedItem item, IReadOnlyCollection<AgreedItem> others, string? liaison) => item switch
    {
        { Completion: { } report } =>
            [new(Confirm, Role.Issuer, [item.Issuer], report.At, item.Id), new(Return, Role.Issuer, [item.Issuer], report.At, item.Id)],
        { AssignedAt: null } => item.DependsOn.Select(id => First(id, others.FirstOrDefault(other => other.Id == id))).OfType<NextAction>(),
        { IsWaiting: true } => Waiting(item, item.Suspensions[^1].At, liaison),
        _ when item.IsReturned() => [new(ReportAgain, Role.Owner, [item.Owner], item.Returns[^1].At, item.Id)],
        { Receipt: null } => [new(Sign, Role.Owner, [item.Owner], item.HandedAt(), item.Id)],
        _ => [],
    };

    /// <summary>Null for one that is closed, which nobody waits for any more.</summary>
    private static NextAction? First(string id, AgreedItem? other) =>
        other?.IsOpen == false ? null : new(FinishFirst, Role.Owner, other is null ? [] : [other.Owner], other?.AssignedAt, id);

    private static IEnumerable<NextAction> Waiting(AgreedItem item, Instant since, string? liaison) =>
    [
        new(MoveFirst, Counterpart, item.Counterpart is { } counterpart ? [counterpart] : [], since, item.Id),
        new(AskForWord, Role.Liaison, liaison is null ? [] : [liaison], since, item.Id),
        new(Resume, Role.Coordinator, [item.Coordinator], since, item.Id),
    ];

    private static IEnumerable<NextAction> Deciding(AgreedItem item) =>
        item.PendingExtension is { } asked ? [new(DecideExtension, Role.Issuer, [item.Issuer], asked.At, item.Id)] : [];

    private static IEnumerable<NextAction> Answering(AgreedItem item) => item is { AssignedAt: not null, OpenQuestion: { } asked }
        ? [new(AnswerQuestion, asked.Of, [asked.Of == Role.Issuer ? item.Issuer : item.Owner], asked.At, item.Id)]
        : [];

    private static IEnumerable<NextAction> Overdue(AgreedItem item, Instant now) =>
        item is { Receipt: not null } && !item.IsReturned() && item.SlipAt(now) == Slip.Red
            ? [new(Report, Role.Owner, [item.Owner], item.StartOf(item.DueOn.PlusDays(1)), item.Id)]
            : [];
}
