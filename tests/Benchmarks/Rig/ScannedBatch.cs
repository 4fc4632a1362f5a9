using System.Text;
using Azure.Core;

namespace FollowUp.Benchmarks.Rig;

/// <summary>A batch that is looked at while it is written: to keep a copy of each would take the memory that is measured.</summary>
internal sealed class ScannedBatch(RequestContent batch, IReadOnlyList<StreamSearch> searches) : RequestContent
{
    /// <summary>Its first lines, and the address of the first row.</summary>
    private readonly byte[] beginning = new byte[1_024];

    private int begun;

    /// <summary>Known once it was written.</summary>
    public string Table
    {
        get
        {
            string lines = Encoding.UTF8.GetString(beginning, 0, begun);
            string address = lines.Split(" HTTP/1.1")[0];
            return address[(address.LastIndexOf('/') + 1)..].Split('(', '?')[0];
        }
    }

    public override void WriteTo(Stream stream, CancellationToken cancellation) => batch.WriteTo(Begin(stream), cancellation);

    public override Task WriteToAsync(Stream stream, CancellationToken cancellation) => batch.WriteToAsync(Begin(stream), cancellation);

    public override bool TryComputeLength(out long length) => batch.TryComputeLength(out length);

    public override void Dispose() => batch.Dispose();

    /// <summary>It may be written more than once; the last time counts.</summary>
    private Stream Begin(Stream stream)
    {
        begun = 0;
        foreach (StreamSearch search in searches)
        {
            search.Reset();
        }

        return new ScanningStream(stream, this);
    }

    private void Scan(ReadOnlySpan<byte> piece)
    {
        int first = Math.Min(beginning.Length - begun, piece.Length);
        piece[..first].CopyTo(beginning.AsSpan(begun));
        begun += first;
        foreach (StreamSearch search in searches)
        {
            search.Scan(piece);
        }
    }

    private sealed class ScanningStream(Stream to, ScannedBatch batch) : Stream
    {
        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            batch.Scan(buffer);
            to.Write(buffer);
        }

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            batch.Scan(buffer.Span);
            return to.WriteAsync(buffer, cancellationToken);
        }

        public override void Flush() => to.Flush();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
