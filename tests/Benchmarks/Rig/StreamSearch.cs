namespace FollowUp.Benchmarks.Rig;

/// <summary>How often a text passes, in whatever pieces it comes.</summary>
internal sealed class StreamSearch(byte[] text)
{
    /// <summary>The end of what passed: too short to hold the text, long enough to begin it.</summary>
    private readonly byte[] last = new byte[text.Length - 1];

    private int held;

    public int Count { get; private set; }

    public void Scan(ReadOnlySpan<byte> piece)
    {
        Span<byte> seam = stackalloc byte[2 * last.Length];
        last.AsSpan(0, held).CopyTo(seam);
        ReadOnlySpan<byte> head = piece[..Math.Min(last.Length, piece.Length)];
        head.CopyTo(seam[held..]);
        seam = seam[..(held + head.Length)];
        Count += seam.Count(text) + piece.Count(text);
        ReadOnlySpan<byte> all = piece.Length < last.Length ? seam : piece;
        held = Math.Min(last.Length, all.Length);
        all[^held..].CopyTo(last);
    }

    /// <summary>Counts from nothing again.</summary>
    public void Reset() => (Count, held) = (0, 0);
}
