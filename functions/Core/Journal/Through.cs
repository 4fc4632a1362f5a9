namespace FollowUp.Journal;

/// <summary>The journal's words for how somebody came to act who did not sign in and act for themselves.</summary>
public static class Through
{
    /// <summary>By a signed link in a letter to them.</summary>
    public const string Letter = "letter";

    /// <summary>Somebody of the office, by its settings, whom the register does not have.</summary>
    public const string Office = "office";

    /// <summary>A program named them, which has the key of that name.</summary>
    public static string Key(string name) => $"key:{name}";

    /// <summary>That person, who was signed in, acted on their behalf.</summary>
    public static string Person(string id) => $"person:{id}";
}
