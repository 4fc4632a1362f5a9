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

    /// <summary>Its time is over.</summary>
    public static LinkRefusedException Expired(string coordinator) => new(
        410, "link-expired", "This link has come to its end",
        "Too much time has passed since its letter. The next letter has a link that works, and "
        + $"{coordinator}, the coordinator, can record it.");
}
