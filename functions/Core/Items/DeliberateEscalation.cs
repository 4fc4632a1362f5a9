using FollowUp.Plans;
using NodaTime;

namespace FollowUp.Items;

/// <summary>Somebody sent an item up at once, for a reason: beside what its plan tells those above, and before it.</summary>
/// <param name="Number">From 1, in the order in which it went up.</param>
/// <param name="Level">1 for the first above the owner.</param>
/// <param name="To">Who had that place then.</param>
/// <param name="Knows">Who hears of it besides: owner and coordinator of then, but for whoever did it.</param>
public sealed record DeliberateEscalation(
    int Number, string By, Instant At, int Level, string To, IReadOnlyList<string> Knows, string Reason)
{
    /// <summary>
    /// Whether it speaks to somebody who has that role now: whoever takes a place over later hears nothing of what was before.
    /// </summary>
    public bool SpeaksTo(string role, string person) =>
        Role.Level(role) is { } level ? level == Level && person == To : Knows.Contains(person);
}
