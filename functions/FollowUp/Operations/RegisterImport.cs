using FollowUp.Concurrency;
using FollowUp.Items;
using FollowUp.Parsing;
using FollowUp.Scheduling;
using FollowUp.Storage;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace FollowUp.Operations;

/// <summary>Takes a register in, whole or not at all: check everything, store, start the clocks, and only then answer.</summary>
public sealed class RegisterImport(
    RegisterResolver resolution, ReferenceStore reference, PersonUpdater people, AgreementRegistration registration, TimeProvider clock,
    ILogger<RegisterImport> log)
{
    /// <summary>One start takes some sixty milliseconds on Azure, nearly all of it waiting.</summary>
    private const int StartsAtOnce = 32;

    /// <summary>Azure gives up on a request after 230 seconds. What is not started by then the sweep starts within minutes.</summary>
    private static readonly Duration Budget = Duration.FromSeconds(60);

    private Instant Now => clock.Now();

    /// <param name="through">
    /// Through whom an agreement is registered by that coordinator: a word of <see cref="Journal.Through"/>; null where by themselves.
    /// </param>
    /// <returns>What became of each agreement, in their order.</returns>
    /// <exception cref="InvalidInputException">Something is wrong with it; nothing was stored.</exception>
    /// <exception cref="TakenException">An agreement's id is taken by other content.</exception>
    public async Task<IReadOnlyList<RegistrationResult>> Import(
        RegisterFile register, ParseContext context, IdempotencyRecord? answer, Func<string, string?> through, DurableTaskClient client,
        CancellationToken cancel)
    {
        Instant now = Now;
        ResolvedRegister resolved = await resolution.Resolve(register, context, answer, now, cancel);
        List<RegistrationResult> results = [.. resolved.Agreements.Select(prospect => prospect.Standing)];
        ResolvedReferences stored = await Store(register, resolved.Known, client, cancel);
        using ConcurrencyLimiter limiter = new(StartsAtOnce, Now + Budget, () => Now);
        foreach ((int at, (AgreementDraft draft, IReadOnlyList<AgreedItem> items)) in register.Agreements.Zip(
            RegisterResolver.Accept(register, stored, now, context)).Index())
        {
            if (results[at] == RegistrationResult.New)
            {
                string? byWhom = through(draft.Agreement.Coordinator);
                results[at] = RegisterResolver.Demand(draft, await registration.Register(draft, items, answer, byWhom, now, cancel));
            }

            // Also for one that was there: its caller may never have got past this line the first time.
            await StartAll(items, limiter, client);
        }

        if (limiter.LeftOver > 0)
        {
            log.ClocksLeft(limiter.LeftOver);
        }

        return results;
    }

    /// <summary>Reference data first; items are then accepted with the revisions that it got.</summary>
    private async Task<ResolvedReferences> Store(
        RegisterFile register, ResolvedReferences known, DurableTaskClient client, CancellationToken cancel)
    {
        Dictionary<string, Calendars.WorkCalendar> calendars = new(known.Calendars);
        Dictionary<string, Plans.Plan> plans = new(known.Plans);
        foreach (Calendars.WorkCalendar calendar in register.Calendars)
        {
            calendars[calendar.Id] = await reference.Put(calendar, cancel);
        }

        foreach (Plans.Plan plan in register.Plans)
        {
            plans[plan.Id] = await reference.Put(plan, cancel);
        }

        _ = await people.Write(register.People, client, cancel);
        return known with { Calendars = calendars, Plans = plans };
    }

    /// <summary>Also for a caller who has left: what is registered is to be followed.</summary>
    private static Task StartAll(IReadOnlyList<AgreedItem> items, ConcurrencyLimiter limiter, DurableTaskClient client) =>
        Task.WhenAll(items.Select(async item =>
    {
        if (await limiter.TryEnter())
        {
            try
            {
                await client.Start(new ItemRef(item.Agreement, item.Id), CancellationToken.None);
            }
            finally
            {
                limiter.Leave();
            }
        }
    }));
}
