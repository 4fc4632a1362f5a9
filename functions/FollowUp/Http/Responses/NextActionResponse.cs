using FollowUp.Items;
using NodaTime;

namespace FollowUp.Http.Responses;

/// <summary>A step that an open item waits for.</summary>
/// <param name="Action">
/// sign, report, report-again, confirm, return, decide-extension, answer-question, move-first, ask-for-word, resume or finish-first.
/// </param>
/// <param name="Role">As what they take it: owner, issuer, coordinator, liaison or counterpart.</param>
/// <param name="Who">
/// Ids of people. Empty where none is known: the other side as a whole; and the liaison in the answer to a change.
/// </param>
/// <param name="Item">The item that comes first, where the step is taken with another than this one.</param>
/// <param name="Method">With <paramref name="Href"/>, the call that takes the step; absent where it is taken elsewhere.</param>
public sealed record NextActionResponse(
    string Action, string Role, IReadOnlyList<string> Who, Instant? Since, string? Item, string? Method, string? Href)
{
    public static NextActionResponse Of(NextAction next, AgreedItem item)
    {
        (string Method, string Path)? call = next.Action switch
        {
            NextActions.Sign => ("PUT", "receipt"),
            NextActions.Report or NextActions.ReportAgain or NextActions.FinishFirst => ("PUT", "completion"),
            NextActions.Confirm => ("PUT", "confirmation"),
            NextActions.Return => ("POST", "return"),
            NextActions.DecideExtension => ("PUT", $"extensions/{item.PendingExtension!.Number}"),
            NextActions.AnswerQuestion => ("PUT", $"questions/{item.OpenQuestion!.Number}"),
            NextActions.Resume => ("DELETE", "waiting"),
            _ => null,
        };
        return new(
            next.Action, next.Role, next.Who, next.Since, next.Item == item.Id ? null : next.Item,
            call?.Method, call is var (_, path) ? $"/api/agreements/{item.Agreement}/items/{next.Item}/{path}" : null);
    }
}
