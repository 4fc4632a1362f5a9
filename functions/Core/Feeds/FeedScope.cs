namespace FollowUp.Feeds;

/// <summary>What a calendar address shows, and which of the addresses that it had it is.</summary>
/// <param name="Kind">A word of <see cref="FeedKind"/>.</param>
/// <param name="Id">Of the person or the agreement.</param>
/// <param name="Language">In which an agreement's is written; a person's is written in their own, and has <see cref="Own"/>.</param>
/// <param name="Generation">From 1; one that is renewed has the next, and those before it show nothing any more.</param>
public sealed record FeedScope(string Kind, string Id, string Language, int Generation)
{
    /// <summary>The language that its reader has in the register.</summary>
    public const string Own = "-";

    public static FeedScope OfPerson(string person, int generation) => new(FeedKind.Person, person, Own, generation);

    public static FeedScope OfAgreement(string agreement, string language, int generation) =>
        new(FeedKind.Agreement, agreement, language, generation);
}
