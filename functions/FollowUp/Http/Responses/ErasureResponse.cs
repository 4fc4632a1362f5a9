using FollowUp.Operations.Erasures;
using NodaTime;

namespace FollowUp.Http.Responses;

/// <summary>An erasure that is shown, or is done: then the register has nothing but the id of that person any more.</summary>
/// <param name="Preview">The token with which it is done; absent once it is.</param>
/// <param name="At">When it was done; absent in a preview, as who did it.</param>
/// <param name="Agreements">Those whose ledgers may keep an address that letters to them went to, since the journal seals it.</param>
public sealed record ErasureResponse(string Person, string? Preview, Instant? At, string? By, IReadOnlyList<string> Agreements)
{
    public static ErasureResponse OfPreview(ErasurePlan plan) => new(plan.Person.Id, plan.Token, null, null, plan.Agreements);

    public static ErasureResponse OfDone(ErasurePlan plan) =>
        new(plan.Person.Id, null, plan.Person.Erased!.At, plan.Person.Erased.By, plan.Agreements);
}
