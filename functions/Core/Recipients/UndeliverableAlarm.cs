using FollowUp.Items;
using FollowUp.Ledger;
using FollowUp.Plans;
using FollowUp.Values;
using NodaTime;

namespace FollowUp.Recipients;

/// <summary>
/// Who hears of an undeliverable letter: the coordinator, or where it was theirs the issuer, and then the chain upwards. Word of a
/// refusal that is refused itself goes to the next of them, and so ends where nobody is left.
/// </summary>
public static class UndeliverableAlarm
{
    /// <summary>The notice, to be sent at once, of one that <paramref name="failed"/>; null where nobody is left to tell.</summary>
    /// <param name="failed">
    /// It was refused; or it is such word itself, which did not go out since whom it was meant for has no part in the item any more.
    /// </param>
    /// <param name="ledger">Of the item: who has heard of it is not told once more.</param>
    /// <param name="contacts">Null where nobody can tell who stands in for whom: then it goes to whom it is meant for.</param>
    public static LedgerRow? RowFor(
        LedgerRow failed, AgreedItem item, IReadOnlyList<LedgerRow> ledger, Contacts? contacts, Instant now)
    {
        if (NextToHear(failed, item, ledger) is not { } hears)
        {
            return null;
        }

        Recipient? receiver = contacts is null
            ? null
            : new Deputies(item, contacts, now).Resolve(LadderName.Undelivered, Role.Coordinator, hears);
        return new(
            KeyFor(failed, hears), Role.Coordinator, now, now,
            IsAlarm(failed) ? failed.Explanation : AlarmPhrases.NoticeRefused.Fill(failed.SentTo, failed.Why),
            NoticeState.Planned, now, null, null,
            receiver?.Person.Id ?? hears, receiver?.Trace, Slot.FromInstant(now));
    }

    private static bool IsAlarm(LedgerRow failed) => failed.Key.Ladder == LadderName.Undelivered;

    /// <summary>The first who has not heard of it yet, and is not the one whose letters do not arrive.</summary>
    private static string? NextToHear(LedgerRow failed, AgreedItem item, IReadOnlyList<LedgerRow> ledger)
    {
        List<string> hearers = [.. new[] { item.Coordinator, item.Issuer }.Concat(item.Chain).Distinct()];
        int heard = IsAlarm(failed) ? hearers.IndexOf(failed.Key.Recipient) + 1 : 0;
        return hearers.Skip(heard).FirstOrDefault(
            person => person != failed.SentTo && ledger.All(row => row.Key != KeyFor(failed, person)));
    }

    /// <summary>An alarm of an alarm keeps its name: it is about the same letter.</summary>
    private static RungKey KeyFor(LedgerRow failed, string hears) => failed.Key with
    {
        Ladder = LadderName.Undelivered,
        Rung = IsAlarm(failed) ? failed.Key.Rung : $"{failed.Key.Ladder.Word()}-{failed.Key.Rung}-{failed.Key.Recipient}",
        Recipient = hears,
    };
}
