using FollowUp.Agreements;
using FollowUp.Operations.Bulk;
using NodaTime;

namespace FollowUp.Http.Responses;

/// <summary>What becomes of many items together, or has become.</summary>
/// <param name="Preview">The token with which it is done; absent where something is refused.</param>
/// <param name="Changes">What the agreement itself names from then on.</param>
/// <param name="Faults">What speaks against changing the agreement itself.</param>
/// <param name="People">Who gains and who loses.</param>
public sealed record BulkResponse(
    Instant Now, string Agreement, string? Preview, bool IsApplied, int Changed, int Unchanged, int Refused,
    IEnumerable<BulkChangeResponse> Changes, IEnumerable<FaultResponse> Faults, IEnumerable<BulkShare> People,
    IEnumerable<BulkItemResponse> Items)
{
    /// <summary>Of one that was done before, that it is done, and nothing that would become different today.</summary>
    public static BulkResponse Of(BulkPlan plan, bool isApplied) => plan.IsRepeat
        ? new(plan.Now, plan.Head.Agreement.Id, null, IsApplied: true, 0, 0, 0, [], [], [], [])
        : new(
            plan.Now, plan.Head.Agreement.Id, plan.AllFaults.Any() ? null : plan.Token, isApplied,
            plan.Count(BulkOutcome.Changed), plan.Count(BulkOutcome.Unchanged), plan.Count(BulkOutcome.Refused),
            plan.Steps.Select(BulkChangeResponse.Of), plan.Faults.Select(FaultResponse.Of), plan.Shares(),
            plan.Items.Select(BulkItemResponse.Of));
}

/// <summary>One thing that becomes different.</summary>
/// <param name="Event">The journal's word for the verb: rescheduled, handed-over or reassigned.</param>
/// <param name="Was">Ids of people, or a date; none where nobody had it.</param>
public sealed record BulkChangeResponse(string Field, string Event, IReadOnlyList<string> Was, IReadOnlyList<string> Now)
{
    public static BulkChangeResponse Of(BulkStep step) => new(step.Field, step.Verb.Event, step.Was, step.Now);
}

/// <summary>An item, and what becomes of it.</summary>
/// <param name="Difference">Who hears what otherwise; absent where nothing becomes of it.</param>
public sealed record BulkItemResponse(
    string Item, Wording Title, BulkOutcome Becomes, IEnumerable<BulkChangeResponse> Changes, DifferenceResponse? Difference,
    IEnumerable<FaultResponse> Faults)
{
    public static BulkItemResponse Of(BulkItem item) => new(
        item.Before.Id, item.Before.Title, item.Outcome, item.Steps.Select(BulkChangeResponse.Of),
        item.Consequence is { } consequence ? DifferenceResponse.Of(consequence) : null, item.Faults.Select(FaultResponse.Of));
}
