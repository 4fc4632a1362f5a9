using FollowUp.Items;
using FollowUp.Values;

namespace FollowUp.Parsing;

/// <summary>Reads evidence of completion.</summary>
public static class EvidenceParser
{
    public static Evidence Parse(JsonField evidence)
    {
        if (evidence.IsAbsent)
        {
            evidence.AddFault(
                $"is required: {{ kind, ref, note }}, where kind is one of {string.Join(", ", Evidence.Kinds)}; "
                + "none needs a note instead of a ref");
            return new("", null, null);
        }

        evidence.AllowOnly("kind", "ref", "note");
        string kind = evidence["kind"].OneOf(Evidence.Kinds);
        return kind == "none"
            ? new(kind, evidence["ref"].OptionalText(Limits.Title), evidence["note"].Text(Limits.Text))
            : new(kind, evidence["ref"].Text(Limits.Title), evidence["note"].OptionalText(Limits.Text));
    }
}
