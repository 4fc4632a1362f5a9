using FollowUp.Agreements;
using FollowUp.Faults;
using FollowUp.Values;

namespace FollowUp.Parsing;

/// <summary>Reads an agreement with its parties, clauses and items.</summary>
public static class AgreementParser
{
    /// <summary>Plans name levels from level-1 to level-9.</summary>
    internal const int MaxLevels = 9;

    public static AgreementDraft Parse(JsonField agreement)
    {
        agreement.AllowOnly("id", "kind", "signedOn", "place", "title", "parties", "coordinator", "chain", "clauses", "items");
        Agreement read = new(
            agreement["id"].Id(),
            agreement["kind"].OneOf(Agreement.Kinds),
            agreement["signedOn"].Date(),
            agreement["place"].OptionalText(Limits.Title),
            agreement["title"].Wording(Limits.Title),
            [.. agreement["parties"].NonEmptyList(Limits.Few).Select(ParseParty)],
            agreement["coordinator"].ReferenceTo(ReferenceKind.Person),
            [.. agreement["chain"].List(MaxLevels).Select(level => level.ReferenceTo(ReferenceKind.Person))],
            UniqueById(agreement["clauses"].List(Limits.Items), ParseClause));

        IReadOnlyList<ItemDraft> items = UniqueById(agreement["items"].NonEmptyList(Limits.Items), item => ItemParser.Parse(item, read));
        ItemDependencyRules.CheckAll(items, agreement);
        CheckNumbers(items, agreement.Context);
        _ = agreement.RequireRoom(read, "shorten its clauses to what its items come from, or register it as several agreements");
        return new(read, items, agreement.Pointer);
    }

    /// <summary>By its number a spreadsheet finds an item again, so no two of an agreement may have the same.</summary>
    private static void CheckNumbers(IReadOnlyList<ItemDraft> items, ParseContext context)
    {
        foreach (ItemDraft twice in items.Where(item => item.Number is not null)
            .GroupBy(item => SearchText.Fold(item.Number!)).SelectMany(same => same.Skip(1)))
        {
            context.AddFault($"{twice.Pointer}/number", FieldFaults.Twice.Fill(twice.Number));
        }
    }

    private static Party ParseParty(JsonField party)
    {
        party.AllowOnly("code", "name", "calendar", "timeZone");
        return new(
            party["code"].CalendarId(),
            party["name"].Wording(Limits.Title),
            party["calendar"].ReferenceTo(ReferenceKind.Calendar),
            party["timeZone"].TimeZone());
    }

    private static Clause ParseClause(JsonField clause)
    {
        clause.AllowOnly("id", "label", "text");
        return new(clause["id"].Id(), clause["text"].Wording(Limits.Text)) { Label = clause["label"].OptionalText(Limits.ClauseLabel) };
    }

    /// <summary>Reads a list in which no two members may have the same id.</summary>
    private static List<T> UniqueById<T>(IReadOnlyList<JsonField> list, Func<JsonField, T> read)
    {
        HashSet<string> seen = [];
        List<T> members = [];
        foreach (JsonField field in list)
        {
            members.Add(read(field));
            string? id = field["id"].IsAbsent ? null : field["id"].Id();
            if (id is not null && !seen.Add(id))
            {
                field["id"].AddDuplicateFault(id);
            }
        }

        return members;
    }
}
