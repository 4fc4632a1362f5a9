using System.Text.RegularExpressions;
using FollowUp.Agreements;
using FollowUp.People;

namespace FollowUp.Registers;

/// <summary>How a person is written down.</summary>
public static partial class PersonForm
{
    public static Person Read(Field person)
    {
        // Its revision comes along where somebody writes back what they read; it is ours to count.
        person.Only("id", "name", "email", "language", "timeZone", "calendar", "absences", "contact", "revision");
        Field email = person["email"];
        string address = email.Text(Limits.Email);
        if (address.Length > 0 && !Address().IsMatch(address))
        {
            email.Fault("must be one mail address like law@nia.example");
        }

        return new(
            person["id"].Id(),
            person["name"].Text(Limits.Title),
            address,
            person["language"].IsAbsent ? "en" : person["language"].OneOf(Wording.Languages),
            person["timeZone"].Zone(),
            person["calendar"].To(Referred.Calendar),
            [.. person["absences"].List(Limits.Many).Select(Absence)])
        {
            Contact = person["contact"].IsAbsent ? null : person["contact"].To(Referred.Person),
        };
    }

    private static Absence Absence(Field absence)
    {
        absence.Only("from", "to", "substitute");
        Absence read = new(
            absence["from"].Date(),
            absence["to"].Date(),
            absence["substitute"].IsAbsent ? null : absence["substitute"].To(Referred.Person));
        if (read.To < read.From)
        {
            absence["to"].Fault("must not be before from");
        }

        return read;
    }

    // Deliberately narrower than RFC 5322: no quoted local parts, no comments, no line breaks to smuggle headers in.
    [GeneratedRegex(@"^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Address();
}
