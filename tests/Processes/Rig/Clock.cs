using System.Globalization;

namespace FollowUp.Processes.Rig;

/// <summary>
/// The clock of the processes that are told of it: it showed <paramref name="From"/> at <paramref name="Since"/>, and runs faster than
/// time.
/// </summary>
public sealed record Clock(DateTimeOffset From, DateTimeOffset Since, double Speed)
{
    public DateTimeOffset Now => From + ((TimeProvider.System.GetUtcNow() - Since) * Speed);

    public IEnumerable<string> Arguments =>
    [
        From.ToString("O", CultureInfo.InvariantCulture),
        Since.ToString("O", CultureInfo.InvariantCulture),
        Speed.ToString(CultureInfo.InvariantCulture),
    ];

    public static Clock Showing(DateTimeOffset now, double speed) => new(now, TimeProvider.System.GetUtcNow(), speed);
}
