using FollowUp.Faults;
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
            evidence.AddFault(RegisterFaults.EvidenceMissing.Fill((object)Evidence.Kinds));
            return new("", null, null);
        }

        evidence.AllowOnly("kind", "ref", "note");
        string kind = evidence["kind"].OneOf(Evidence.Kinds);
        return kind == "none"
            ? new(kind, evidence["ref"].OptionalText(Limits.Title), evidence["note"].Text(Limits.Text))
            : new(kind, evidence["ref"].Text(Limits.Title), evidence["note"].OptionalText(Limits.Text));
    }
}
