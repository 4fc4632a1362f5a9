using System.Collections.Concurrent;
using NodaTime;

namespace FollowUp.Simulation.Expected;

/// <summary>Days and hours counted on the fingers.</summary>
public static class Days
{
    private static readonly ConcurrentDictionary<(LocalDateTime, string), Instant> Shown = new();

    /// <summary>The n-th working day after (before, if negative) <paramref name="from"/>.</summary>
    public static LocalDate Go(LocalDate from, int count, Func<LocalDate, bool> works)
    {
        LocalDate day = from;
        while (count != 0)
        {
            day = day.PlusDays(Math.Sign(count));
            count -= works(day) ? Math.Sign(count) : 0;
        }

        return day;
    }

    /// <summary><paramref name="offset"/> as a plan writes it, from <paramref name="from"/>, <paramref name="times"/> times.</summary>
    public static LocalDate Go(LocalDate from, string offset, int times, Func<LocalDate, bool> works)
    {
        if (offset == "0")
        {
            return from;
        }

        int count = int.Parse(offset[..^2], System.Globalization.CultureInfo.InvariantCulture) * times;
        switch (offset[^2..])
        {
            case "cd":
                return from.PlusDays(count);
            case "wd":
                return Go(from, count, works);
            default:
                int months = (from.Year * 12) + from.Month - 1 + count;
                (int year, int month) = (months / 12, (months % 12) + 1);
                return new(year, month, Math.Min(from.Day, CalendarSystem.Iso.GetDaysInMonth(year, month)));
        }
    }

    /// <summary>
    /// Walks a wall clock by quarters of an hour until it shows the wanted time, or leaps over it (then as much later as it leapt).
    /// </summary>
    public static Instant At(LocalDateTime wanted, string zone) =>
        Shown.GetOrAdd((wanted, zone), _ => Walk(wanted, DateTimeZoneProviders.Tzdb[zone]));

    private static Instant Walk(LocalDateTime wanted, DateTimeZone zone)
    {
        Instant at = Instant.FromUtc(wanted.Year, wanted.Month, wanted.Day, wanted.Hour, wanted.Minute) - Duration.FromHours(24);
        LocalDateTime before = at.InZone(zone).LocalDateTime;
        while (true)
        {
            at += Duration.FromMinutes(15);
            LocalDateTime shown = at.InZone(zone).LocalDateTime;
            if (shown >= wanted)
            {
                return shown == wanted
                    ? at
                    : at - Duration.FromMinutes(15) + Period.Between(before, wanted, PeriodUnits.Minutes).ToDuration();
            }

            before = shown;
        }
    }
}
