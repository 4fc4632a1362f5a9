using FollowUp.Answers;
using FollowUp.Operations;

namespace FollowUp.Http;

/// <summary>A link that opens nothing. What it says is the same for whoever guesses and for whoever was sent half a link.</summary>
public sealed class LinkRefusedException : Exception
{
    private LinkRefusedException(int status, string type, string title, string detail)
        : base(detail) => (Status, Type, Title) = (status, type, title);

    public int Status { get; }

    public string Type { get; }

    public string Title { get; }

    /// <summary>None was sent, or nobody here signed it.</summary>
    public static LinkRefusedException Unknown() => new(
        404, "link-unknown", "This link is not known",
        "This is no link of a letter, or not the whole of it. Open it from the letter, or copy it from there as a whole.");

    /// <summary>Its key is neither of the two that count.</summary>
    public static LinkRefusedException Replaced() => new(
        410, "link-replaced", "This link is no longer accepted",
        "The keys that letters are signed with have been replaced since. The next letter has a link that works; until then the coordinator "
        + "who is named in the letter can record it.");

    /// <summary>Nobody here signed the secret of a calendar's address.</summary>
    public static LinkRefusedException UnknownFeed() => new(
        404, "feed-unknown", "There is no such calendar",
        "This is no address of a calendar, or not the whole of it. Copy it as a whole from the board, where it was given to you.");

    /// <summary>Another address counts, or none.</summary>
    public static LinkRefusedException FeedRenewed() => new(
        410, "feed-renewed", "This calendar has no longer this address",
        "Its address was renewed or withdrawn since. Whoever may read it finds the one that counts on the board.");

    /// <summary>Its key is neither of the two that count.</summary>
    public static LinkRefusedException FeedOfOtherKey() => new(
        410, "feed-replaced", "This address is no longer accepted",
        "The keys that addresses are signed with have been replaced since. The board has the one that counts.");

    /// <summary>Addresses are signed, and there is nothing to sign them with.</summary>
    public static LinkRefusedException FeedsNotSet() => new(
        409, "feeds-not-set", "There are no calendar addresses here",
        "They are signed with the setting Links:Key, which is not set. Set it, and start FollowUp again.");

    /// <exception cref="LinkRefusedException">Its time is over.</exception>
    public static void ThrowIfExpired(AnswerView view)
    {
        if (view.Standing == AnswerStanding.Expired)
        {
            string coordinator = view.People(view.Item.Coordinator)?.NameIn("en") ?? view.Item.Coordinator;
            throw new LinkRefusedException(
                410, "link-expired", "This link has come to its end",
                "Too much time has passed since its letter. The next letter has a link that works, and "
                + $"{coordinator}, the coordinator, can record it.");
        }
    }
}
