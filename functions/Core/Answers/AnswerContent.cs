using FollowUp.Items;
using NodaTime;

namespace FollowUp.Answers;

/// <summary>What somebody says with an action.</summary>
/// <param name="Text">The word, the reason, or the note; null where none is needed and none was given.</param>
/// <param name="Evidence">Of completion alone.</param>
/// <param name="DueOn">The day that an extension asks for.</param>
public sealed record AnswerContent(string? Text, Evidence? Evidence, LocalDate? DueOn)
{
    /// <summary>Of the shortest answer to each action: what is allowed is found out by trying.</summary>
    internal static AnswerContent Sample(AgreedItem item) => new("…", new("none", null, "…"), item.DueOn.PlusDays(1));
}
