using System.Collections.Concurrent;
using FollowUp.Delivery;

namespace FollowUp.Tests.Recipes;

/// <summary>
/// A channel that was added by the recipe: letters become lines in a room. It knows nothing but the interface, and nothing of the app
/// knows it.
/// </summary>
internal sealed class ChatRoom : ILetterChannel
{
    private const string Name = "The chat room";

    /// <summary>By its Message-ID: the same letter twice is one line.</summary>
    private readonly ConcurrentDictionary<string, string> lines = new();

    private int calls;

    /// <summary>What is said there, one letter a line: "law: Handed to you – please sign for it: …".</summary>
    public IReadOnlyList<string> Lines => [.. lines.Values.Order(StringComparer.Ordinal)];

    /// <summary>How often a letter was handed over, taken or not.</summary>
    public int Calls => calls;

    /// <summary>Whether it is away now; and how it behaves meanwhile.</summary>
    public Absence Absence { get; set; } = Absence.None;

    /// <summary>Who has no account there.</summary>
    public string? Stranger { get; init; }

    public Task<string?> Send(RenderedLetter letter, CancellationToken cancel)
    {
        _ = Interlocked.Increment(ref calls);
        if (letter.Letter.Recipient == Stranger)
        {
            throw new DeliveryRefusedException(Name, "nobody of that name is there");
        }

        if (Absence == Absence.Closed)
        {
            throw new DeliveryDelayedException(Name, new IOException()) { Why = $"{Name} is closed." };
        }

        lines[letter.Letter.MessageId] = $"{letter.Letter.Recipient}: {letter.Subject}";
        return Absence == Absence.Silent
            ? throw new DeliveryDelayedException(Name, new TimeoutException()) { Why = $"{Name} does not answer.", IsIndeterminate = true }
            : Task.FromResult<string?>(null);
    }
}

/// <summary>How a channel can be away.</summary>
internal enum Absence
{
    None,

    /// <summary>It says that it takes nothing.</summary>
    Closed,

    /// <summary>It takes the letter, and says nothing.</summary>
    Silent,
}
