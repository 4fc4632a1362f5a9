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
            : new(kind, Reference(evidence["ref"], isLink: kind == "link"), evidence["note"].OptionalText(Limits.Text));
    }

    /// <summary>
    /// A link is followed by whoever confirms: it must lead to a page from wherever they read, and to nothing that runs.
    /// </summary>
    private static string Reference(JsonField field, bool isLink)
    {
        string text = field.Text(Limits.Title);
        if (isLink && text.Length > 0 && !IsPage(text))
        {
            field.AddFault(RegisterFaults.LinkNotWhole.Fill());
        }

        return text;
    }

    private static bool IsPage(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out Uri? address)
        && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp) && address.Host.Length > 0;
}
