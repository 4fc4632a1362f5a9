using Azure.Core;
using Azure.Core.Pipeline;

namespace FollowUp.Storage;

/// <summary>
/// Whether the store took what it was last given to keep. A full disk is read as well as any: only what is written tells.
/// </summary>
internal sealed class WriteHealthPolicy : HttpPipelinePolicy
{
    private volatile StoreTrouble? refusal;

    /// <summary>Why it did not; null where it did.</summary>
    public StoreTrouble? Refusal => refusal;

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        bool isWrite = message.Request.Method != RequestMethod.Get;
        try
        {
            await ProcessNextAsync(message, pipeline);
        }
        catch (StoreUnavailableException failure) when (isWrite || !failure.Trouble.Passes)
        {
            refusal = failure.Trouble;
            throw;
        }

        // The answer to a batch may be a refusal inside a success; a conflict was found by reading.
        if (isWrite && !message.Response.IsError && !message.Request.Uri.Path.EndsWith("$batch", StringComparison.Ordinal))
        {
            refusal = null;
        }
    }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => ProcessNext(message, pipeline);
}
