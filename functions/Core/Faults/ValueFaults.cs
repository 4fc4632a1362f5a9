using FollowUp.Phrases;

namespace FollowUp.Faults;

/// <summary>What can be wrong with a value that has a form of its own: an id, a day, a zone, an address.</summary>
public static class ValueFaults
{
    public static PhraseTemplate NotId { get; } = new("not-an-id", "must be 1 to {max:number} of a-z, 0-9 and -");
    public static PhraseTemplate NotCalendarId { get; } = new("not-a-calendar-id", "must be 1 to {max:number} of A-Z, a-z, 0-9 and -");

    public static PhraseTemplate NotDate { get; } =
        new("not-a-date", "must be a date like 2020-05-29, from {first:number} to {last:number}");

    public static PhraseTemplate NoMonth { get; } = new(
        "no-such-month", "names month {month:number} of twelve: must be a date like 2020-05-29, from {first:number} to {last:number}");

    public static PhraseTemplate NoDay { get; } = new("no-such-day", "is no day: {month:month} {year:number} has {days:number} days");

    public static PhraseTemplate NotZone { get; } = new(
        "not-a-zone",
        "must be a time zone of the IANA database, like Asia/Shanghai[ ({given:text} is written {meant:text} there)]");

    public static PhraseTemplate NotAddress { get; } = new("not-an-address", "must be one mail address like law@nia.example");

    public static PhraseTemplate LongLocalPart { get; } =
        new("long-local-part", "has {length:number} characters before its @; at most {max:number} are taken");

    public static PhraseTemplate ForeignLocalPart { get; } = new(
        "foreign-local-part",
        "must have nothing but Latin letters, digits and marks before its @: few mail servers take others, "
        + "and its owner has a Latin one as well");

    public static PhraseTemplate DotsInLocalPart { get; } = new(
        "dots-in-local-part", "must not have a dot at the beginning or the end of what is before its @, nor two in a row");

    public static PhraseTemplate EncodedLocalPart { get; } = new(
        "encoded-local-part", "must not hold =?, which mail programs take for the beginning of something encoded");

    public static PhraseTemplate NoDomain { get; } = new(
        "no-domain",
        "must have a domain after its @, like nia.example: between its dots 1 to 63 of a-z, 0-9 and -, with no - at either end");

    public static PhraseTemplate NumberForDomain { get; } =
        new("number-for-domain", "must have a domain after its @ that does not end in a number");

    public static PhraseTemplate Unwritable { get; } =
        new("address-unwritable", "is an address that mail programs cannot write; take another");

    public static Vocabulary Vocabulary { get; } = new(
        NotId, NotCalendarId, NotDate, NoMonth, NoDay, NotZone, NotAddress, LongLocalPart, ForeignLocalPart, DotsInLocalPart,
        EncodedLocalPart, NoDomain, NumberForDomain, Unwritable);
}
