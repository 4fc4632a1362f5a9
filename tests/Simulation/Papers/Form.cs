using System.Globalization;
using System.Text.Json.Nodes;
using NodaTime;
using NodaTime.Text;

namespace FollowUp.Simulation.Papers;

/// <summary>How dates and moments are written on the wire and in stories.</summary>
public static class Form
{
    public static string Day(LocalDate day) => LocalDatePattern.Iso.Format(day);

    public static LocalDate Day(string text) => LocalDatePattern.Iso.Parse(text).GetValueOrThrow();

    public static string Moment(Instant at) => InstantPattern.ExtendedIso.Format(at);

    public static Instant Moment(string text) => InstantPattern.ExtendedIso.Parse(text).GetValueOrThrow();

    public static Instant? Moment(JsonNode? node) => node is null ? null : Moment((string)node!);

    /// <summary>For stories: to the second, in UTC.</summary>
    public static string Short(Instant at) => at.ToString("uuuu-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
