using Azure.Core;
using Azure.Core.Pipeline;

namespace FollowUp.Storage;

/// <summary>
/// Writes nothing into a store that has a <see cref="MoveMark"/>: two hosts, each on one end of a move, would both send what is due.
/// Nothing is sent that is not written first (law 3), so what cannot be written is not sent either. Asks once, before the first write.
/// </summary>
/// <param name="mark">Reads it.</param>
internal sealed class MovedStorePolicy(Func<CancellationToken, Task<MoveMark?>> mark) : HttpPipelinePolicy
{
    private volatile bool isOpen;

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        if (!isOpen && message.Request.Method != RequestMethod.Get)
        {
            isOpen = await mark(message.CancellationToken) is not { } moved ? true : throw new StoreUnavailableException(
                new MovedStoreException(moved.Trouble));
        }

        await ProcessNextAsync(message, pipeline);
    }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => ProcessNext(message, pipeline);
}

/// <summary>The store is an end of a move, and not the one to write into.</summary>
internal sealed class MovedStoreException(StoreTrouble trouble) : Exception(trouble.Sentence)
{
    public StoreTrouble Trouble => trouble;
}
