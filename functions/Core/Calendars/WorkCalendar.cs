using FollowUp.Agreements;
using NodaTime;

namespace FollowUp.Calendars;

/// <summary>
/// Which days one country works: a weekend, holidays taken off it, and weekend days made up for by working. Announced year
/// by year, so it ends: after <paramref name="KnownThrough"/> only the weekend is known.
/// </summary>
public sealed record WorkCalendar(
    string Id,
    Wording Name,
    IReadOnlyList<IsoDayOfWeek> Weekend,
    IReadOnlyDictionary<LocalDate, Wording> Holidays,
    IReadOnlyDictionary<LocalDate, Wording> WorkingDays,
    LocalDate KnownThrough)
{
    /// <summary>
    /// The longest holidays of the world are school's; half a year without a working day is an entry gone wrong, like a "year of
    /// culture".
    /// </summary>
    private const int RestMax = 183;

    public int Revision { get; init; }

    /// <summary>In the place of one that the store has lost: it keeps nobody from work, and ends nowhere.</summary>
    public static WorkCalendar Lost(string id) =>
        new(id, new(), [], new Dictionary<LocalDate, Wording>(), new Dictionary<LocalDate, Wording>(), LocalDate.MaxIsoValue)
        {
            Revision = -1,
        };

    /// <summary>A made-up working day wins over the weekend, and over a holiday of the same date.</summary>
    public bool Works(LocalDate day) =>
        WorkingDays.ContainsKey(day) || (!Holidays.ContainsKey(day) && IsWeekday(day));

    /// <summary>Whether nothing but a holiday would keep anybody from work.</summary>
    public bool IsWeekday(LocalDate day) => !Weekend.Contains(day.DayOfWeek);

    /// <summary>
    /// The holiday that keeps everybody from work: "National Day"; null on a working day, and where it is the weekend alone.
    /// </summary>
    public Wording? HolidayOn(LocalDate day) =>
        Holidays.TryGetValue(day, out Wording? name) && !WorkingDays.ContainsKey(day) ? name : null;

    /// <summary>Whether it is a day of the weekend that is worked after all.</summary>
    public bool IsWorkedWeekend(LocalDate day) => WorkingDays.ContainsKey(day) && !IsWeekday(day);

    /// <summary>
    /// The day by which nobody has worked for so long that it must be a mistake; null for a calendar that people can live by.
    /// </summary>
    public LocalDate? RestsTooLong()
    {
        (LocalDate first, LocalDate last) = Holidays.Count == 0
            ? (LocalDate.MaxIsoValue, LocalDate.MinIsoValue)
            : (Holidays.Keys.Min(), Holidays.Keys.Max());
        int rest = 0;
        for (LocalDate day = first; day <= last; day = day.PlusDays(1))
        {
            rest = Works(day) ? 0 : rest + 1;
            if (rest == RestMax)
            {
                return day;
            }
        }

        return null;
    }
}
