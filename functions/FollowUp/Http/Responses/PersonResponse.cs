using FollowUp.Agreements;
using FollowUp.People;

namespace FollowUp.Http.Responses;

/// <summary>A person as registers write them, so that what was read can be changed and written back.</summary>
/// <param name="Name">What was put: one text, or texts by language (<see cref="Wording"/>).</param>
public sealed record PersonResponse(
    string Id, object Name, string Email, string Language, string TimeZone, string Calendar, IReadOnlyList<Absence> Absences,
    int Revision, string? Contact)
{
    public static PersonResponse Of(Person person) => new(
        person.Id, person.Names ?? (object)person.Name, person.Email, person.Language, person.TimeZone, person.Calendar, person.Absences,
        person.Revision, person.Contact);
}
