using FollowUp.Agreements;
using FollowUp.Faults;
using FollowUp.Values;

namespace FollowUp.Parsing;

/// <summary>Reads how an agreement is to read. What is left out stays as it is.</summary>
public static class AgreementCorrectionParser
{
    /// <summary>Each of them may be four entries of the journal, which go with the agreement into one transaction.</summary>
    private const int ClausesMax = 20;

    public static AgreementCorrection Parse(JsonField body) => new(
        Texts(body["title"], Limits.Title),
        body["place"].OptionalText(Limits.Title),
        [.. body["clauses"].List(ClausesMax).Select(ParseClause)]);

    /// <summary>Whether they are there, each once.</summary>
    public static void CheckClauses(JsonField body, Agreement agreement)
    {
        HashSet<string> seen = [];
        foreach (JsonField id in body["clauses"].List(ClausesMax).Select(clause => clause["id"]))
        {
            if (!seen.Add(id.Id()))
            {
                id.AddDuplicateFault(id.Id());
            }
            else if (agreement.ClauseOf(id.Id()) is null)
            {
                id.AddFault(RegisterFaults.UnknownClause.Fill(agreement.Id));
            }
        }
    }

    private static ClauseCorrection ParseClause(JsonField clause)
    {
        clause.AllowOnly("id", "label", "text");
        return new(clause["id"].Id(), clause["label"].OptionalText(Limits.ClauseLabel), Texts(clause["text"], Limits.Text));
    }

    private static Wording? Texts(JsonField texts, int max) => texts.IsAbsent ? null : texts.Wording(max);
}
