using System.Globalization;
using FollowUp.Agreements;
using FollowUp.People;
using NodaTime;

namespace FollowUp.Http.Responses;

/// <summary>A person as registers write them, so that what was read can be changed and written back.</summary>
/// <param name="Name">What was put: one text, or texts by language (<see cref="Wording"/>).</param>
/// <param name="ErasedAt">When what was known of them was taken out of the register; absent where it was not.</param>
public sealed record PersonResponse(
    string Id, object Name, string Email, string Language, string TimeZone, string Calendar, IReadOnlyList<Absence> Absences,
    int Revision, string? Contact, RhythmResponse? Rhythm, Instant? ErasedAt)
{
    public static PersonResponse Of(Person person) => new(
        person.Id, person.Names ?? (object)person.Name, person.Email, person.Language, person.TimeZone, person.Calendar, person.Absences,
        person.Revision, person.Contact, RhythmResponse.Of(person.Rhythm), person.Erased?.At);
}

/// <summary>How they take what may wait, where somebody said so; <paramref name="Hour"/> is absent where it is the plan's.</summary>
public sealed record RhythmResponse(string Every, IsoDayOfWeek? On, string? Hour)
{
    public static RhythmResponse? Of(Rhythm? rhythm) => rhythm is null
        ? null : new(rhythm.Every, rhythm.On, rhythm.Hour?.ToString("HH':'mm", CultureInfo.InvariantCulture));
}

/// <summary>A person as the page needs them on which they say how often letters come.</summary>
public sealed record PersonRhythmResponse(string Name, Wording? Names, string Language, RhythmResponse Rhythm)
{
    public static PersonRhythmResponse Of(Person person) => new(
        person.Name, person.Names, person.Language, RhythmResponse.Of(person.Rhythm ?? People.Rhythm.AtOnce)!);
}
