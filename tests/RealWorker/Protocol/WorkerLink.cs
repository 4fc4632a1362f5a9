using System.Collections.Concurrent;
using System.Globalization;
using System.Threading.Channels;
using Grpc.Core;

namespace FollowUp.RealWorker.Protocol;

/// <summary>The stream between this host and one worker: questions and their answers, in any order.</summary>
internal sealed class WorkerLink(string workerId)
{
    private readonly Channel<StreamingMessage> toSend = Channel.CreateUnbounded<StreamingMessage>(new() { SingleReader = true });
    private readonly ConcurrentDictionary<string, TaskCompletionSource<StreamingMessage>> asked = new();
    private readonly ConcurrentQueue<RpcLog> logs = new();
    private readonly SemaphoreSlim logged = new(0);
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long questions;

    public string WorkerId => workerId;

    /// <summary>What the worker has logged so far.</summary>
    public IReadOnlyCollection<RpcLog> Logs => logs;

    /// <summary>Completes when the worker is gone.</summary>
    public Task Ended => ended.Task;

    /// <summary>Completes when it has logged this. For one who waits at a time.</summary>
    public async Task Says(string text, CancellationToken cancel)
    {
        while (!logs.Any(log => log.Message.Contains(text, StringComparison.Ordinal)))
        {
            await logged.WaitAsync(cancel);
        }
    }

    /// <exception cref="WorkerGoneException">It went before it answered.</exception>
    public async Task<StreamingMessage> Ask(StreamingMessage question, CancellationToken cancel)
    {
        question.RequestId = Interlocked.Increment(ref questions).ToString(CultureInfo.InvariantCulture);
        TaskCompletionSource<StreamingMessage> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
        asked[question.RequestId] = answer;
        Tell(question);
        if (ended.Task.IsCompleted)
        {
            _ = answer.TrySetException(new WorkerGoneException(workerId));
        }

        return await answer.Task.WaitAsync(cancel);
    }

    public void Tell(StreamingMessage message) => _ = toSend.Writer.TryWrite(message);

    /// <summary>Ends the stream from this side, once all was sent.</summary>
    public void Close() => _ = toSend.Writer.TryComplete();

    /// <summary>Carries messages both ways until one side is gone.</summary>
    public async Task Carry(IAsyncStreamReader<StreamingMessage> from, IServerStreamWriter<StreamingMessage> to, CancellationToken gone)
    {
        try
        {
            await Task.WhenAny(Receive(from, gone), Send(to, gone));
        }
        finally
        {
            _ = toSend.Writer.TryComplete();
            ended.SetResult();
            foreach (TaskCompletionSource<StreamingMessage> answer in asked.Values)
            {
                _ = answer.TrySetException(new WorkerGoneException(workerId));
            }
        }
    }

    private async Task Send(IServerStreamWriter<StreamingMessage> to, CancellationToken gone)
    {
        await foreach (StreamingMessage message in toSend.Reader.ReadAllAsync(gone))
        {
            await to.WriteAsync(message, gone);
        }
    }

    private async Task Receive(IAsyncStreamReader<StreamingMessage> from, CancellationToken gone)
    {
        while (await from.MoveNext(gone))
        {
            StreamingMessage message = from.Current;
            if (message.ContentCase == StreamingMessage.ContentOneofCase.RpcLog)
            {
                logs.Enqueue(message.RpcLog);
                _ = logged.Release();
            }
            else if (asked.TryRemove(message.RequestId, out TaskCompletionSource<StreamingMessage>? answer))
            {
                answer.SetResult(message);
            }
        }
    }
}

/// <summary>The worker went away; what it was asked for may have been done or not.</summary>
internal sealed class WorkerGoneException(string workerId) : Exception($"Worker {workerId} is gone.");
