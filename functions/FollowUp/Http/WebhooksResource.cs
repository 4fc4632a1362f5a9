using FollowUp.Agreements;
using FollowUp.Changes;
using FollowUp.Delivery.Webhooks;
using FollowUp.Faults;
using FollowUp.Http.Responses;
using FollowUp.Operations.Changes;
using FollowUp.Parsing;
using FollowUp.Values;
using FollowUp.Webhooks;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using NodaTime;

namespace FollowUp.Http;

/// <summary><c>GET | POST /api/webhooks</c>: which addresses outside are told what happens; one more.</summary>
public sealed class WebhooksResource(WebhookDesk desk, WebhookSettings settings, TimeProvider clock)
{
    private const string Route = "api/webhooks";

    /// <summary>Which addresses outside are told what happens, and whether they take it.</summary>
    [Function("ListWebhooks")]
    public Task<IResult> Get([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request) =>
        Refusals.Answer(new("ListWebhooks"), request, async cancel =>
        {
            Instant now = clock.Now();
            return Results.Json(
                new WebhooksResponse((await desk.All(cancel)).Select(one => WebhookResponse.Of(one, now))), Json.Options);
        });

    /// <summary>One more address that is told what happens from now on. Its secret is in this answer alone.</summary>
    [Function("AddWebhook")]
    public Task<IResult> Add([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request) =>
        Refusals.Answer(new("AddWebhook"), request, async cancel =>
        {
            ParseContext context = new();
            WebhookDraft draft = Read(context.ParseJson((await RequestBody.Read(request, cancel)).Bytes));
            context.ThrowIfFaulty();
            Webhook made = await desk.Add(draft, cancel);
            return Results.Json(
                WebhookResponse.Of(made, clock.Now(), isNew: true), Json.Options, statusCode: StatusCodes.Status201Created);
        });

    private WebhookDraft Read(JsonField body)
    {
        body.AllowOnly("id", "kind", "url", "types", "language");
        string kind = body["kind"].IsAbsent ? WebhookKind.Events : body["kind"].OneOf(WebhookKind.All);
        if (kind != WebhookKind.Teams && !body["language"].IsAbsent)
        {
            body["language"].AddFault(WebhookFaults.NotForKind.Fill(WebhookKind.Teams));
        }

        string? language = kind != WebhookKind.Teams ? null
            : body["language"].IsAbsent ? Wording.Languages[0] : body["language"].OneOf(Wording.Languages);
        IReadOnlyList<string> types = Types(body["types"]);
        return new(
            body["id"].Id(), kind, Url(body["url"]), types.Count == 0 && language is not null ? ChangeType.ForPeople : types, language);
    }

    private string Url(JsonField field)
    {
        string url = field.Text(WebhookAddress.LengthMax);
        if (url.Length > 0 && WebhookAddress.Fault(url, settings) is { } fault)
        {
            field.AddFault(fault);
        }

        return url;
    }

    private static IReadOnlyList<string> Types(JsonField field)
    {
        HashSet<string> types = [];
        foreach (JsonField member in field.List(ChangeType.All.Count))
        {
            string type = member.OneOf(ChangeType.All);
            if (!types.Add(type))
            {
                member.AddDuplicateFault(type);
            }
        }

        return [.. types];
    }
}
