namespace FollowUp.Answers;

/// <summary>What a reader may do from a letter. These words are in links, in what the page asks for, and in templates.</summary>
public static class AnswerAction
{
    /// <summary>The owner signs that the item arrived.</summary>
    public const string Sign = "sign";

    public const string Progress = "progress";

    /// <summary>The owner says that it is done, and what shows it.</summary>
    public const string Complete = "complete";

    /// <summary>The owner asks for a later due date.</summary>
    public const string Extend = "extend";

    /// <summary>The owner gives it back to the coordinator: it is not theirs to do.</summary>
    public const string HandBack = "hand-back";

    public const string Confirm = "confirm";

    /// <summary>The issuer sends a report back.</summary>
    public const string Return = "return";

    /// <summary>The issuer grants the extension that was asked for.</summary>
    public const string Grant = "grant";

    public const string Refuse = "refuse";

    /// <summary>Owner or issuer answer what the other asked.</summary>
    public const string Reply = "reply";

    /// <summary>In the order in which they are offered where nothing asks for one before the others.</summary>
    public static IReadOnlyList<string> All { get; } =
        [Confirm, Return, Grant, Refuse, Reply, Sign, Complete, Progress, Extend, HandBack];
}
