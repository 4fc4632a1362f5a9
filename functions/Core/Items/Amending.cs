using FollowUp.Plans;
using FollowUp.Values;
using NodaTime;

namespace FollowUp.Items;

/// <summary>How the words of an item are put right.</summary>
public static class Amending
{
    /// <summary>
    /// The coordinator puts a title, the kind, the external number or the clause right; what is owed, by whom and until when, other verbs
    /// change. The same again changes nothing. The item keeps the new wording alone: the old one stands in the journal. Nobody is told, and
    /// no ladder begins anew: it is no word about the item.
    /// </summary>
    /// <param name="field">A word of <see cref="AmendedField"/>.</param>
    public static AgreedItem Amend(this AgreedItem item, Actor by, Instant at, string field, string text)
    {
        Permission.Demand(item, by, "amended", Role.Coordinator);
        return item switch
        {
            _ when item.Wording(field) is { } was && TextRules.IsSame(was, text) => item,
            { IsPending: false } => throw ItemRefusedException.NotNow(item, "amended"),
            _ => field switch
            {
                AmendedField.Kind => item with { Kind = text, AmendedAt = at },
                AmendedField.Number => item with { Number = text, AmendedAt = at },
                AmendedField.Clause => item with { Clause = text, AmendedAt = at },
                _ => item with { Title = item.Title.With(AmendedField.LanguageOf(field), text), AmendedAt = at },
            },
        };
    }

    /// <summary>The same for all that is put right together.</summary>
    public static AgreedItem Amend(this AgreedItem item, Actor by, Instant at, IReadOnlyList<Amendment> amendments)
    {
        Permission.Demand(item, by, "amended", Role.Coordinator);
        return amendments.Aggregate(item, (amended, one) => amended.Amend(by, at, one.Field, one.Text));
    }
}
