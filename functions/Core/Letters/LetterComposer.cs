using System.Text.Json;
using FollowUp.Items;
using FollowUp.Ledger;
using FollowUp.People;
using FollowUp.Plans;
using FollowUp.Values;
using NodaTime;

namespace FollowUp.Letters;

/// <summary>Puts the facts of a letter together, the most consequential first. Pure; the sentences are the languages'.</summary>
public static class LetterComposer
{
    /// <param name="answers">The links by which <paramref name="to"/> may answer a notice; empty where links are not signed.</param>
    public static Letter Compose(
        LetterKey letterKey, Person to, IEnumerable<NoticeFacts> notices, string board, string domain, Instant now,
        Func<NoticeFacts, IReadOnlyList<AnswerLink>> answers)
    {
        List<NoticeFacts> ordered = [.. notices
            .GroupBy(facts => (facts.Agreement.Id, facts.Row.Key.Item))
            .OrderBy(item => item.Min(facts => Rank(facts.Row.Key.Ladder)))
            .ThenByDescending(item => item.First().Item.DaysLateAt(now))
            .ThenBy(item => item.First().Item.DueOn)
            .SelectMany(item => item.OrderBy(facts => RankWithinItem(facts.Row.Key.Ladder)))];
        NoticeComposer composer = new(to, board, now);
        IEnumerable<Notice> written = ordered.Select(facts => facts.Row.Key.Ladder == LadderName.Review
            ? composer.ComposeLine(facts)
            : composer.Compose(facts) with { Answers = answers(facts) });
        List<Notice> fitting = [.. Fitting(ordered.Count > Letter.QuotedMax ? written.Select(NoticeComposer.Brief) : written)];
        string messageId = $"{letterKey.Slot}.{Hash(fitting)}.{to.Id}@{domain}";
        return new(messageId, to.Id, to.NameIn(to.Language), to.Email, to.Language, now, fitting)
        {
            TimeZone = to.TimeZone,
            Coordinator = CoordinatorOf(ordered, to),
        };
    }

    private static Correspondent? CoordinatorOf(List<NoticeFacts> notices, Person to) => notices
        .Select(facts => facts.People(facts.Item.Coordinator)).OfType<Person>()
        .Where(one => MailAddress.Fault(one.Email) is null)
        .OrderBy(one => one.Id == to.Id)
        .Select(one => new Correspondent(one.NameIn(to.Language), one.Email)).FirstOrDefault();

    /// <summary>As many as a row can hold.</summary>
    private static IEnumerable<Notice> Fitting(IEnumerable<Notice> notices)
    {
        int length = 0;
        foreach (Notice notice in notices)
        {
            length += JsonSerializer.Serialize(notice, Json.Options).Length + 1;
            if (length > Letter.LengthMax)
            {
                yield break;
            }

            yield return notice;
        }
    }

    /// <summary>That it was sent back, and why, is what its reader does not know yet: that it is late follows.</summary>
    private static int RankWithinItem(LadderName ladder) => ladder switch
    {
        LadderName.Returned => Rank(LadderName.Overdue),
        LadderName.Overdue => Rank(LadderName.Returned),
        _ => Rank(ladder),
    };

    private static int Rank(LadderName ladder) => ladder switch
    {
        LadderName.Undelivered => 0,
        LadderName.Overdue => 1,
        LadderName.Escalated => 2,
        LadderName.Returned => 3,
        LadderName.Confirmation => 4,
        LadderName.Extension or LadderName.Question => 5,
        LadderName.Answered or LadderName.Moved or LadderName.Reply => 6,
        LadderName.Due => 7,
        LadderName.Blocked => 8,
        LadderName.Receipt => 9,
        LadderName.Waiting or LadderName.Silence => 10,
        LadderName.Progress => 11,
        LadderName.Absence => 13,
        LadderName.Review => 14,
        _ => 12,
    };

    /// <summary>
    /// The same notices make the same id, so that a letter packed twice is the same letter; others make another, or mail programs
    /// would show one of the two.
    /// </summary>
    private static string Hash(IEnumerable<Notice> notices) =>
        Fingerprints.HashOf(notices.Select(notice => NameOf(notice.Of)).Order().ToList())[..12];

    private static string NameOf(NoticeRef notice) => $"{notice.Agreement} {notice.Key.Item} {notice.Key.AnchorRevision} {notice.Key}";
}
