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

    public Absence? AbsenceOn(LocalDate day) =>
        Absences.FirstOrDefault(absence => absence.From <= day && day <= absence.To);
}

/// <summary>Days away, first and last included, and who stands in.</summary>
public sealed record Absence(LocalDate From, LocalDate To, string? Substitute);
