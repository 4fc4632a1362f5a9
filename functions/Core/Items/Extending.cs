using FollowUp.Faults;
using FollowUp.Plans;
using FollowUp.Values;
using NodaTime;

namespace FollowUp.Items;

/// <summary>
/// How a due date is extended: asked for before it passed, with a reason, decided by the issuer, a limited number of times.
/// </summary>
public static class Extending
{
    /// <summary>Whoever was refused fifty times is not helped by asking again.</summary>
    public const int AskedMax = 50;

    /// <summary>The due date itself is in time. Asking again for what was asked last, undecided or granted, changes nothing.</summary>
    /// <param name="max">How many the plan allows.</param>
    public static AgreedItem AskForExtension(this AgreedItem item, Actor by, Instant at, LocalDate dueOn, string reason, int max)
    {
        Permission.Demand(item, by, "extended", Role.Owner);
        if (item.Extensions is [.., var last] && last.DueOn == dueOn && TextRules.IsSame(last.Reason, reason)
            && last.Decision?.IsGranted != false)
        {
            return item;
        }

        if (WhyNot(item, at, max) is { } why)
        {
            throw ItemRefusedException.NotNow(item, "extended", why);
        }

        return dueOn > item.DueOn
            ? item with { Extensions = [.. item.Extensions, new(item.Extensions.Count + 1, by.Person, at, dueOn, reason)] }
            : throw ItemRefusedException.Impossible(item, "/dueOn", RegisterFaults.NotLater, item.DueOn);
    }

    /// <summary>The issuer grants or refuses. Deciding the same again changes nothing.</summary>
    /// <param name="number">One that was asked for.</param>
    public static AgreedItem DecideExtension(this AgreedItem item, Actor by, Instant at, int number, bool isGranted, string? note)
    {
        Permission.Demand(item, by, "extended", Role.Issuer);
        Extension asked = item.Extensions[number - 1];
        if (asked.Decision is { } decided)
        {
            return decided.IsGranted == isGranted
                ? item
                : throw ItemRefusedException.NotNow(
                    item, "decided on anew", StatePhrases.Decided.Fill(number, Word(decided.IsGranted), decided.By, decided.At));
        }

        if (!item.IsPending)
        {
            throw ItemRefusedException.NotNow(item, "extended");
        }

        AgreedItem answered = item with
        {
            Extensions = [.. item.Extensions.SkipLast(1), asked with { Decision = new(by.Person, at, isGranted, note) }],
        };

        // While the request waited, the coordinator may have moved the date further than it asked for.
        return isGranted && asked.DueOn > item.DueOn
            ? answered.MoveDueDate(by, at, asked.DueOn, DueChangeCause.Extension, asked.Reason)
            : answered;
    }

    public static int CountGranted(this AgreedItem item) => item.Extensions.Count(extension => extension.Decision?.IsGranted == true);

    public static string Word(bool isGranted) => isGranted ? "granted" : "refused";

    private static string? WhyNot(AgreedItem item, Instant at, int max) => item switch
    {
        { IsPending: false } or { AssignedAt: null } => ItemRefusedException.Why(item),
        { IsWaiting: true } => StatePhrases.Waits.Text,
        { PendingExtension: { } asked } => StatePhrases.ExtensionOpen.Fill(asked.Number, asked.DueOn),
        _ when item.DayOf(at) > item.DueOn => StatePhrases.DuePassed.Fill(item.DueOn),
        _ when item.CountGranted() >= max => StatePhrases.ExtendedEnough.Fill(item.CountGranted(), max),
        _ when item.Extensions.Count >= AskedMax => StatePhrases.AskedEnough.Fill(AskedMax),
        _ => null,
    };
}
