using FollowUp.Items;
using FollowUp.Values;

namespace FollowUp.Parsing;

/// <summary>How evidence of completion is written down.</summary>
public static class EvidenceForm
{
    public static Evidence Read(JsonField evidence)
    {
        evidence.Only("kind", "ref", "note");
        string kind = evidence["kind"].OneOf(Evidence.Kinds);
        return kind == "none"
            ? new(kind, evidence["ref"].OptionalText(Limits.Title), evidence["note"].Text(Limits.Text))
            : new(kind, evidence["ref"].Text(Limits.Title), evidence["note"].OptionalText(Limits.Text));
    }
}
