using System.Text.Json.Serialization;
using FollowUp.Items;
using FollowUp.Ledger;
using NodaTime;

namespace FollowUp.Letters;

/// <summary>One notice as it is put into words: facts only, no sentences, so that any language can say them.</summary>
/// <param name="Speaks">To the one who must act; false for those who only hear of it.</param>
/// <param name="LateBy">How much later than planned this reaches its reader; null when it is in time.</param>
/// <param name="PlannedAt">By its reader's clock; null when it is in time.</param>
/// <param name="Shift">Why the day is not the one that one would have counted, as the ledger has it.</param>
/// <param name="Absence">How it came to its reader, as the ledger has it.</param>
/// <param name="Said">What somebody wrote that it is about.</param>
public sealed record Notice(
    NoticeRef Of,
    string Ladder,
    bool Speaks,
    string Title,
    string Agreement,
    [property: JsonConverter(typeof(PackedDay))] LocalDate SignedOn,
    string? Clause,
    string Owner,
    string Issuer,
    [property: JsonConverter(typeof(PackedDay))] LocalDate DueOn,
    int DaysLeft,
    int DaysLate,
    [property: JsonConverter(typeof(PackedDelay))] Duration? LateBy,
    [property: JsonConverter(typeof(PackedMoment))] LocalDateTime? PlannedAt,
    string? Shift,
    string? Absence,
    string? Said,
    string? By,
    string Link)
{
    /// <summary>What is closed was taken off the list, not done.</summary>
    public bool IsWithdrawn { get; init; }

    /// <summary>The day that was agreed, where the due date has moved since; else null.</summary>
    [JsonConverter(typeof(PackedDay))]
    public LocalDate? OriginalDueOn { get; init; }

    /// <summary>How often the due date was extended, and by how many days it moved in all.</summary>
    public int Extensions { get; init; }

    /// <inheritdoc cref="Extensions"/>
    public int Slippage { get; init; }

    /// <summary>The day an extension asked for; null where the notice is not about one.</summary>
    [JsonConverter(typeof(PackedDay))]
    public LocalDate? AskedFor { get; init; }

    public bool IsGranted { get; init; }

    /// <summary>What was asked, where the notice is about a question or its answer; else null.</summary>
    public string? Question { get; init; }

    /// <summary>To whom somebody sent it up, where the notice is about that; else null.</summary>
    public string? EscalatedTo { get; init; }

    /// <summary>The items that it waits for; null once it is assigned.</summary>
    public string? WaitsFor { get; init; }

    /// <summary>Since when the other side is waited for; null where nobody waits.</summary>
    [JsonConverter(typeof(PackedDay))]
    public LocalDate? WaitingSince { get; init; }

    /// <summary>The day of the last word about it, for those who are told that none has come since.</summary>
    public LocalDate? SilentSince { get; init; }

    /// <summary>Working days that were waited, where the notice says that it goes on; null where it is not about that.</summary>
    public int? Waited { get; init; }

    /// <summary>What went to others while its reader was away; null where it is no report of that.</summary>
    public IReadOnlyList<Handed>? Meanwhile { get; init; }

    /// <summary>How the item stands, by the word for its state, where it is such a report; else null.</summary>
    public string? State { get; init; }

    /// <summary>What its reader may answer from the letter, the most wanted first; empty where links are not signed.</summary>
    public IReadOnlyList<AnswerLink> Answers { get; init; } = [];

    /// <summary>In which language the clause stands, where that is not the reader's; else null.</summary>
    public string? ClauseLanguage { get; init; }

    /// <summary>What the text calls the clause; null where it has no number there, and in letters of earlier versions.</summary>
    public string? ClauseLabel { get; init; }

    /// <summary>As what it speaks to its reader, in the plan's words; null in letters of earlier versions.</summary>
    public string? Role { get; init; }

    /// <summary>For whom its reader stands in; null for whom it was meant.</summary>
    public string? InPlaceOf { get; init; }

    /// <summary>How it came to its reader; null where it came straight, and where the ledger's words are none that we know.</summary>
    public IReadOnlyList<Saying>? Steps { get; init; }

    /// <summary><see cref="Shift"/> as data; null where it stands best as it is.</summary>
    public IReadOnlyList<Saying>? ShiftParts { get; init; }

    /// <summary>What it tells of another notice that will never arrive, as data; null where it tells of none.</summary>
    public Saying? Alarm { get; init; }

    /// <summary>The day on which it was reported done; null where it is not.</summary>
    public LocalDate? ReportedOn { get; init; }

    /// <summary>What the report goes by; null where the notice is not about a report.</summary>
    public Evidence? Evidence { get; init; }

    /// <summary>What the owner said last, for those who are told that they are late; null where they said nothing.</summary>
    public LastWord? LastWord { get; init; }

    /// <summary>That a report was sent back, for those who are told that it is late since; null where none was.</summary>
    public LastReturn? LastReturn { get; init; }

    /// <summary>What was asked before of the same person in the same matter; null the first time.</summary>
    public EarlierNotices? Before { get; init; }

    /// <summary>What will be said next, as things stand: to others, and to its reader.</summary>
    public IReadOnlyList<Upcoming>? Next { get; init; }

    /// <summary>What a line of the weekly letter says besides; null in every other notice.</summary>
    public ReviewLine? Review { get; init; }

    /// <summary>Whether it tells its reader what they did themselves.</summary>
    public bool IsOwnAct { get; init; }

    /// <summary>Whom to ask about it; null in letters of earlier versions.</summary>
    public Correspondent? Coordinator { get; init; }
}
