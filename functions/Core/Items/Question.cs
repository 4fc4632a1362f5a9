using FollowUp.Plans;
using NodaTime;

namespace FollowUp.Items;

/// <summary>Owner or issuer asked the other something about the item; the clock runs on.</summary>
/// <param name="Number">From 1, in the order in which they were asked.</param>
/// <param name="Of">Whose answer it waits for: <see cref="Role.Issuer"/> or <see cref="Role.Owner"/>, whoever that is by then.</param>
public sealed record Question(int Number, string By, Instant At, string Of, string Text)
{
    public QuestionReply? Reply { get; init; }
}

/// <summary>What they were answered.</summary>
/// <param name="To">Who hears it: whoever had the place of the one who asked.</param>
public sealed record QuestionReply(string By, Instant At, string Text, string To);
