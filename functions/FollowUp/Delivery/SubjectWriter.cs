using FollowUp.Delivery.Languages;
using FollowUp.Letters;
using FollowUp.Plans;

namespace FollowUp.Delivery;

/// <summary>The subject of a letter: what it is about, the item, its date, that it is late where it is, and what is wanted.</summary>
internal sealed class SubjectWriter(Language language)
{
    /// <param name="first">The most consequential notice.</param>
    /// <param name="heading">What stands above it.</param>
    /// <param name="others">How many items the letter speaks of besides.</param>
    public string Write(Notice first, string heading, string title, int others)
    {
        NoticeWords words = new(language, first);
        Dictionary<string, object?> facts =
            new() { ["heading"] = new Written(heading), ["title"] = new Written(title), ["others"] = others };
        string[] more = [.. More(first, words)];
        if (more.Length > 0)
        {
            facts["more"] = new Written(string.Join(language.Say("subject.between"), more));
        }

        facts["subject"] = new Written(language.Say(more.Length > 0 ? "subject.more" : "subject", facts));
        return language.Say(others > 0 ? "subject.others" : "subject.alone", facts);
    }

    private static IEnumerable<string> More(Notice notice, NoticeWords words)
    {
        if (!SaysDate(notice))
        {
            yield return words.Say("subject.due");
        }

        if (words.IsLateBeside || words.IsReportedLate)
        {
            yield return words.Say(words.IsLateBeside ? "subject.late" : "subject.late.reported");
        }

        if (words.Wanted is { } wanted)
        {
            yield return wanted;
        }
    }

    /// <summary>Whether the heading names the due date; of what is over, nobody asks for it.</summary>
    private static bool SaysDate(Notice notice) =>
        notice.Of.Key.Ladder is LadderName.Moved or LadderName.Closing or LadderName.Handover
        || notice.State is "confirmed" or "withdrawn"
        || notice is { Of.Key.Ladder: LadderName.Answered, IsGranted: true }
        || (notice.Of.Key.Ladder == LadderName.Due && (notice.DaysLate > 0 || notice.DaysLeft > 0));
}
