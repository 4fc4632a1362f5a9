using FollowUp.Agreements;
using FollowUp.Faults;
using FollowUp.Items;
using FollowUp.Values;
using NodaTime;

namespace FollowUp.Parsing;

/// <summary>Reads an item.</summary>
public static class ItemParser
{
    /// <param name="agreement">The agreement it comes from, for what it quotes and what it inherits.</param>
    public static ItemDraft Parse(JsonField item, Agreement agreement)
    {
        item.AllowOnly(
            "id", "kind", "clause", "title", "owner", "supporting", "issuer", "counterpart", "dueOn", "timeZone", "plan",
            "calendars", "stages", "dependsOn", "recurrence", "silentUntilDue", "number");
        CheckStageIds(item["stages"]);
        return new(
            item["id"].Id(),
            item["kind"].OneOf(AgreedItem.Kinds),
            ParseClause(item["clause"], agreement),
            item["title"].Wording(Limits.Title),
            item["owner"].ReferenceTo(ReferenceKind.Person),
            ParseReferences(item["supporting"], ReferenceKind.Person),
            item["issuer"].ReferenceTo(ReferenceKind.Person),
            item["counterpart"].IsAbsent ? null : item["counterpart"].ReferenceTo(ReferenceKind.Person),
            ParseDueDate(item["dueOn"], agreement.SignedOn),
            ParseTimeZone(item["timeZone"], agreement),
            ParseReferences(item["calendars"], ReferenceKind.Calendar),
            item["plan"].IsAbsent ? Plans.Plan.Default.Id : item["plan"].ReferenceTo(ReferenceKind.Plan),
            [.. item["stages"].List(Limits.Few).Select(stage => ParseStage(stage, agreement.SignedOn))],
            [.. item["dependsOn"].List(Limits.Few).Select(other => other.Id()).Distinct()],
            ParseRecurrence(item),
            item["silentUntilDue"].Boolean())
        {
            Pointer = item.Pointer,
            Number = item["number"].OptionalText(Limits.Number)?.Trim(),
        };
    }

    private static List<string> ParseReferences(JsonField ids, ReferenceKind kind) =>
        [.. ids.List(Limits.Few).Select(id => id.ReferenceTo(kind)).Distinct()];

    /// <summary>That of the first party, where the item has none of its own.</summary>
    private static string ParseTimeZone(JsonField timeZone, Agreement agreement) =>
        timeZone.IsAbsent && agreement.Parties is [var first, ..] ? first.TimeZone : timeZone.TimeZone();

    private static string? ParseClause(JsonField clause, Agreement agreement)
    {
        string? id = clause.IsAbsent ? null : clause.Id();
        if (id is not null && agreement.ClauseOf(id) is null)
        {
            clause.AddFault(RegisterFaults.UnknownClause.Fill(agreement.Id));
        }

        return id;
    }

    private static LocalDate ParseDueDate(JsonField dueOn, LocalDate signedOn)
    {
        LocalDate day = dueOn.Date();
        if (day != default && day < signedOn)
        {
            dueOn.AddFault(RegisterFaults.BeforeSigning.Fill(signedOn));
        }

        return day;
    }

    private static Stage ParseStage(JsonField stage, LocalDate signedOn)
    {
        stage.AllowOnly("id", "dueOn");
        return new(stage["id"].Id(), ParseDueDate(stage["dueOn"], signedOn));
    }

    /// <summary>A stage is finished by its id, so no two may have the same.</summary>
    private static void CheckStageIds(JsonField stages)
    {
        HashSet<string> seen = [];
        foreach (JsonField id in stages.List(Limits.Few).Select(stage => stage["id"]).Where(id => !id.IsAbsent))
        {
            if (!seen.Add(id.Id()))
            {
                id.AddDuplicateFault(id.Id());
            }
        }
    }

    private static string? ParseRecurrence(JsonField item)
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
            recurrence.AddFault(wrong);
        }

        string id = item["id"].Id();
        if (id.Length > Limits.SeriesId)
        {
            item["id"].AddFault(RegisterFaults.LongSeriesId.Fill(Limits.SeriesId, id));
        }

        return rule;
    }
}
