using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace FollowUp.Storage;

/// <summary>
/// Puts every way in which the client library gives up into one word. After its own tries it answers with a status, throws what
/// the last try threw, or throws all of them together, by what went wrong on the way.
/// </summary>
internal sealed class TransientFailurePolicy : HttpPipelinePolicy
{
    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        try
        {
            await ProcessNextAsync(message, pipeline);
        }
        catch (Exception failure) when (IsIndeterminate(failure, message.CancellationToken))
        {
            throw new StoreUnavailableException(failure);
        }

        if (IsIndeterminate(message.Response.Status))
        {
            throw new StoreUnavailableException(new RequestFailedException(message.Response));
        }
    }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => ProcessNext(message, pipeline);

    /// <summary>Whether a failure says nothing about what the store did.</summary>
    public static bool IsIndeterminate(int status) => status is 0 or 408 or 429 or >= 500;

    private static bool IsIndeterminate(Exception failure, CancellationToken cancel) => failure switch
    {
        RequestFailedException refused => IsIndeterminate(refused.Status),
        OperationCanceledException => !cancel.IsCancellationRequested,
        AggregateException or IOException => true,
        _ => false,
    };
}

/// <summary>The store has not done what it was asked. Its <see cref="Trouble"/> says why, and whether a later try may succeed.</summary>
/// <param name="words">Where it is known better what is the matter.</param>
public sealed class StoreUnavailableException(Exception cause, string? words = null)
    : Exception(words ?? StoreTrouble.Of(cause).Sentence, cause)
{
    /// <summary>Whether a failure says that the store is away.</summary>
    public static bool Is(Exception failure) => failure is StoreUnavailableException;

    public StoreTrouble Trouble => StoreTrouble.Of(InnerException!);
}
