using FollowUp.Agreements;
using FollowUp.Items;
using FollowUp.Journal;
using FollowUp.Operations;
using FollowUp.Parsing;
using FollowUp.Values;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace FollowUp.Http;

/// <summary>
/// <c>PUT …/wording</c>: the coordinator puts title, kind, number and clause right, as many at once as are named; nobody is told.
/// </summary>
public sealed class AmendItem(ItemVerb verb, ItemWordingRules rules)
{
    [Function(nameof(AmendItem))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/agreements/{agreement}/items/{item}/wording")] HttpRequest request,
        string agreement,
        string item,
        [DurableClient] DurableTaskClient client) =>
        verb.Run(new(nameof(AmendItem), agreement, item), request, client, async (body, cancel) =>
        {
            IReadOnlyList<Amendment> wanted = [.. Wanted(body.AllowOnly("by", "title", "kind", "number", "clause", "reason"))];
            string? reason = body["reason"].OptionalText(Limits.Text);
            await rules.Check(agreement, item, wanted, body, cancel);
            return new((item, by, at, _) => item.Amend(by, at, wanted), EventNames.Amended, _ => null)
            {
                Texts = (before, after) => JournalText.OfAmendments(before, after, reason),
            };
        });

    /// <summary>What is left out stays, also a language of the title.</summary>
    private static IEnumerable<Amendment> Wanted(JsonField body)
    {
        Wording? title = body["title"].IsAbsent ? null : body["title"].Wording(Limits.Title);
        foreach (string language in Wording.Languages)
        {
            if (title?.In(language) is { } text)
            {
                yield return new(AmendedField.TitleIn(language), text);
            }
        }

        if (!body["kind"].IsAbsent)
        {
            yield return new(AmendedField.Kind, body["kind"].OneOf(AgreedItem.Kinds));
        }

        if (body["number"].OptionalText(Limits.Number)?.Trim() is { Length: > 0 } number)
        {
            yield return new(AmendedField.Number, number);
        }

        if (!body["clause"].IsAbsent)
        {
            yield return new(AmendedField.Clause, body["clause"].Id());
        }
    }
}
