using FollowUp.Phrases;
using NodaTime;

namespace FollowUp.Calendars;

/// <summary>
/// Finds the shift behind an explanation that a ledger holds as a sentence. A sentence names its days without their years: the shift that
/// it could be is put together from them and explains itself, and it is that one only where it does so in the very same words.
/// </summary>
public static class ShiftReader
{
    /// <param name="days">The item's days, which it was counted by.</param>
    /// <param name="kept">Those and its reader's.</param>
    /// <param name="on">The day for which it was planned in the end.</param>
    /// <returns>Null where it was explained by other calendars than these, or is no explanation of a day.</returns>
    public static Shift? Read(string explanation, JointDays days, JointDays kept, LocalDate on)
    {
        List<Phrase> parts = [.. explanation.Split(ShiftPhrases.Between).Select(ShiftPhrases.Vocabulary.Read).OfType<Phrase>()];
        LocalDate? planned = Day(parts, ShiftPhrases.NotOverdueYet, "plannedOn", on);
        LocalDate to = Day(parts, ShiftPhrases.Moved, "day", planned ?? on) ?? planned ?? on;
        foreach (LocalDate? from in (LocalDate?[])[null, .. Starts(parts, on), Beyond(parts)])
        {
            Shift shift = new(days, from, to, kept, planned ?? on) { Until = planned is null ? null : on };
            if (shift.Explain() == explanation)
            {
                return shift;
            }
        }

        return null;
    }

    private static LocalDate? Day(List<Phrase> parts, PhraseTemplate template, string name, LocalDate near) =>
        parts.Find(part => part.Code == template.Code) is { } found ? Near((AnnualDate)found.Args[name], near) : null;

    /// <summary>
    /// The day before the first that was counted over, or counted though it is a weekend's; the day after it where the count went back.
    /// The words do not say which way it went: the day for which it was planned may be such a weekend's as well.
    /// </summary>
    private static IEnumerable<LocalDate?> Starts(List<Phrase> parts, LocalDate near)
    {
        List<LocalDate> passed = [.. parts.SelectMany(DaysOf).Select(day => Near(day, near))];
        return passed.Count == 0 ? [] : [passed.Min().PlusDays(-1), passed.Max().PlusDays(1)];
    }

    /// <summary>The first day that nobody has announced: whatever is counted back from there passes over the same days.</summary>
    private static LocalDate? Beyond(List<Phrase> parts) =>
        parts.Where(part => part.Code == ShiftPhrases.NotAnnounced.Code)
            .Select(part => (LocalDate?)part.Args["knownThrough"]).Max()?.PlusDays(1);

    private static IEnumerable<AnnualDate> DaysOf(Phrase part) =>
        part.Code == ShiftPhrases.CountedOver.Code && part.Args["days"] is (AnnualDate from, AnnualDate to) ? [from, to]
        : part.Code == ShiftPhrases.WorkingDay.Code ? [(AnnualDate)part.Args["day"]]
        : [];

    private static LocalDate Near(AnnualDate day, LocalDate near) =>
        new[] { -1, 0, 1 }.Select(more => day.InYear(near.Year + more)).MinBy(one => Math.Abs(Period.DaysBetween(near, one)));
}
