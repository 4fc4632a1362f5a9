using System.Text.Json.Serialization;
using FollowUp.Agreements;
using NodaTime;

namespace FollowUp.People;

/// <summary>A person, post or unit that letters go to.</summary>
/// <param name="Name">Theirs where a reader's language has none of its own for them.</param>
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

    /// <summary>What each language calls them; null where <see cref="Name"/> is their name in all of them.</summary>
    public Wording? Names { get; init; }

    /// <summary>Who on our side talks with them; null for our own people.</summary>
    public string? Contact { get; init; }

    /// <summary>How they take what may wait; null where nobody ever said: at once.</summary>
    public Rhythm? Rhythm { get; init; }

    /// <summary>Null for everybody who was not erased.</summary>
    public Erasure? Erased { get; init; }

    /// <summary>
    /// Whether everything reaches them at the moments when it did before: who is back earlier or later hears earlier or later of what
    /// went to others meanwhile, and everything else about them stands only in the letters.
    /// </summary>
    public bool IsReachedAtSameTimesAs(Person before) =>
        (TimeZone, Calendar, Contact, Rhythm) == (before.TimeZone, before.Calendar, before.Contact, before.Rhythm)
        && Absences.SequenceEqual(before.Absences);

    /// <summary>Whom an item names and the register does not have (any more).</summary>
    [JsonIgnore]
    public bool IsMissing => Revision < 0;

    /// <summary>Whether their zone is known here.</summary>
    [JsonIgnore]
    public bool HasKnownZone => DateTimeZoneProviders.Tzdb.GetZoneOrNull(TimeZone) is not null;

    /// <summary>
    /// What stays of somebody who is erased: the id, by which items, journals and ledgers name them, and by whose clock and days off their
    /// notices were counted.
    /// </summary>
    public Person Without(Erasure erased) => new(Id, Id, "", Language, TimeZone, Calendar, []) { Revision = Revision, Erased = erased };

    /// <summary>As a reader of <paramref name="language"/> knows them, else as anybody does.</summary>
    public string NameIn(string language) => Names?.TextIn(language) ?? Name;

    /// <summary>Somebody in the place of one who is missing: there, since nobody knows otherwise, and without an address.</summary>
    public static Person Missing(string id) => new(id, id, "", "en", "Etc/UTC", "", []) { Revision = -1 };

    /// <summary>
    /// Whose clock they live by. One that nobody knows (any more) must not stop the clocks of everybody else: it counts as UTC.
    /// </summary>
    public DateTimeZone Zone() => DateTimeZoneProviders.Tzdb.GetZoneOrNull(TimeZone) ?? DateTimeZone.Utc;

    /// <summary>By the day that it is where they are.</summary>
    public bool IsAwayAt(Instant now) => Absences.Count > 0 && AbsencesAt(now).Any();

    /// <summary>The last day of an absence that covers <paramref name="day"/>; null where none does.</summary>
    public LocalDate? LastDayAway(LocalDate day) =>
        Absences.Where(absence => absence.From <= day && day <= absence.To).Max(absence => (LocalDate?)absence.To);

    /// <summary>
    /// Who is named to stand in for them, the first choice first. Of several absences that cover a day, one that names nobody hides
    /// none that does, and the one that began last says most about the day: a journey within a month of leave. Of two for the very same
    /// days the one that was entered last counts: it corrects the other.
    /// </summary>
    public IEnumerable<string> SubstitutesAt(Instant now) => AbsencesAt(now).Reverse()
        .OrderByDescending(absence => absence.From).ThenBy(absence => absence.To)
        .Select(absence => absence.Substitute).OfType<string>().Distinct();

    private IEnumerable<Absence> AbsencesAt(Instant now)
    {
        LocalDate day = now.InZone(Zone()).Date;
        return Absences.Where(absence => absence.From <= day && day <= absence.To);
    }
}
