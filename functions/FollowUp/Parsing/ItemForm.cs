using FollowUp.Agreements;
using FollowUp.Items;
using FollowUp.Values;
using NodaTime;

namespace FollowUp.Parsing;

/// <summary>How an item is written down.</summary>
public static class ItemForm
{
    /// <param name="agreement">The agreement it comes from, for what it quotes and what it inherits.</param>
    public static ItemDraft Read(JsonField item, Agreement agreement)
    {
        item.Only(
            "id", "kind", "clause", "title", "owner", "supporting", "issuer", "counterpart", "dueOn", "timeZone", "plan",
            "calendars", "stages", "dependsOn", "recurrence", "silentUntilDue");
        RefuseDoubleStages(item["stages"]);
        return new(
            item["id"].Id(),
            item["kind"].OneOf(AgreedItem.Kinds),
            ClauseOf(item["clause"], agreement),
            item["title"].Wording(Limits.Title),
            item["owner"].To(Referred.Person),
            [.. item["supporting"].List(Limits.Few).Select(unit => unit.To(Referred.Person)).Distinct()],
            item["issuer"].To(Referred.Person),
            item["counterpart"].IsAbsent ? null : item["counterpart"].To(Referred.Person),
            DueOn(item["dueOn"], agreement.SignedOn),
            item["timeZone"].IsAbsent && agreement.Parties is [var first, ..] ? first.TimeZone : item["timeZone"].Zone(),
            [.. item["calendars"].List(Limits.Few).Select(calendar => calendar.To(Referred.Calendar)).Distinct()],
            item["plan"].IsAbsent ? Plans.Plan.Default.Id : item["plan"].To(Referred.Plan),
            [.. item["stages"].List(Limits.Few).Select(stage => StageOf(stage, agreement.SignedOn))],
            [.. item["dependsOn"].List(Limits.Few).Select(other => other.Id()).Distinct()],
            RecurrenceOf(item),
            item["silentUntilDue"].Flag())
        {
            Pointer = item.Pointer,
        };
    }

    private static string? ClauseOf(JsonField clause, Agreement agreement)
    {
        string? id = clause.IsAbsent ? null : clause.Id();
        if (id is not null && agreement.ClauseOf(id) is null)
        {
            clause.Fault($"names no clause of agreement {agreement.Id}");
        }

        return id;
    }

    private static LocalDate DueOn(JsonField dueOn, LocalDate signedOn)
    {
        LocalDate day = dueOn.Date();
        if (day != default && day < signedOn)
        {
            dueOn.Fault($"is before the agreement was signed, on {signedOn:uuuu-MM-dd}");
        }

        return day;
    }

    private static Stage StageOf(JsonField stage, LocalDate signedOn)
    {
        stage.Only("id", "dueOn");
        return new(stage["id"].Id(), DueOn(stage["dueOn"], signedOn));
    }

    /// <summary>A stage is done by its id: two of one name could not be told apart.</summary>
    private static void RefuseDoubleStages(JsonField stages)
    {
        HashSet<string> seen = [];
        foreach (JsonField id in stages.List(Limits.Few).Select(stage => stage["id"]).Where(id => !id.IsAbsent))
        {
            if (!seen.Add(id.Id()))
            {
                id.Fault($"is in this list twice: {id.Id()}");
            }
        }
    }

    private static string? RecurrenceOf(JsonField item)
    {
        JsonField recurrence = item["recurrence"];
        if (recurrence.IsAbsent)
        {
            return null;
        }

        string rule = recurrence.Text(Limits.Title);
        LocalDate first = item["dueOn"].Date();
        if (rule.Length > 0 && first != default && RecurrenceRule.Fault(rule, first, Limits.YearMax) is { } wrong)
        {
            recurrence.Fault(wrong);
        }

        if (item["id"].Id().Length > Limits.SeriesId)
        {
            item["id"].Fault($"must have at most {Limits.SeriesId} characters: its occurrences are called {item["id"].Id()}-2 and so on");
        }

        return rule;
    }
}
