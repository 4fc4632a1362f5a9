using System.Globalization;
using FollowUp.Items;
using FollowUp.Journal;
using FollowUp.Storage;
using FollowUp.Values;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace FollowUp.Http;

/// <summary><c>PUT …/questions/{n}</c>: whoever was asked answers, and whoever asked hears it.</summary>
public sealed class AnswerQuestion(ItemVerb verb)
{
    [Function(nameof(AnswerQuestion))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/agreements/{agreement}/items/{item}/questions/{number}")]
        HttpRequest request,
        string agreement,
        string item,
        string number,
        [DurableClient] DurableTaskClient client) => verb.Run(new(nameof(AnswerQuestion), agreement, item), request, client, body =>
    {
        string text = body.AllowOnly("by", "text")["text"].Text(Limits.Text);
        return new((item, by, at, _) => item.Reply(by, at, Known(item, number), text), EventNames.QuestionAnswered, _ => text);
    });

    /// <exception cref="NotFoundException">No question of that number was asked.</exception>
    private static int Known(AgreedItem item, string number) =>
        int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out int n) && n >= 1 && n <= item.Questions.Count
            ? n
            : throw new NotFoundException($"Question {number} of item {item.Id}");
}
