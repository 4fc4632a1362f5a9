using FollowUp.Values;

namespace FollowUp.Delivery;

/// <summary>What a channel says when it takes a letter, as it is kept: somebody else's words, so one line of bounded length.</summary>
internal static class ChannelReply
{
    /// <summary>A reply line of SMTP has at most 512 characters (RFC 5321, 4.5.3.1.5); what matters stands at its beginning.</summary>
    private const int LengthMax = 300;

    public static string Of(int status, string said)
    {
        string line = new([.. said.Select(letter => char.IsControl(letter) || letter is '\u2028' or '\u2029' ? ' ' : letter)]);
        string kept = TextRules.NormalizeUnicode($"{status} {line}".Trim());
        return kept.Length > LengthMax ? TextRules.Truncate(kept, LengthMax) : kept;
    }
}
