using FollowUp.Answers;
using FollowUp.Delivery;
using FollowUp.Operations;
using FollowUp.Parsing;
using FollowUp.Values;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using NodaTime;

namespace FollowUp.Http;

/// <summary>
/// <c>POST /api/answers</c>: what the link of a letter is for is done, once, as its reader. The body has the fields of the call that does
/// the same under <c>/api/agreements</c>, without <c>by</c>. Said again, it answers with what was recorded.
/// </summary>
public sealed class GiveAnswer(AnswerDesk desk, LinkSettings links, TimeProvider clock)
{
    [Function(nameof(GiveAnswer))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/answers")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => Refusals.Answer(new(nameof(GiveAnswer)), request, async cancel =>
    {
        AnswerScope scope = LinkToken.Demand(request, links);
        Instant now = clock.Now();
        AnswerView before = await desk.Show(scope, now, cancel);
        LinkRefusedException.ThrowIfExpired(before);
        if (before.Standing == AnswerStanding.Recorded)
        {
            return ShowAnswers.Answer(request, before, links);
        }

        RequestBody body = await RequestBody.Read(request, cancel);
        ParseContext context = new();
        AnswerContent content = Read(scope.Action, context.ParseJson(body.Bytes));
        context.ThrowIfFaulty();
        _ = await desk.Give(scope, content, Preconditions.IfMatchRevisions(request), now, client, cancel);
        return ShowAnswers.Answer(request, await desk.Show(scope, now, cancel), links);
    }, AcceptedInputs.IfMatch);

    private static AnswerContent Read(string action, JsonField body) => action switch
    {
        AnswerAction.Sign => Nothing(body.AllowOnly()),
        AnswerAction.Progress or AnswerAction.Reply => new(body.AllowOnly("text")["text"].Text(Limits.Text), null, null),
        AnswerAction.Complete => new(null, EvidenceParser.Parse(body.AllowOnly("evidence")["evidence"]), null),
        AnswerAction.Extend => new(body.AllowOnly("dueOn", "reason")["reason"].Text(Limits.Text), null, body["dueOn"].Date()),
        AnswerAction.HandBack or AnswerAction.Return => new(body.AllowOnly("reason")["reason"].Text(Limits.Text), null, null),
        _ => new(body.AllowOnly("note")["note"].OptionalText(Limits.Text), null, null),
    };

    private static AnswerContent Nothing(JsonField _) => new(null, null, null);
}
