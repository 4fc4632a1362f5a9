using NodaTime;

namespace FollowUp.Simulation.Worlds;

/// <summary>A time during which no letter could go to somebody's address.</summary>
/// <param name="Kind">
/// <c>unwritable</c>: it stands in the register, and no letter can be addressed to it. <c>refused</c>: the mail server does not take it.
/// <c>delayed</c>: it does not take it now.
/// </param>
public sealed record Unusable(string Person, string Kind)
{
    public required Instant From { get; set; }

    /// <summary>When the register had another one.</summary>
    public Instant To { get; set; } = Instant.MaxValue;

    /// <summary>When somebody first tried to write down another one; whether that was heard is known only later.</summary>
    public Instant Ending { get; set; } = Instant.MaxValue;

    /// <summary>The clock was set back over its beginning or its end: nobody can tell what was before and what after.</summary>
    public bool IsBlurred { get; set; }

    public bool IsForGood => Kind != "delayed";

    public bool Has(Instant at) => From <= at && at <= To;
}

/// <summary>What is written on letters to whom, and which of these addresses letters do not reach.</summary>
public sealed class Addresses
{
    /// <summary>Nobody can write it on a letter.</summary>
    private const string Unwritable = ".@sim.example";

    /// <summary>A letter that is not taken now is tried for five days.</summary>
    private static readonly Duration GivenUp = Duration.FromDays(5);

    private static readonly Duration Longest = Duration.FromHours(4);

    private readonly List<Unusable> spells = [];
    private readonly HashSet<string> refused = [];
    private readonly HashSet<string> delayed = [];

    private readonly List<Written> had = [];

    /// <summary>The same as for the mail: letters to one person are late while theirs takes none now.</summary>
    private readonly Dictionary<string, Health> health = [];

    public IReadOnlyList<Unusable> Spells => spells;

    /// <summary>Where somebody's stands that is not as all begin; null where it does.</summary>
    public string? Of(string person) => had.FindLast(one => one.Person == person)?.Address;

    public Unusable? Now(string person) => spells.FindLast(spell => spell.Person == person && spell.To == Instant.MaxValue);

    public bool Refuses(string address) => refused.Contains(address);

    public bool Delays(string address) => delayed.Contains(address);

    public static bool IsUnwritable(string address) => address.Contains(Unwritable, StringComparison.Ordinal);

    /// <summary>Whether what was decided and failed at those moments can be its doing: refused there, or tried in vain for days.</summary>
    /// <param name="mayBeOut">A letter that may have been out keeps the address that it had.</param>
    public bool MayHaveFailed(string person, Instant decided, Instant failed, bool mayBeOut) =>
        spells.Any(spell => spell.Person == person && spell.From <= failed
        && (spell.IsForGood ? (mayBeOut ? decided : failed) <= spell.To : failed - decided > GivenUp - Duration.FromHours(5)));

    /// <summary>By when a letter to somebody that was to go out at <paramref name="due"/> must have come to its end.</summary>
    /// <param name="mail">A moment of trouble with all mail costs one that is tried every four hours as much more.</param>
    public Instant Deadline(string person, Instant due, Health mail)
    {
        Instant theirs = health.TryGetValue(person, out Health? their) ? their.Deadline(due) : due;
        return theirs > due && mail.IsDisturbed(due, theirs) ? theirs + Longest + Longest : theirs;
    }

    /// <returns>What stands in the register from now on; the same as before where only the mail server changed its mind.</returns>
    public string Break(string person, string current, string kind, Instant now)
    {
        string written = kind == "unwritable" ? $"{person}{Unwritable}" : current;
        Write(person, written, now);
        Stands(person, now);
        spells.Add(new(person, kind) { From = now });
        _ = kind switch { "refused" => refused.Add(current), "delayed" => delayed.Add(current), _ => true };
        return written;
    }

    public void Begin(IEnumerable<Papers.Person> people, Instant at) =>
        had.AddRange(people.Select(person => new Written(person.Id, person.Address) { From = at }));

    /// <summary>Somebody sends another one: it may stand in the register from now on.</summary>
    public void Write(string person, string address, Instant now)
    {
        if (Of(person) != address)
        {
            had.Add(new(person, address) { From = now });
            if (Now(person) is { } spell)
            {
                spell.Ending = Instant.Min(spell.Ending, now);
            }
        }
    }

    /// <summary>And does: what stood there before does not.</summary>
    public void Stands(string person, Instant now)
    {
        foreach (Written before in had.Where(one => one.Person == person && one.Until == Instant.MaxValue).SkipLast(1))
        {
            before.Until = now;
        }
    }

    /// <summary>One that letters reach stands in the register.</summary>
    public void Mend(string person, Instant now)
    {
        Stands(person, now);
        foreach (Unusable spell in spells.Where(spell => spell.Person == person && spell.To == Instant.MaxValue))
        {
            spell.To = now;
            if (!spell.IsForGood)
            {
                // Tried again later and later, at most every four hours.
                (health.TryGetValue(person, out Health? theirs) ? theirs : health[person] = new())
                    .Disturb(spell.From, now + Duration.Min(now - spell.From, Longest) + Duration.FromMinutes(5));
            }
        }
    }

    /// <summary>What the clock shows once more may have been before or after.</summary>
    public void SetBack(Instant from, Instant to)
    {
        foreach (Unusable spell in spells.Where(spell => spell.From >= to || (spell.To >= to && spell.To != Instant.MaxValue)))
        {
            (spell.From, spell.To, spell.IsBlurred) =
                (Instant.Min(spell.From, to), spell.To == Instant.MaxValue ? spell.To : Instant.Max(spell.To, from), true);
        }

        foreach (Written one in had.Where(one => one.From >= to || (one.Until >= to && one.Until != Instant.MaxValue)))
        {
            (one.From, one.Until) = (Instant.Min(one.From, to), one.Until == Instant.MaxValue ? one.Until : Instant.Max(one.Until, from));
        }
    }

    /// <summary>Whether it may have stood in the register for that person at some time between the two.</summary>
    public bool Had(string person, string address, Instant from, Instant to) =>
        had.Any(one => one.Person == person && one.Address == address && one.From <= to && from <= one.Until);

    /// <summary>An address as it was sent to the register.</summary>
    private sealed record Written(string Person, string Address)
    {
        public required Instant From { get; set; }

        public Instant Until { get; set; } = Instant.MaxValue;
    }
}
