using FollowUp.Access;
using FollowUp.Faults;
using FollowUp.Items;
using FollowUp.Operations;
using FollowUp.Parsing;
using FollowUp.Scheduling;
using FollowUp.Storage;
using FollowUp.Values;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using NodaTime;

namespace FollowUp.Http;

/// <summary>
/// <c>POST /api/agreements/{agreement}/items</c>: one more item of an agreement. 201; 200 for the same again; 409 for other content.
/// </summary>
public sealed class AddItem(
    ReferenceResolver references, ItemAddition addition, AgreementStore store, AgreementQueries queries, ItemAnswers answers,
    TimeProvider clock)
{
    [Function(nameof(AddItem))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/agreements/{agreement}/items")] HttpRequest request,
        string agreement,
        [DurableClient] DurableTaskClient client) => Refusals.Answer(new(nameof(AddItem), agreement), request, async cancel =>
    {
        StoredAgreement head = await store.AgreementAt(agreement, cancel);
        RequestBody body = await RequestBody.Read(request, cancel);
        ParseContext context = new();
        ItemDraft draft = ItemParser.Parse(context.ParseJson(body.Bytes), head.Agreement);
        Instant now = clock.Now();
        AgreedItem item = await Accept(draft, head, context, now, cancel);

        RegistrationResult result = await addition.Add(
            draft, item, body.IdempotencyKey(), ActingPerson.Registering(request.HttpContext)(item.Coordinator), now, cancel);
        if (result == RegistrationResult.Taken)
        {
            throw new TakenException($"Item {item.Id} of agreement {agreement}");
        }

        await client.Start(new ItemRef(agreement, item.Id), CancellationToken.None);
        request.HttpContext.Response.Headers.Location = $"/api/agreements/{agreement}/items/{item.Id}";
        LoadedItem stored = await store.Load(agreement, item.Id, Freshness.Current, cancel)
            ?? throw new NotFoundException($"Item {item.Id}");
        return await answers.Changed(request, stored.Item.Item, now, result == RegistrationResult.New ? 201 : 200, cancel);
    }, AcceptedInputs.IdempotencyKey);

    private async Task<AgreedItem> Accept(
        ItemDraft draft, StoredAgreement head, ParseContext context, Instant now, CancellationToken cancel)
    {
        // Its agreement's chain and coordinator will hear of it, so they must be known as well.
        foreach (string person in head.Agreement.Chain.Append(head.Agreement.Coordinator))
        {
            context.AddReference(new(ReferenceKind.Person, person, ""));
        }

        ItemDependencyRules.CheckDependencies(draft, head.Items, context);
        await CheckNumber(draft, head, context, cancel);
        if (ItemDependencyRules.SeriesOf(draft.Id) is { } series && Identifier.IsValid(series)
            && (await store.Load(head.Agreement.Id, series, Freshness.Current, cancel))?.Item.Item.Recurrence is not null)
        {
            ItemDependencyRules.AddOccurrenceIdFault(draft, series, context);
        }

        ResolvedReferences known = await references.Resolve(new([], [], [], []), context, cancel);
        context.ThrowIfFaulty();
        AgreedItem item = ItemAcceptance.Accept(draft, head.Agreement, known, now, fault => context.AddFault(fault.Pointer, fault.Detail));
        context.ThrowIfFaulty();
        return item;
    }

    /// <summary>The items are read for that alone, and only where there is a number.</summary>
    private async Task CheckNumber(ItemDraft draft, StoredAgreement head, ParseContext context, CancellationToken cancel)
    {
        if (draft.Number is { } number && (await queries.Items(head.Agreement.Id, cancel)).FirstOrDefault(
            one => one.Item.Id != draft.Id && one.Item.Number is { } its && SearchText.Fold(its) == SearchText.Fold(number)) is { } known)
        {
            context.AddFault("/number", SheetFaults.NumberTaken.Fill(known.Item.Id));
        }
    }
}
