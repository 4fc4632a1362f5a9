using FollowUp.Delivery;
using FollowUp.Ledger;

namespace FollowUp.Operations;

/// <summary>What there is to send to one person now.</summary>
/// <param name="Letter">Null where there is nothing (left) to hand over.</param>
public sealed record NextLetter(LetterToSend? Letter)
{
    /// <summary>Why something of it will never go out; null where nothing had to be given up.</summary>
    public string? Refusal { get; init; }

    /// <summary>Whether the outbox has more for them than was looked at.</summary>
    public bool HasMore { get; init; }

    /// <summary>Letters that tell somebody of what was given up.</summary>
    public IReadOnlyList<LetterKey> Alarms { get; init; } = [];
}

/// <summary>A letter that is to be tried now.</summary>
/// <param name="HasMore">
/// Whether something else lies in the outbox for them. What comes there later is started by whoever puts it in, or found by the sweep.
/// </param>
/// <param name="MayBeOut">
/// An earlier try, of which nobody knows how it ended, may have handed it over: then it stays what it is, whatever becomes of the item.
/// </param>
public sealed record LetterToSend(RenderedLetter Letter, bool HasMore, bool MayBeOut);
