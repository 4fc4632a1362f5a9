using FollowUp.Letters;

namespace FollowUp.Delivery;

/// <summary>A rendered letter, and the notices that could not be rendered.</summary>
/// <param name="Letter">Null where none of them can.</param>
/// <param name="Unrenderable">Notices that no letter will ever carry: the others go without them.</param>
public sealed record RenderResult(RenderedLetter? Letter, IReadOnlyList<NoticeFacts> Unrenderable);
