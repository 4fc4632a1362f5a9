using FollowUp.Items;
using FollowUp.Values;

namespace FollowUp.Parsing;

/// <summary>Reads evidence of completion.</summary>
public static class EvidenceParser
{
    public static Evidence Parse(JsonField evidence)
    {
        evidence.AllowOnly("kind", "ref", "note");
        string kind = evidence["kind"].OneOf(Evidence.Kinds);
        return kind == "none"
            ? new(kind, evidence["ref"].OptionalText(Limits.Title), evidence["note"].Text(Limits.Text))
            : new(kind, evidence["ref"].Text(Limits.Title), evidence["note"].OptionalText(Limits.Text));
    }
}
