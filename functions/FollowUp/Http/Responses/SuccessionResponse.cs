using FollowUp.Operations.Bulk;
using FollowUp.Operations.Successions;
using FollowUp.Parsing;
using FollowUp.People;
using FollowUp.Phrases;
using NodaTime;

namespace FollowUp.Http.Responses;

/// <summary>What a succession would do, were it done now.</summary>
/// <param name="Preview">The token with which it is asked for.</param>
/// <param name="At">When it begins.</param>
/// <param name="Shares">Who gains and who loses.</param>
/// <param name="People">Whose own rows change: who names the one who leaves as a substitute or contact, and the one who leaves.</param>
public sealed record SuccessionPreviewResponse(
    Instant Now, string Person, string Successor, LocalDate On, Instant At, string Preview, int Changed, int Left,
    IEnumerable<BulkShare> Shares, IEnumerable<string> People, IEnumerable<BulkResponse> Agreements)
{
    public static SuccessionPreviewResponse Of(Succession draft, SuccessionPlan plan) => new(
        draft.AskedAt, draft.Person, draft.Successor, draft.On, draft.At, plan.Token,
        plan.Agreements.Sum(one => one.Count(BulkOutcome.Changed)), plan.Agreements.Sum(one => one.Count(BulkOutcome.Refused)),
        BulkPlan.SharesOf(plan.Agreements), plan.People.Select(person => person.Id),
        plan.Agreements.Select(one => BulkResponse.Of(one, isApplied: false)));
}

/// <summary>What could not be given on, and why; <paramref name="Said"/> has it as data.</summary>
public sealed record LeftBehindResponse(string Agreement, string Item, string Why, Phrase? Said);

/// <summary>The succession of somebody, the last one; none where there never was one.</summary>
public sealed record SuccessionsResponse(IReadOnlyList<SuccessionResponse> Successions)
{
    public static SuccessionsResponse Of(Succession? one) => new(one is null ? [] : [SuccessionResponse.Of(one)]);
}

/// <summary>A succession as it stands.</summary>
/// <param name="State"><c>scheduled</c>, <c>running</c>, <c>done</c> or <c>called-off</c>.</param>
public sealed record SuccessionResponse(
    string Person, int Number, string Successor, LocalDate On, Instant At, string Reason, string By, Instant AskedAt, string State,
    Instant? BegunAt, Instant? DoneAt, Instant? CalledOffAt, string? CalledOffBy, IEnumerable<LeftBehindResponse> Left)
{
    public static SuccessionResponse Of(Succession one) => new(
        one.Person, one.Number, one.Successor, one.On, one.At, one.Reason, one.By, one.AskedAt,
        one.CalledOffAt is not null ? "called-off" : one.DoneAt is not null ? "done" : one.BegunAt is not null ? "running" : "scheduled",
        one.BegunAt, one.DoneAt, one.CalledOffAt, one.CalledOffBy,
        one.Left.Select(left => new LeftBehindResponse(left.Agreement, left.Item, left.Why, FaultPhrases.OfField(left.Why))));
}
