using FollowUp.Operations.Erasures;
using NodaTime;

namespace FollowUp.Http.Responses;

/// <summary>What an erasure would leave.</summary>
/// <param name="Preview">The token with which it is done.</param>
/// <param name="Agreements">Those whose ledgers may keep an address that letters to them went to, since the journal seals it.</param>
public sealed record ErasurePreviewResponse(string Person, string Preview, IReadOnlyList<string> Agreements)
{
    public static ErasurePreviewResponse Of(ErasurePlan plan) => new(plan.Person.Id, plan.Token, plan.Agreements);
}

/// <summary>Somebody of whom the register has nothing but the id any more.</summary>
/// <param name="Agreements">As in the preview.</param>
public sealed record ErasureResponse(string Person, Instant At, string By, IReadOnlyList<string> Agreements)
{
    public static ErasureResponse Of(ErasurePlan plan) =>
        new(plan.Person.Id, plan.Person.Erased!.At, plan.Person.Erased.By, plan.Agreements);
}
