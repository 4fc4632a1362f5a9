using FollowUp.Items;
using FollowUp.Journal;
using FollowUp.Values;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace FollowUp.Http;

/// <summary><c>POST …/questions</c>: the owner asks the issuer, or the issuer the owner. 201; 200 for the same again.</summary>
public sealed class AskQuestion(ItemVerb verb)
{
    [Function(nameof(AskQuestion))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/agreements/{agreement}/items/{item}/questions")]
        HttpRequest request,
        string agreement,
        string item,
        [DurableClient] DurableTaskClient client) => verb.Run(new(nameof(AskQuestion), agreement, item), request, client, body =>
    {
        string text = body.AllowOnly("by", "text")["text"].Text(Limits.Text);
        return new((item, by, at, _) => item.Ask(by, at, text), EventNames.QuestionAsked, JournalText.OfQuestion) { IsCreation = true };
    });
}
