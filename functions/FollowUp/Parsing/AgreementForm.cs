using FollowUp.Agreements;
using FollowUp.Values;

namespace FollowUp.Parsing;

/// <summary>How an agreement is written down, with its parties, clauses and items.</summary>
public static class AgreementForm
{
    public static AgreementDraft Read(JsonField agreement)
    {
        agreement.Only("id", "kind", "signedOn", "place", "title", "parties", "coordinator", "chain", "clauses", "items");
        Agreement read = new(
            agreement["id"].Id(),
            agreement["kind"].OneOf(Agreement.Kinds),
            agreement["signedOn"].Date(),
            agreement["place"].OptionalText(Limits.Title),
            agreement["title"].Wording(Limits.Title),
            [.. agreement["parties"].Some(Limits.Few).Select(Party)],
            agreement["coordinator"].To(Referred.Person),
            [.. agreement["chain"].List(max: 9).Select(level => level.To(Referred.Person))],
            Unlike(agreement["clauses"].List(Limits.Items), Clause));

        IReadOnlyList<ItemDraft> items = Unlike(agreement["items"].Some(Limits.Items), item => ItemForm.Read(item, read));
        ItemDependencyRules.Refuse(items, agreement);
        return new(read, items, agreement.Pointer);
    }

    private static Party Party(JsonField party)
    {
        party.Only("code", "name", "calendar", "timeZone");
        return new(party["code"].CalendarId(), party["name"].Wording(Limits.Title), party["calendar"].To(Referred.Calendar), party["timeZone"].Zone());
    }

    private static Clause Clause(JsonField clause)
    {
        clause.Only("id", "text");
        return new(clause["id"].Id(), clause["text"].Wording(Limits.Text));
    }

    /// <summary>Reads a list in which no two members may have the same id.</summary>
    private static List<T> Unlike<T>(IReadOnlyList<JsonField> list, Func<JsonField, T> read)
    {
        HashSet<string> seen = [];
        List<T> members = [];
        foreach (JsonField field in list)
        {
            members.Add(read(field));
            string? id = field["id"].IsAbsent ? null : field["id"].Id();
            if (id is not null && !seen.Add(id))
            {
                field["id"].Fault($"is in this list twice: {id}");
            }
        }

        return members;
    }
}
