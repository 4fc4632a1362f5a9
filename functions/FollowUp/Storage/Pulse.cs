using Azure.Core;
using Azure.Core.Pipeline;

namespace FollowUp.Storage;

/// <summary>
/// Whether the store took what it was last given to keep. A full disk is read as well as any: only what is written tells.
/// </summary>
internal sealed class Pulse : HttpPipelinePolicy
{
    private volatile bool isRefused;

    public bool IsRefused => isRefused;

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        bool isWrite = message.Request.Method != RequestMethod.Get;
        try
        {
            await ProcessNextAsync(message, pipeline);
        }
        catch (StoreUnavailableException) when (isWrite)
        {
            isRefused = true;
            throw;
        }

        // The answer to a batch may be a refusal inside a success; a conflict was found by reading.
        if (isWrite && !message.Response.IsError && !message.Request.Uri.Path.EndsWith("$batch", StringComparison.Ordinal))
        {
            isRefused = false;
        }
    }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => ProcessNext(message, pipeline);
}
