using FollowUp.Agreements;
using FollowUp.Values;

namespace FollowUp.Parsing;

/// <summary>An agreement as it was sent in, with its items: well formed, not yet accepted.</summary>
/// <param name="Pointer">Where it stood in the body.</param>
public sealed record AgreementDraft(Agreement Agreement, IReadOnlyList<ItemDraft> Items, string Pointer)
{
    /// <summary>The same content has the same fingerprint, however it was spaced or ordered.</summary>
    public string Fingerprint => Fingerprints.HashOf(new { Agreement, Items = Items.Select(item => item.Fingerprint) });
}
