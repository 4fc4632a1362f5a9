using System.Globalization;
using NodaTime;

namespace FollowUp.Phrases;

/// <summary>Days from the one to the other, both included: "1 to 8 Oct", "31 Dec to 8 Jan", or one day.</summary>
public sealed record DaySpan(LocalDate From, LocalDate To)
{
    public override string ToString() =>
        From == To ? Day(To)
        : From.Month == To.Month && From.Year == To.Year ? $"{From.Day} to {Day(To)}"
        : $"{Day(From)} to {Day(To)}";

    private static string Day(LocalDate day) => day.ToString("d MMM", CultureInfo.InvariantCulture);
}
