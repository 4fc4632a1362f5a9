using System.Text.Json.Serialization;
using NodaTime;

namespace FollowUp.People;

/// <summary>A person, post or unit that letters go to.</summary>
/// <param name="Calendar">Whose working days they keep: nothing reaches them on a day off.</param>
public sealed record Person(
    string Id,
    string Name,
    string Email,
    string Language,
    string TimeZone,
    string Calendar,
    IReadOnlyList<Absence> Absences)
{
    public int Revision { get; init; }

    /// <summary>Who on our side talks with them; null for our own people.</summary>
    public string? Contact { get; init; }

    /// <summary>
    /// Whether everything reaches them at the moments when it did before: where they are away, who stands in is found when a letter
    /// goes out, and everything else about them stands only in the letters.
    /// </summary>
    public bool HearsWhen(Person before) => (TimeZone, Calendar, Contact) == (before.TimeZone, before.Calendar, before.Contact);

    /// <summary>Whom an item names and the register does not have (any more).</summary>
    [JsonIgnore]
    public bool IsMissing => Revision < 0;

    /// <summary>Whether their zone is known here.</summary>
    [JsonIgnore]
    public bool HasClock => DateTimeZoneProviders.Tzdb.GetZoneOrNull(TimeZone) is not null;

    /// <summary>Somebody in the place of one who is missing: there, since nobody knows otherwise, and without an address.</summary>
    public static Person Missing(string id) => new(id, id, "", "en", "Etc/UTC", "", []) { Revision = -1 };

    /// <summary>Whose clock they live by. One that nobody knows (any more) must not stop the clocks of everybody else: it counts as UTC.</summary>
    public DateTimeZone Clock() => DateTimeZoneProviders.Tzdb.GetZoneOrNull(TimeZone) ?? DateTimeZone.Utc;

    public Absence? AbsenceOn(LocalDate day) =>
        Absences.FirstOrDefault(absence => absence.From <= day && day <= absence.To);
}

/// <summary>Days away, first and last included, and who stands in.</summary>
public sealed record Absence(LocalDate From, LocalDate To, string? Substitute);
