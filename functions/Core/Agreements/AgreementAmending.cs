using FollowUp.Values;

namespace FollowUp.Agreements;

/// <summary>
/// How the words of an agreement are put right: its title, its place, the text and the label of its clauses. What was agreed with whom, and
/// where items come from, stays as it was signed.
/// </summary>
public static class AgreementAmending
{
    private const string Title = "title-", Text = "text-", Place = "place", Label = "label";

    /// <summary>The very same agreement where it reads like that already.</summary>
    public static Agreement Amend(this Agreement agreement, AgreementCorrection correction)
    {
        Agreement amended = agreement with
        {
            Title = Merged(agreement.Title, correction.Title),
            Place = Differs(agreement.Place, correction.Place) ? correction.Place : agreement.Place,
            Clauses = [.. agreement.Clauses.Select(clause => Amend(clause, correction.Clauses.FirstOrDefault(one => one.Id == clause.Id)))],
        };
        return Differences(agreement, amended).Any() ? amended : agreement;
    }

    /// <summary>Place by place, in the order of the text.</summary>
    public static IEnumerable<AgreementAmendment> Differences(Agreement before, Agreement after) =>
    [
        .. Between(null, Title, before.Title, after.Title),
        .. Between(null, Place, before.Place, after.Place),
        .. before.Clauses.Zip(after.Clauses).SelectMany(pair => (IEnumerable<AgreementAmendment>)
        [
            .. Between(pair.First.Id, Label, pair.First.Label, pair.Second.Label),
            .. Between(pair.First.Id, Text, pair.First.Text, pair.Second.Text),
        ]),
    ];

    /// <summary>The agreement as it read before that.</summary>
    public static Agreement Without(this Agreement agreement, AgreementAmendment made)
    {
        string? was = made.Was.Length > 0 ? made.Was : null;
        return made.Clause is null
            ? made.Field == Place ? agreement with { Place = was } : agreement with { Title = WithText(agreement.Title, made.Field, was) }
            : agreement with
            {
                Clauses = [.. agreement.Clauses.Select(clause => clause.Id != made.Clause ? clause
                    : made.Field == Label ? clause with { Label = was } : clause with { Text = WithText(clause.Text, made.Field, was) })],
            };
    }

    private static Clause Amend(Clause clause, ClauseCorrection? correction) => correction is null ? clause : clause with
    {
        Label = Differs(clause.Label, correction.Label) ? correction.Label : clause.Label,
        Text = Merged(clause.Text, correction.Text),
    };

    private static Wording Merged(Wording was, Wording? now) => Wording.Languages.Aggregate(
        was, (text, language) => Differs(was.In(language), now?.In(language)) ? text.With(language, now!.In(language)) : text);

    /// <summary>What is not said stays; the same in other characters that look alike is no difference.</summary>
    private static bool Differs(string? was, string? now) => now is not null && (was is null || !TextRules.IsSame(was, now));

    private static IEnumerable<AgreementAmendment> Between(string? clause, string field, Wording was, Wording now) =>
        Wording.Languages.SelectMany(language => Between(clause, field + language, was.In(language), now.In(language)));

    private static IEnumerable<AgreementAmendment> Between(string? clause, string field, string? was, string? now) =>
        was == now ? [] : [new(clause, field, was ?? "", now ?? "")];

    private static Wording WithText(Wording text, string field, string? was) => text.With(field[(field.IndexOf('-') + 1)..], was);
}
