using FollowUp.Phrases;
using NodaTime;

namespace FollowUp.Calendars;

/// <summary>
/// What calendars say about one day, for whoever is about to choose it: "Sat 3 Oct is no working day: National Day (CN)". Of an ordinary
/// working day they say nothing.
/// </summary>
public static class DayNotes
{
    public static PhraseTemplate DayOff { get; } = new("day-off", "{day:weekday} is no working day: {daysOff:daysOff}");

    public static Vocabulary Vocabulary { get; } = new(DayOff, ShiftPhrases.WorkingDay, ShiftPhrases.NotAnnounced);

    public static IReadOnlyList<Phrase> Of(IReadOnlyList<WorkCalendar> calendars, LocalDate day)
    {
        List<WorkCalendar> off = [.. calendars.Where(calendar => !calendar.Works(day))];
        return
        [
            .. off.Count == 0 ? (Phrase[])[] : [DayOff.With(day, DaysOff.On(off, [day]))],
            .. calendars.Where(calendar => calendar.IsWorkedWeekend(day))
                .Select(calendar => ShiftPhrases.WorkingDay.With(day, calendar.Id)),
            .. calendars.Where(calendar => calendar.KnownThrough < day)
                .Select(calendar => ShiftPhrases.NotAnnounced.With(calendar.Id, calendar.KnownThrough)),
        ];
    }
}
