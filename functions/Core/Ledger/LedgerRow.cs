using NodaTime;

namespace FollowUp.Ledger;

/// <summary>
/// One notice as the ledger knows it: why somebody was told, or why not. Written once before anything is sent; only
/// <see cref="NoticeState.Planned"/> ever changes, once, to its final state.
/// </summary>
/// <param name="Planned">The exact moment of the plan.</param>
/// <param name="Since">From when a delay is counted: the later of the plan's moment and of what it waited for.</param>
/// <param name="DecidedAt">When this row was written.</param>
/// <param name="At">When it reached its final state.</param>
/// <param name="Slot">The minute whose letter carries it; null when nothing was to be sent.</param>
/// <param name="Trace">How it came to <paramref name="SentTo"/>: "A absent → B".</param>
public sealed record LedgerRow(
    RungKey Key,
    string Role,
    Instant Planned,
    Instant Since,
    string? Explanation,
    NoticeState State,
    Instant DecidedAt,
    Instant? At,
    string? Why,
    string? SentTo,
    string? Trace,
    string? Slot)
{
    /// <summary>
    /// To which address its letter was handed over, whatever the register says of them since. Null where it was in none, and in rows of
    /// earlier versions. Personal data: never in a log, nor in the journal, which nobody can take it out of again.
    /// </summary>
    public string? Address { get; init; }

    /// <summary>The Message-ID of that letter, as its reader's mail program and every mail server on the way know it.</summary>
    public string? MessageId { get; init; }

    /// <summary>
    /// SHA-256 in lower hex of that letter's text, so that the mail in somebody's mailbox can be held against it; the words themselves are
    /// kept nowhere. Null also in rows of earlier versions.
    /// </summary>
    public string? TextDigest { get; init; }

    /// <summary>
    /// What the channel said when it took the letter, as "250 2.0.0 Ok: queued as 4XyZ": by it the mail server's own log is searched. Null
    /// also where it said nothing, and in rows of earlier versions.
    /// </summary>
    public string? Reply { get; init; }

    /// <summary>For which letter of its reader's it waited (<see cref="HoldPhrases"/>); null where it did not.</summary>
    public string? Held { get; init; }

    public bool IsFinal => State != NoticeState.Planned;

    /// <summary>Whether <paramref name="other"/> is a later word of the same ladder to the same person, on its way or there.</summary>
    public bool IsSupersededBy(LedgerRow other) =>
        other.State is NoticeState.Planned or NoticeState.Sent && other.Planned > Planned && other.Key.Ladder == Key.Ladder
        && other.Key.AnchorRevision == Key.AnchorRevision && other.Key.Recipient == Key.Recipient;

    public LedgerRow WithState(NoticeState state, Instant at, string? why = null) =>
        this with { State = state, At = at, Why = why };
}
