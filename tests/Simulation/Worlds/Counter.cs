using FollowUp.Delivery;

namespace FollowUp.Simulation.Worlds;

/// <summary>Where a house hands in its letters. Whoever was killed hands in nothing any more, whatever its threads had in hand.</summary>
internal sealed class Counter(Mailbox mailbox, Wire wire) : ILetterChannel
{
    public Task<string?> Send(RenderedLetter letter, CancellationToken cancel) =>
        wire.IsCut ? throw new WireCutException() : mailbox.Send(letter, cancel);
}
