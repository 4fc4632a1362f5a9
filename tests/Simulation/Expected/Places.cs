using NodaTime;

namespace FollowUp.Simulation.Expected;

/// <summary>
/// Law 15 by its words: who gets what is meant for somebody, and who may do what they may do, as an item and the register stand at
/// one moment.
/// </summary>
public sealed class Places(Life life, Standing standing, Register register, Instant at)
{
    private static readonly string[] News = ["answered", "moved", "handover", "closing", "reply"];

    /// <summary>Whether a ladder tells <paramref name="role"/> that somebody else has not moved.</summary>
    public static bool IsAbove(string ladder, string role) =>
        !News.Contains(ladder) && ladder != "question" && role != Reading.AimOf(ladder)
            && (role == "issuer" || role.StartsWith("level-", StringComparison.Ordinal));

    /// <summary>Who is asked to move by a ladder.</summary>
    public static IReadOnlyList<string> Aim(string ladder, Life life, Standing standing, Register register) => Reading.AimOf(ladder) switch
    {
        "issuer" => [standing.Issuer],
        "coordinator" => [standing.Coordinator],
        "liaison" => [register.Liaison(life, standing)],
        "former-owner" => [],
        _ => [standing.Owner],
    };

    /// <summary>
    /// Who hears as <paramref name="role"/> that somebody has not moved: whoever has that place, unless it is about them; then whoever
    /// stands above, then the coordinator, then the issuer.
    /// </summary>
    public static IReadOnlyList<string> Hearing(string ladder, string role, Life life, Standing standing, Register register)
    {
        List<string> order = Order(role, standing);
        if (order.Count == 0)
        {
            return [];
        }

        string[] about = [standing.Owner, .. Aim(ladder, life, standing, register)];
        return [order.Find(person => !about.Contains(person)) ?? order[0]];
    }

    /// <summary>Whether somebody is told in the place of one who was passed over.</summary>
    public bool IsInstead(string ladder, string role, string person) =>
        IsAbove(ladder, role) && Order(role, standing) is [var first, ..] && first != person;

    public bool IsAway(string person) => register.IsAway(person, at);

    public string Receiver(string ladder, string role, string person)
    {
        if (!IsAway(person))
        {
            return person;
        }

        bool isJudging = !News.Contains(ladder)
            && (role is "issuer" or "coordinator" || (role is not ("owner" or "supporting") && role != Reading.AimOf(ladder)));
        HashSet<string> barred = isJudging ? Barred(ladder, role) : [];
        _ = barred.Remove(person);
        string[] above = [.. Above(role, person)];
        if (role == "former-owner")
        {
            return InsteadOf(person, above);
        }

        List<string> there =
            [.. above.Prepend(person).SelectMany(one => register.Row(one, at, substitute => !life.IsOut(standing, substitute)))];
        if (isJudging && (there.Exists(barred.Contains) || IsInstead(ladder, role, person)))
        {
            there.AddRange(
                new[] { standing.Coordinator,
                    standing.Issuer }.SelectMany(one => register.Row(one, at, substitute => !life.IsOut(standing, substitute))));
        }

        return there.Find(one => !barred.Contains(one)) ?? person;
    }

    /// <summary>
    /// Who is told in the place of a former owner. Who owns it now is not told that it was handed over to them, and nobody above instead:
    /// it waits for the former owner.
    /// </summary>
    private string InsteadOf(string formerOwner, IEnumerable<string> above)
    {
        foreach (string one in above.Prepend(formerOwner))
        {
            IReadOnlyList<string> there = register.Row(one, at, substitute => !life.IsOut(standing, substitute));
            if (there.FirstOrDefault(person => person != standing.Owner) is { } other)
            {
                return other;
            }

            if (there.Count > 0)
            {
                return formerOwner;
            }
        }

        return formerOwner;
    }

    /// <summary>Whether somebody may do what <paramref name="person"/> may do in that role.</summary>
    public bool MayAct(string by, string role, string person)
    {
        if (by == person || !IsAway(person))
        {
            return by == person;
        }

        return role switch
        {
            "issuer" => Receiver("confirmation", role, person) == by,
            "coordinator" => Receiver("blocked", role, person) == by,
            _ => DoingTheWorkOf(role, person).Contains(by),
        };
    }

    private static List<string> Order(string role, Standing standing)
    {
        IReadOnlyList<string> chain = standing.Chain;
        if (role == "issuer")
        {
            return [standing.Issuer, .. chain.Skip(chain.ToList().LastIndexOf(standing.Issuer) + 1), standing.Coordinator];
        }

        int below = role[6] - '1';
        return below < chain.Count ? [.. chain.Skip(below), standing.Coordinator, standing.Issuer] : [];
    }

    private IEnumerable<string> Above(string role, string person)
    {
        List<string> chain = [.. standing.Chain];
        if (!role.StartsWith("level-", StringComparison.Ordinal))
        {
            return chain.Skip(chain.LastIndexOf(person) + 1);
        }

        return chain.Skip(role[6] - '1').SkipWhile(level => level != person).Skip(1);
    }

    /// <summary>Whose own item it is, or whose own silence it is that others are told of.</summary>
    private HashSet<string> Barred(string ladder, string role)
    {
        HashSet<string> barred = [standing.Owner, .. IsAway(standing.Owner) ? DoingTheWorkOf("owner", standing.Owner) : []];
        if (standing.IsReported)
        {
            _ = barred.Add(standing.Report!.By);
        }

        if (standing.Asked is { } asked)
        {
            _ = barred.Add(asked.By);
        }

        if (role != Reading.AimOf(ladder))
        {
            foreach (string aim in Aim(ladder, life, standing, register))
            {
                barred.UnionWith([aim, Receiver(ladder, Reading.AimOf(ladder), aim)]);
            }
        }

        return barred;
    }

    /// <summary>Along their row, and by the level that gets their letters where nobody is there.</summary>
    private IEnumerable<string> DoingTheWorkOf(string role, string person) =>
        register.Row(person, at, _ => true).Take(1).Append(Receiver("due", role, person)).Where(by => by != person);
}
