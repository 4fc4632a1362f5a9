namespace FollowUp.Journal;

/// <summary>The journal's words for what happened.</summary>
public static class Events
{
    public const string Registered = "registered";
    public const string Assigned = "assigned";
    public const string Signed = "signed";
    public const string Progress = "progress";
    public const string StageDone = "stage-done";
    public const string Reported = "reported";
    public const string Confirmed = "confirmed";
    public const string Returned = "returned";
    public const string Withdrawn = "withdrawn";

    /// <summary>A notice reached its final state; the text names the rung, the person and the state.</summary>
    public const string Notice = "notice";
}
