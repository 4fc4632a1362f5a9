using FollowUp.Ledger;

namespace FollowUp.Letters;

/// <summary>One notice as the templates need it: facts only, no sentences.</summary>
/// <param name="Speaks">To the one who must act; false for those who only hear of it.</param>
/// <param name="LateBy">How much later than planned this reaches its reader ("3 days"); null when it is in time.</param>
/// <param name="Shift">Why the day is not the one that one would have counted.</param>
public sealed record Notice(
    NoticeRef Of,
    string Ladder,
    bool Speaks,
    string Title,
    string Agreement,
    string SignedOn,
    string? Clause,
    string Owner,
    string Issuer,
    string DueOn,
    int DaysLeft,
    int DaysLate,
    string? LateBy,
    string? PlannedAt,
    string? Shift,
    string? Absence,
    string? Said,
    string? By,
    string Link)
{
    /// <summary>What is closed was taken off the list, not done.</summary>
    public bool IsWithdrawn { get; init; }

    /// <summary>The day that was agreed, where the due date has moved since; else null.</summary>
    public string? OriginalDueOn { get; init; }

    /// <summary>How often the due date was extended, and by how many days it moved in all.</summary>
    public int Extensions { get; init; }

    /// <inheritdoc cref="Extensions"/>
    public int Slippage { get; init; }

    /// <summary>The day an extension asked for; null where the notice is not about one.</summary>
    public string? AskedFor { get; init; }

    public bool IsGranted { get; init; }

    /// <summary>The items that it waits for; null once it is assigned.</summary>
    public string? WaitsFor { get; init; }

    /// <summary>Since when the other side is waited for; null where nobody waits.</summary>
    public string? WaitingSince { get; init; }

    /// <summary>Working days that were waited, where the notice says that it goes on; null where it is not about that.</summary>
    public int? Waited { get; init; }

    /// <summary>What went to others while its reader was away; null where it is no report of that.</summary>
    public IReadOnlyList<Handed>? Meanwhile { get; init; }

    /// <summary>How the item stands, by the word for its state, where it is such a report; else null.</summary>
    public string? State { get; init; }

    /// <summary>What its reader may answer from the letter, the most wanted first; empty where links are not signed.</summary>
    public IReadOnlyList<AnswerLink> Answers { get; init; } = [];
}
