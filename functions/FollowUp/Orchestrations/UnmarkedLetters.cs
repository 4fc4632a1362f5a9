using System.Collections.Concurrent;
using FollowUp.Ledger;
using FollowUp.Operations;

namespace FollowUp.Orchestrations;

/// <summary>
/// Letters that this host handed over and could not write down as out, since the store was away. Its own next try, which the sweep may
/// start as soon as the claim has ended, writes it down and does not hand it over again. In memory: a host that dies knows nothing of
/// them. For several threads.
/// </summary>
public sealed class UnmarkedLetters
{
    /// <summary>More than a host hands over while its store is away. Whoever forgets them only hands them over once more.</summary>
    private const int Max = 10_000;

    private readonly ConcurrentDictionary<LetterKey, (string MessageId, HandedOver End)> letters = new();

    /// <returns>What the channel said of that very letter; null where it was not handed over here, or is marked.</returns>
    public HandedOver? Find(LetterKey key, string messageId) =>
        letters.TryGetValue(key, out (string MessageId, HandedOver End) known) && known.MessageId == messageId ? known.End : null;

    public void Add(LetterKey key, string messageId, HandedOver end)
    {
        if (letters.Count >= Max)
        {
            letters.Clear();
        }

        letters[key] = (messageId, end);
    }

    /// <summary>It is written down.</summary>
    public void Remove(LetterKey key) => _ = letters.TryRemove(key, out _);
}
