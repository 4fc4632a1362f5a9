using FollowUp.Agreements;
using FollowUp.Parsing;
using FollowUp.Storage;
using FollowUp.Values;
using NodaTime;

namespace FollowUp.Operations.Bulk;

/// <summary>A change that somebody wants for many items of an agreement, together.</summary>
/// <param name="Items">Null for all that are open: then what the agreement names for its items changes with them.</param>
/// <param name="By">Who does it, which the journal says of every change.</param>
public sealed record BulkRequest(string Agreement, IReadOnlyList<string>? Items, string By, BulkChange Change)
{
    /// <summary>Whether they do it for the office, which stands in for every coordinator.</summary>
    public bool IsForOffice { get; init; }
}

/// <summary>Who has a part in so many items more, or fewer.</summary>
public sealed record BulkShare(string Person, int Gained, int Lost);

/// <summary>What would become of each item, decided on the agreement as it stands.</summary>
/// <param name="After">The agreement as it would be; the very same where it stays.</param>
/// <param name="Faults">What speaks against changing the agreement itself.</param>
public sealed record BulkPlan(
    BulkRequest Request, StoredAgreement Head, Agreement After, IReadOnlyList<BulkStep> Steps, IReadOnlyList<BulkItem> Items,
    IReadOnlyList<Fault> Faults, Instant Now)
{
    private const int TokenLength = 32;

    /// <summary>Whether it was done under this token before: what others did since is not done over again.</summary>
    public bool IsRepeat { get; init; }

    /// <summary>All that speaks against it, of the agreement and of its items.</summary>
    public IEnumerable<Fault> AllFaults => Faults.Concat(Items.SelectMany(item => item.Faults));

    public IEnumerable<BulkItem> Changed => Items.Where(item => item.Outcome == BulkOutcome.Changed);

    public bool ChangesAgreement => Faults.Count == 0 && Steps.Count > 0;

    /// <summary>
    /// The same for as long as the same would be done: another request, another open item, a verb that somebody did meanwhile on one of
    /// them makes another.
    /// </summary>
    public string Token => Fingerprints.HashOf(new
    {
        Request.Agreement,
        Request.Items,
        Request.By,
        Request.Change.Reason,
        Steps = Steps.Select(step => new { step.Field, step.Was, step.Now }),
        Rows = Items.Select(item => item.Decided),
    })[..TokenLength];

    /// <summary>Who gains and who loses, by how many parts in items; whoever has most of it first.</summary>
    public IReadOnlyList<BulkShare> Shares() => SharesOf([this]);

    /// <summary>The same of several agreements.</summary>
    public static IReadOnlyList<BulkShare> SharesOf(IEnumerable<BulkPlan> plans)
    {
        List<BulkStep> steps =
            [.. plans.SelectMany(plan => plan.Changed).SelectMany(item => item.Steps).Where(step => step.Field != BulkParser.DueOn)];
        return
        [
            .. steps.SelectMany(step => step.Was.Concat(step.Now)).Distinct().Select(person => new BulkShare(
                person, steps.Count(step => step.Now.Contains(person) && !step.Was.Contains(person)),
                steps.Count(step => step.Was.Contains(person) && !step.Now.Contains(person))))
                .Where(share => share.Gained + share.Lost > 0)
                .OrderByDescending(share => share.Gained + share.Lost).ThenBy(share => share.Person, StringComparer.Ordinal),
        ];
    }

    public int Count(BulkOutcome outcome) => Items.Count(item => item.Outcome == outcome);
}
