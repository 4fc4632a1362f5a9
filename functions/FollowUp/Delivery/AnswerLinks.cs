using FollowUp.Answers;
using FollowUp.Letters;

namespace FollowUp.Delivery;

/// <summary>Signs the links of letters. Whoever has one acts as the letter's reader: nothing here is ever logged.</summary>
public sealed class AnswerLinks(LinkSettings links, MailSettings mail)
{
    /// <summary>The page behind the links, beside the board.</summary>
    public const string Page = "answer";

    /// <summary>The page behind the link on which a reader says how often letters come, beside the board.</summary>
    public const string RhythmPage = "rhythm";

    /// <summary>On which page they say how often letters come; null where links are not signed.</summary>
    public string? OfRhythm(string person) =>
        links.Keys is { } keys ? $"{mail.BoardUrl}{RhythmPage}#{RhythmToken.Sign(person, keys)}" : null;

    /// <summary>
    /// By which its reader may answer a notice. In a letter so long that nobody reads its notices one by one it is the first alone; the
    /// page behind that offers the others.
    /// </summary>
    public IReadOnlyList<AnswerLink> Of(NoticeFacts notice, bool isOneOfMany) => links.Keys is not { } keys
        ? []
        :
        [
            .. notice.Answers.Take(isOneOfMany ? 1 : int.MaxValue)
                .Select(scope => new AnswerLink(scope.Action, $"{mail.BoardUrl}{Page}#{AnswerToken.Sign(scope, keys)}")),
        ];
}
