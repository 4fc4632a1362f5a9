namespace FollowUp.Plans;

/// <summary>What the name of a ladder says about it.</summary>
public static class LadderRules
{
    /// <summary>Whether its rungs lie around a date that was agreed, not after something that happened.</summary>
    public static bool IsAroundDueDate(this LadderName ladder) => ladder is LadderName.Due or LadderName.Overdue or LadderName.Blocked;

    /// <summary>
    /// Whether it tells what has happened and asks nobody for anything: there is nothing to repeat, and nobody to escalate over.
    /// </summary>
    public static bool IsNews(this LadderName ladder) =>
        ladder is LadderName.Answered or LadderName.Moved or LadderName.Handover or LadderName.Closing
            or LadderName.Absence or LadderName.Reply;

    /// <summary>Whom it moves to act: those above them hear of it a working day after they did (law 5).</summary>
    public static string Aim(this LadderName ladder) => ladder switch
    {
        LadderName.Confirmation or LadderName.Extension => Role.Issuer,
        LadderName.Waiting => Role.Liaison,
        LadderName.Handover => Role.FormerOwner,
        LadderName.Blocked or LadderName.Silence => Role.Coordinator,
        _ => Role.Owner,
    };

    /// <summary>
    /// Whether nobody else can do what it asks for, or would tell them what it tells: a plan's own must not leave them out.
    /// </summary>
    public static bool MustReachItsAim(this LadderName ladder) =>
        ladder is LadderName.Confirmation or LadderName.Extension or LadderName.Returned or LadderName.Answered or LadderName.Moved
            or LadderName.Handover;

    /// <summary>
    /// Whether speaking to <paramref name="role"/> in it tells somebody above that those it is aimed at have not moved. A question is for
    /// owner or issuer alike, and tells neither of the other.
    /// </summary>
    public static bool IsEscalation(this LadderName ladder, string role) =>
        !ladder.IsNews() && ladder != LadderName.Question && role != ladder.Aim() && (role == Role.Issuer || Role.Level(role) is not null);

    /// <summary>
    /// Whether a person sends it up, and not the clock: they answer for it themselves, and it waits for nobody below to be told first.
    /// </summary>
    public static bool IsDeliberate(this LadderName ladder) => ladder == LadderName.Escalated;

    /// <summary>
    /// Whether it reminds of what is still ahead, or tells that something is over: such a notice may wait for its reader's letter. What
    /// asks for a signature or a decision, says what has changed for whoever does the work, or tells of lateness, never does.
    /// </summary>
    public static bool MayWait(this LadderName ladder) =>
        ladder is LadderName.Due or LadderName.Progress or LadderName.Silence or LadderName.Waiting or LadderName.Blocked
            or LadderName.Closing;

    /// <summary>Whether plans may have rungs of their own for it; the others go by what happens to letters, by the week, or by
    /// what people send up or ask.</summary>
    public static bool IsForPlans(this LadderName ladder) =>
        ladder is not (LadderName.Absence or LadderName.Undelivered or LadderName.Review or LadderName.Escalated
            or LadderName.Question or LadderName.Reply);

    /// <summary>The name as plans write it.</summary>
    public static string Word(this LadderName ladder) => ladder.ToString().ToLowerInvariant();
}
