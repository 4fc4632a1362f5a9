using System.Diagnostics.CodeAnalysis;
using Azure.Core;

namespace FollowUp.Tables.Http;

/// <summary>A request that goes nowhere: a list of headers is all it takes.</summary>
internal sealed class PlainRequest(long number) : Request
{
    private readonly Headers headers = new();
    private string? clientRequestId;

    /// <summary>The pipeline only wants it to differ from request to request.</summary>
    public override string ClientRequestId
    {
        get => clientRequestId ??= $"in-memory-{number}";
        set => clientRequestId = value;
    }

    public override void Dispose() => Content?.Dispose();

    protected override void SetHeader(string name, string value) => headers.Set(name, value);

    protected override void AddHeader(string name, string value) => headers.Add(name, value);

    protected override bool TryGetHeader(string name, [NotNullWhen(true)] out string? value) => headers.TryGet(name, out value);

    protected override bool TryGetHeaderValues(string name, [NotNullWhen(true)] out IEnumerable<string>? values) =>
        headers.TryGet(name, out values);

    protected override bool ContainsHeader(string name) => headers.TryGet(name, out string? _);

    protected override bool RemoveHeader(string name) => headers.Remove(name);

    protected override IEnumerable<HttpHeader> EnumerateHeaders() => headers;
}
