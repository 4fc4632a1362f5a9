using Azure.Core;
using Azure.Core.Pipeline;

namespace FollowUp.Benchmarks;

/// <summary>Counts the requests that go to the store.</summary>
internal sealed class CountingTransport(HttpPipelineTransport inner) : HttpPipelineTransport
{
    private int requests;

    public int Requests => Volatile.Read(ref requests);

    public override Request CreateRequest() => inner.CreateRequest();

    public override void Process(HttpMessage message)
    {
        Interlocked.Increment(ref requests);
        inner.Process(message);
    }

    public override ValueTask ProcessAsync(HttpMessage message)
    {
        Interlocked.Increment(ref requests);
        return inner.ProcessAsync(message);
    }
}
