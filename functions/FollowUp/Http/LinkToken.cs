using FollowUp.Answers;
using FollowUp.Delivery;
using Microsoft.AspNetCore.Http;

namespace FollowUp.Http;

/// <summary>The token that a call came with: in a header of its own, which no address, history or log of a proxy has.</summary>
internal static class LinkToken
{
    public const string Header = "x-followup-link";

    /// <exception cref="LinkRefusedException">It opens nothing.</exception>
    public static AnswerScope Demand(HttpRequest request, LinkSettings links)
    {
        string token = request.Headers[Header].ToString();
        return links.Keys is { } keys
            ? AnswerToken.Read(token, keys)
                ?? throw (AnswerToken.IsOfOtherKey(token, keys) ? LinkRefusedException.Replaced() : LinkRefusedException.Unknown())
            : throw LinkRefusedException.Unknown();
    }
}
