using FollowUp.Changes;
using FollowUp.Operations.Changes;

namespace FollowUp.Http.Responses;

/// <summary>What is new. At least once: an event that comes again has the same source and id.</summary>
/// <param name="Next">The <c>since</c> of the next call; the same again as long as nothing is new.</param>
/// <param name="More">Whether to call again at once, also where this has no event.</param>
public sealed record ChangesResponse(IReadOnlyList<CloudEvent> Events, string Next, bool More)
{
    internal static ChangesResponse Of(ChangePage page) => new(page.Events, page.Next.Format(), page.HasMore);
}
