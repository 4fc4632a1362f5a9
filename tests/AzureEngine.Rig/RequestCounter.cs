using Azure.Core;
using Azure.Core.Pipeline;

namespace FollowUp.AzureEngine;

/// <summary>Counts the requests that an engine sends to its storage, each try of them.</summary>
public sealed class RequestCounter : HttpPipelineSynchronousPolicy
{
    private int requests;

    public int Requests => Volatile.Read(ref requests);

    public override void OnSendingRequest(HttpMessage message) => Interlocked.Increment(ref requests);
}
