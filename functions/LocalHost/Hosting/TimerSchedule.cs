using System.Globalization;
using NCrontab;

namespace FollowUp.LocalHost.Hosting;

/// <summary>When a timer function runs: a cron expression of five fields or six (seconds first), in UTC, or a span of time.</summary>
internal sealed class TimerSchedule
{
    private readonly CrontabSchedule? cron;
    private readonly TimeSpan every;

    private TimerSchedule(CrontabSchedule cron) => this.cron = cron;

    private TimerSchedule(TimeSpan every) => this.every = every;

    /// <exception cref="FormatException">The text is neither.</exception>
    public static TimerSchedule Parse(string text)
    {
        if (text.Contains(':', StringComparison.Ordinal))
        {
            TimeSpan every = TimeSpan.Parse(text, CultureInfo.InvariantCulture);
            return every > TimeSpan.Zero ? new(every) : throw new FormatException($"'{text}' is not a span of time to come.");
        }

        bool hasSeconds = text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length == 6;
        CrontabSchedule? cron = CrontabSchedule.TryParse(text, new() { IncludingSeconds = hasSeconds });
        return cron is null ? throw new FormatException($"'{text}' is not a cron expression.") : new(cron);
    }

    public DateTimeOffset Next(DateTimeOffset after) => cron is null
        ? after + every
        : new(cron.GetNextOccurrence(after.UtcDateTime), TimeSpan.Zero);
}
