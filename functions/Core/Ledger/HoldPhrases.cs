using FollowUp.People;
using FollowUp.Phrases;
using NodaTime;

namespace FollowUp.Ledger;

/// <summary>Why a notice comes later than its plan says: its reader takes what may wait in one letter.</summary>
public static class HoldPhrases
{
    public static PhraseTemplate HeldDaily { get; } = new("held-daily", "held for the daily letter of {day:weekday}");
    public static PhraseTemplate HeldWeekly { get; } = new("held-weekly", "held for the weekly letter of {day:weekday}");

    public static Vocabulary Vocabulary { get; } = new(HeldDaily, HeldWeekly);

    public static string Of(Rhythm rhythm, LocalDate day) => (rhythm.Every == Pace.Weekly ? HeldWeekly : HeldDaily).Fill(day);
}
