using FollowUp.Items;
using NodaTime;

namespace FollowUp.Answers;

/// <summary>What one link is good for: one action, of one person, with one item, as long as it has the owner that it had.</summary>
/// <param name="Recipient">Who acts by it, whoever holds it.</param>
/// <param name="Ownership">How often the item had changed hands.</param>
/// <param name="Number">
/// Which report, extension or word it is about: a link that confirms the first report never confirms the second. See
/// <see cref="NumberOf"/>.
/// </param>
/// <param name="IssuedAt">The minute of its letter.</param>
/// <param name="ExpiresAt">The first instant at which it does nothing any more.</param>
public sealed record AnswerScope(
    string Agreement, string Item, string Action, string Recipient, int Ownership, int Number, Instant IssuedAt, Instant ExpiresAt)
{
    /// <summary>Whoever is later than this has had other letters, each with links of its own.</summary>
    public const int DaysAfterDueDate = 14;

    /// <summary>A letter that somebody finds after a season in an old mailbox is a letter, not a key.</summary>
    public static readonly Duration LongestLife = Duration.FromDays(90);

    /// <summary>
    /// For a letter of that minute. Nothing in it is drawn by lot: a letter that is packed twice is the same letter, with the same links.
    /// </summary>
    public static AnswerScope For(AgreedItem item, string action, string recipient, Instant issuedAt) =>
        new(item.Agreement, item.Id, action, recipient, item.HandOvers.Count, NumberOf(item, action), issuedAt, End(item, issuedAt));

    /// <summary>Another action of the same reader, for as long as this one.</summary>
    public AnswerScope Sibling(AgreedItem item, string action) => this with { Action = action, Number = NumberOf(item, action) };

    /// <summary>Whether the item has another owner than when it was made.</summary>
    public bool IsOfFormerOwner(AgreedItem item) => item.HandOvers.Count != Ownership;

    /// <summary>
    /// How many there are before the one that the action is about; of an extension to be decided, and of a question, its own number.
    /// </summary>
    private static int NumberOf(AgreedItem item, string action) => action switch
    {
        AnswerAction.Progress => item.Progress.Count,
        AnswerAction.Complete or AnswerAction.Confirm or AnswerAction.Return => item.Returns.Count,
        AnswerAction.Extend => item.Extensions.Count,
        AnswerAction.Grant or AnswerAction.Refuse => item.PendingExtension?.Number ?? item.Extensions.Count,
        AnswerAction.Reply => item.OpenQuestion?.Number ?? item.Questions.Count,
        _ => 0,
    };

    /// <summary>An item that is long overdue has its owner still: links of a letter about it live for two weeks.</summary>
    private static Instant End(AgreedItem item, Instant issuedAt)
    {
        Instant afterDue = item.StartOf(item.DueOn.PlusDays(DaysAfterDueDate + 1));
        Instant atLeast = issuedAt + Duration.FromDays(DaysAfterDueDate);
        Instant longest = issuedAt + LongestLife;
        return WholeMinute(Instant.Min(Instant.Max(afterDue, atLeast), longest));
    }

    /// <summary>As a token can say it.</summary>
    private static Instant WholeMinute(Instant at) => Instant.FromUnixTimeSeconds(at.ToUnixTimeSeconds() / 60 * 60);
}
