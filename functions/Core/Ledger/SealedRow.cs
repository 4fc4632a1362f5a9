using System.Globalization;
using FollowUp.Plans;
using FollowUp.Values;
using NodaTime;
using NodaTime.Text;

namespace FollowUp.Ledger;

/// <summary>
/// A row of the ledger as it is exported and, from its end on, sealed (law 19): its fields by the names that callers know, in the order in
/// which they are hashed. What becomes final never changes again, so all of it is sealed.
/// </summary>
public sealed record SealedRow(
    string Item,
    int AnchorRevision,
    LadderName Ladder,
    string Rung,
    int Occurrence,
    string To,
    string Role,
    Instant Planned,
    Instant DueAt,
    string? Explanation,
    Instant DecidedAt,
    NoticeState State,
    Instant? At,
    string? Why,
    string? Held,
    string? SentTo,
    string? Trace,
    string? Slot,
    string? Address,
    string? MessageId,
    string? TextDigest,
    string? Reply)
{
    public static SealedRow Of(LedgerRow row) => new(
        row.Key.Item, row.Key.AnchorRevision, row.Key.Ladder, row.Key.Rung, row.Key.Occurrence, row.Key.Recipient, row.Role, row.Planned,
        row.Since, row.Explanation, row.DecidedAt, row.State, row.At, row.Why, row.Held, row.SentTo, row.Trace, row.Slot, row.Address,
        row.MessageId, row.TextDigest, row.Reply);

    public LedgerRow ToRow() => new(
        new(Item, AnchorRevision, Ladder, Rung, Occurrence, To), Role, Planned, DueAt, Explanation, State, DecidedAt, At, Why, SentTo,
        Trace, Slot)
    {
        Held = Held,
        Address = Address,
        MessageId = MessageId,
        TextDigest = TextDigest,
        Reply = Reply,
    };

    /// <summary>
    /// What seals it: <see cref="SealedText"/> of the name and the text of each field that is there. A field that a later version brings
    /// changes nothing for rows that do not have it.
    /// </summary>
    public string Digest() => SealedText.HashOf(
        Fields().Where(field => field.Text is not null).SelectMany(field => new[] { field.Name, field.Text }));

    private IEnumerable<(string Name, string? Text)> Fields() =>
    [
        ("item", Item), ("anchorRevision", Number(AnchorRevision)), ("ladder", Ladder.Word()), ("rung", Rung),
        ("occurrence", Number(Occurrence)), ("to", To), ("role", Role), ("planned", Moment(Planned)), ("dueAt", Moment(DueAt)),
        ("explanation", Explanation), ("decidedAt", Moment(DecidedAt)), ("state", State.ToString().ToLowerInvariant()), ("at", Moment(At)),
        ("why", Why), ("held", Held), ("sentTo", SentTo), ("trace", Trace), ("slot", Slot), ("address", Address), ("messageId", MessageId),
        ("textDigest", TextDigest), ("reply", Reply),
    ];

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string? Moment(Instant? at) => at is { } moment ? InstantPattern.ExtendedIso.Format(moment) : null;
}
