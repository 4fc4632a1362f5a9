using FollowUp.Agreements;
using FollowUp.Delivery.Languages;
using FollowUp.Faults;
using FollowUp.People;
using FollowUp.Values;

namespace FollowUp.Parsing;

/// <summary>Reads a person, post or unit.</summary>
public static class PersonParser
{
    public static Person Parse(JsonField person)
    {
        // Somebody who writes back what they read sends its revision as well; it is not read.
        person.AllowOnly("id", "name", "email", "language", "timeZone", "calendar", "absences", "contact", "rhythm", "revision");
        (string name, Wording? names) = person["name"].Name(Limits.Title);
        string id = person["id"].Id();
        Person read = new(
            id,
            name,
            person["email"].EmailAddress(),
            person["language"].IsAbsent ? "en" : person["language"].OneOf([.. Wording.Languages.Union(LetterLanguages.OfBuild.Ids)]),
            person["timeZone"].TimeZone(),
            person["calendar"].ReferenceTo(ReferenceKind.Calendar),
            [.. person["absences"].List(Limits.Absences).Select(absence => ParseAbsence(absence, id))])
        {
            Names = names,
            Contact = person["contact"].IsAbsent ? null : person["contact"].ReferenceTo(ReferenceKind.Person),
            Rhythm = person["rhythm"].IsAbsent ? null : RhythmParser.Parse(person["rhythm"]),
        };
        return person.RequireRoom(read, "leave out the absences that are over");
    }

    private static Absence ParseAbsence(JsonField absence, string person)
    {
        absence.AllowOnly("from", "to", "substitute");
        Absence read = new(
            absence["from"].Date(),
            absence["to"].Date(),
            absence["substitute"].IsAbsent ? null : absence["substitute"].ReferenceTo(ReferenceKind.Person));
        if (read.From != default && read.To != default && read.To < read.From)
        {
            absence["to"].AddFault(RegisterFaults.EndsBeforeBegin.Text);
        }

        if (read.Substitute == person && person.Length > 0)
        {
            absence["substitute"].AddFault(RegisterFaults.OwnSubstitute.Text);
        }

        return read;
    }
}
