namespace FollowUp.Access;

/// <summary>What can be done with an item, in the words in which answers offer it and the board's addresses name it.</summary>
public static class ItemVerbNames
{
    public const string Sign = "sign";
    public const string Progress = "progress";
    public const string FinishStage = "finish-stage";

    /// <summary>The owner hands in a file that shows what was done.</summary>
    public const string AddEvidence = "add-evidence";

    /// <summary>The owner reports it done.</summary>
    public const string Complete = "complete";

    public const string Confirm = "confirm";
    public const string Return = "return";

    /// <summary>The owner asks for a later due date.</summary>
    public const string Extend = "extend";

    public const string DecideExtension = "decide-extension";

    /// <summary>Owner and issuer ask each other.</summary>
    public const string Ask = "ask";

    public const string AnswerQuestion = "answer-question";

    /// <summary>Sent up at once, beside what the plan does.</summary>
    public const string Escalate = "escalate";

    public const string Reschedule = "reschedule";
    public const string HandOver = "hand-over";

    /// <summary>Its words are put right.</summary>
    public const string Amend = "amend";

    public const string Suspend = "suspend";
    public const string Resume = "resume";

    /// <summary>The item alone; what comes round goes on.</summary>
    public const string Withdraw = "withdraw";

    /// <summary>No further occurrence; the item stays as it is.</summary>
    public const string EndSeries = "end-series";
}
