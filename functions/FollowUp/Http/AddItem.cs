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

/// <summary><c>POST /api/agreements/{agreement}/items</c>: one more item of an agreement. 201; 200 for the same again; 409 for other content.</summary>
public sealed class AddItem(ReferenceResolver references, AgreementRegistration registration, AgreementStore store, ItemAnswers answers, TimeProvider clock)
{
    [Function(nameof(AddItem))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/agreements/{agreement}/items")] HttpRequest request,
        string agreement,
        [DurableClient] DurableTaskClient client) => Refusals.Answer(request, async cancel =>
    {
        RouteIds.Demand($"Agreement {agreement}", agreement);
        StoredAgreement head = await store.Find(agreement, cancel) is { IsActive: true } found ? found : throw new NotFoundException($"Agreement {agreement}");
        Body body = await Body.Read(request, cancel);
        ParseContext parse = new();
        ItemDraft draft = ItemForm.Read(parse.Root(body.Bytes), head.Agreement);
        Instant now = Instant.FromDateTimeOffset(clock.GetUtcNow());
        AgreedItem item = await Accept(draft, head, parse, now, cancel);

        RegistrationResult result = await registration.Add(draft, item, body.Key(), now, cancel);
        if (result == RegistrationResult.Taken)
        {
            throw new TakenException($"Item {item.Id} of agreement {agreement}");
        }

        await client.Start(new ItemRef(agreement, item.Id), CancellationToken.None);
        request.HttpContext.Response.Headers.Location = $"/api/agreements/{agreement}/items/{item.Id}";
        StoredItem stored = await store.FindItem(agreement, item.Id, cancel) ?? throw new NotFoundException($"Item {item.Id}");
        return await answers.Changed(request, stored.Item, now, result == RegistrationResult.New ? 201 : 200, cancel);
    });

    private async Task<AgreedItem> Accept(ItemDraft draft, StoredAgreement head, ParseContext parse, Instant now, CancellationToken cancel)
    {
        // Its agreement's people are referred to as well: they are in the chain that will hear of it.
        foreach (string person in head.Agreement.Chain.Append(head.Agreement.Coordinator))
        {
            parse.Refer(new(Referred.Person, person, ""));
        }

        ItemDependencyRules.RefuseStrangers(draft, head.Items, parse);
        if (ItemDependencyRules.SeriesOf(draft.Id) is { } series && Identifier.IsValid(series) && (await store.FindItem(head.Agreement.Id, series, cancel))?.Item.Recurrence is not null)
        {
            parse.Fault("/id", $"is kept for an occurrence of {series}, which comes round");
        }

        ResolvedReferences known = await references.Resolve(new([], [], [], []), parse, cancel);
        parse.Demand();
        AgreedItem item = ItemAcceptance.Accept(draft, head.Agreement, known, now, fault => parse.Fault(fault.Pointer, fault.Detail));
        parse.Demand();
        return item;
    }
}
