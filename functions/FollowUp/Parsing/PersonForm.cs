using FollowUp.Agreements;
using FollowUp.People;
using FollowUp.Values;

namespace FollowUp.Parsing;

/// <summary>How a person is written down.</summary>
public static class PersonForm
{
    public static Person Read(JsonField person)
    {
        // Its revision comes along where somebody writes back what they read; it is ours to count.
        person.Only("id", "name", "email", "language", "timeZone", "calendar", "absences", "contact", "revision");
        return new(
            person["id"].Id(),
            person["name"].Text(Limits.Title),
            person["email"].Address(),
            person["language"].IsAbsent ? "en" : person["language"].OneOf(Wording.Languages),
            person["timeZone"].Zone(),
            person["calendar"].To(Referred.Calendar),
            [.. person["absences"].List(Limits.Many).Select(Absence)])
        {
            Contact = person["contact"].IsAbsent ? null : person["contact"].To(Referred.Person),
        };
    }

    private static Absence Absence(JsonField absence)
    {
        absence.Only("from", "to", "substitute");
        Absence read = new(
            absence["from"].Date(),
            absence["to"].Date(),
            absence["substitute"].IsAbsent ? null : absence["substitute"].To(Referred.Person));
        if (read.From != default && read.To != default && read.To < read.From)
        {
            absence["to"].Fault("must not be before from");
        }

        return read;
    }
}
