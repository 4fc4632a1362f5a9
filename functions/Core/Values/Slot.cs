using NodaTime;
using NodaTime.Text;

namespace FollowUp.Values;

/// <summary>
/// A minute of UTC, as it is written in keys and in the ids of letters: what is decided within it goes out in one letter (law 16).
/// </summary>
public static class Slot
{
    private static readonly InstantPattern Form = InstantPattern.CreateWithInvariantCulture("uuuuMMddHHmm");

    /// <summary>The minute that <paramref name="instant"/> falls in.</summary>
    public static string FromInstant(Instant instant) => Form.Format(instant);

    /// <summary>When it begins.</summary>
    /// <exception cref="UnparsableValueException">Nobody here wrote that.</exception>
    public static Instant StartOf(string slot) => Form.Parse(slot).GetValueOrThrow();

    /// <summary>When everything that is decided in it has been decided.</summary>
    public static Instant EndOf(string slot) => StartOf(slot) + Duration.FromMinutes(1);
}
