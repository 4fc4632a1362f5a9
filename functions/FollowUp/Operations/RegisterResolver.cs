using FollowUp.Items;
using FollowUp.Parsing;
using FollowUp.Storage;
using NodaTime;

namespace FollowUp.Operations;

/// <summary>An agreement of a register, with its items as they would be registered.</summary>
/// <param name="Standing">What would come of registering it.</param>
public sealed record ResolvedAgreement(AgreementDraft Draft, IReadOnlyList<AgreedItem> Items, RegistrationResult Standing);

/// <summary>What a register comes to before anything of it is stored.</summary>
/// <param name="Known">All that its agreements refer to, with the revisions that it has or would get.</param>
public sealed record ResolvedRegister(ResolvedReferences Known, IReadOnlyList<ResolvedAgreement> Agreements);

/// <summary>
/// Finds out what a register comes to. Registering it and trying it out both ask here, so that one refuses what the other does, in the
/// same words.
/// </summary>
public sealed class RegisterResolver(ReferenceResolver references, AgreementRegistration registration)
{
    /// <param name="context">What was found wrong with the body so far; hears the rest.</param>
    /// <exception cref="InvalidInputException">Something is wrong with it.</exception>
    /// <exception cref="TakenException">An agreement's id is taken by other content.</exception>
    public async Task<ResolvedRegister> Resolve(
        RegisterFile register, ParseContext context, IdempotencyRecord? answer, Instant now, CancellationToken cancel)
    {
        ResolvedReferences known = await references.Resolve(register, context, cancel);
        context.ThrowIfFaulty();
        IReadOnlyList<IReadOnlyList<AgreedItem>> items = Accept(register, known, now, context);
        context.ThrowIfFaulty();
        List<ResolvedAgreement> prospects = [];
        foreach ((AgreementDraft draft, IReadOnlyList<AgreedItem> its) in register.Agreements.Zip(items))
        {
            prospects.Add(new(draft, its, Demand(draft, await registration.Check(draft, answer, cancel))));
        }

        return new(known, prospects);
    }

    /// <summary>The items of each agreement as they would be, or a fault for each that cannot be followed.</summary>
    public static IReadOnlyList<IReadOnlyList<AgreedItem>> Accept(
        RegisterFile register, ResolvedReferences known, Instant now, ParseContext context) =>
    [
        .. register.Agreements.Select(draft => (IReadOnlyList<AgreedItem>)
            [.. draft.Items.Select(
                item => ItemAcceptance.Accept(item, draft.Agreement, known, now, fault => context.AddFault(fault.Pointer, fault.Detail)))]),
    ];

    /// <exception cref="TakenException">Its id is taken by other content.</exception>
    public static RegistrationResult Demand(AgreementDraft draft, RegistrationResult result) =>
        result == RegistrationResult.Taken ? throw TakenException.Of($"Agreement {draft.Agreement.Id}") : result;
}
