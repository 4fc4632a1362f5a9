using System.Diagnostics.CodeAnalysis;
using Azure;
using Azure.Core;

namespace FollowUp.Tables.Http;

/// <summary>An answer that came from nowhere.</summary>
internal sealed class PlainResponse(int status, string reason, Headers headers, byte[]? body) : Response
{
    public override int Status => status;

    public override string ReasonPhrase => reason;

    public override Stream? ContentStream { get; set; } = new MemoryStream(body ?? [], writable: false);

    public override string ClientRequestId { get; set; } = "";

    public override void Dispose()
    {
        // Nothing is held, and readers may keep the stream: the client hands some of them on after it has disposed of the message.
    }

    protected override bool TryGetHeader(string name, [NotNullWhen(true)] out string? value) => headers.TryGet(name, out value);

    protected override bool TryGetHeaderValues(string name, [NotNullWhen(true)] out IEnumerable<string>? values) =>
        headers.TryGet(name, out values);

    protected override bool ContainsHeader(string name) => headers.TryGet(name, out string? _);

    protected override IEnumerable<HttpHeader> EnumerateHeaders() => headers;
}
