using FollowUp.Access;
using FollowUp.Items;
using FollowUp.Operations;
using FollowUp.Parsing;
using FollowUp.Scheduling;
using FollowUp.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using NodaTime;

namespace FollowUp.Http;

/// <summary>
/// <c>POST /api/agreements/{agreement}/items</c>: one more item of an agreement. 201; 200 for the same again; 409 for other content.
/// </summary>
public sealed class AddItem(ItemProposal proposal, ItemAddition addition, AgreementStore store, ItemAnswers answers, TimeProvider clock)
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
        AgreedItem item = (await proposal.Accept(draft, head, context, now, cancel)).Item;

        RegistrationResult result = await addition.Add(
            draft, item, body.IdempotencyKey(), ActingPerson.Registering(request.HttpContext)(item.Coordinator), now, cancel);
        if (result == RegistrationResult.Taken)
        {
            throw TakenException.Of($"Item {item.Id} of agreement {agreement}");
        }

        await client.Start(new ItemRef(agreement, item.Id), CancellationToken.None);
        request.HttpContext.Response.Headers.Location = $"/api/agreements/{agreement}/items/{item.Id}";
        LoadedItem stored = await store.Load(agreement, item.Id, Freshness.Current, cancel)
            ?? throw new NotFoundException($"Item {item.Id}");
        return await answers.Changed(request, stored.Item.Item, now, result == RegistrationResult.New ? 201 : 200, cancel);
    }, AcceptedInputs.IdempotencyKey);
}
