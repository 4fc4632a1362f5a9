using FollowUp.Ledger;
using FollowUp.People;
using FollowUp.Plans;
using FollowUp.Recipients;
using NodaTime;

namespace FollowUp.Timetables;

/// <summary>
/// Step 7 from rung to moment: what its reader takes daily or weekly, and may wait, waits for that letter. It is counted from the moment
/// that the other steps came to, never from now: asking again, or another rhythm in between, puts nothing off for ever.
/// </summary>
internal static class Step7Rhythm
{
    /// <summary>When it goes out, and what it was held for; as it was where nothing is held.</summary>
    public static (Instant? DueAt, string? Held) Hold(Instant? dueAt, Addressee to, RunningLadder ladder)
    {
        if (dueAt is not { } at || to.Contact.Person.Rhythm is not { } rhythm || rhythm.Every == Pace.AtOnce
            || !ladder.MayWait(to.Role))
        {
            return (dueAt, null);
        }

        Instant letter = RhythmLetter.FirstFrom(at, rhythm, to.Contact, ladder.Context.Plan.Hour);
        return letter > at && IsBeforeDue(letter, ladder)
            ? (letter, HoldPhrases.Of(rhythm, letter.InZone(to.Contact.Zone).Date))
            : (dueAt, null);
    }

    /// <summary>
    /// Whether there is a day left, after the letter, on which it is not due yet. Of what is closed nothing is due any more.
    /// </summary>
    private static bool IsBeforeDue(Instant letter, RunningLadder ladder) =>
        ladder.Name == LadderName.Closing || letter < ladder.Context.Item.StartOf(ladder.Context.Item.DueOn);
}
