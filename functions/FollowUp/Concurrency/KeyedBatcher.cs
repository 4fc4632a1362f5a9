namespace FollowUp.Concurrency;

/// <summary>
/// Batches requests by key: at most one batch of a key is in flight, and what arrives meanwhile forms the next. No timer: a lone request
/// goes at once. Where a batch fails, its requests are tried one by one, so that nobody fails for another's fault. For several threads.
/// </summary>
/// <param name="execute">Answers a batch of one key, each request in its order.</param>
/// <param name="batchMax">Requests in a batch.</param>
/// <param name="failsAll">Failures that are nobody's own fault, as when the store is away: no request is tried again for one.</param>
public sealed class KeyedBatcher<TRequest, TResponse>(
    Func<string, IReadOnlyList<TRequest>, Task<IReadOnlyList<TResponse>>> execute, int batchMax, Func<Exception, bool> failsAll)
{
    private readonly Lock gate = new();

    /// <summary>The keys of which a batch is in flight, and what waits behind it.</summary>
    private readonly Dictionary<string, Queue<Pending>> queues = [];

    public Task<TResponse> Submit(string key, TRequest request) => SubmitAll(key, [request])[0];

    public IReadOnlyList<Task<TResponse>> SubmitAll(string key, IReadOnlyList<TRequest> requests)
    {
        Pending[] pending = [.. requests.Select(request => new Pending(request))];
        if (Enqueue(key, pending))
        {
            _ = Drain(key);
        }

        return [.. pending.Select(one => one.Response)];
    }

    /// <returns>Whether nobody drains that key yet.</returns>
    private bool Enqueue(string key, IEnumerable<Pending> pending)
    {
        lock (gate)
        {
            bool isNew = !queues.TryGetValue(key, out Queue<Pending>? queue);
            if (isNew)
            {
                queues.Add(key, queue = new());
            }

            foreach (Pending one in pending)
            {
                queue!.Enqueue(one);
            }

            return isNew;
        }
    }

    private async Task Drain(string key)
    {
        while (NextBatch(key) is { Count: > 0 } batch)
        {
            await Execute(key, batch);
        }
    }

    private async Task Execute(string key, List<Pending> batch)
    {
        try
        {
            IReadOnlyList<TResponse> responses = await execute(key, [.. batch.Select(one => one.Request)]);
            for (int index = 0; index < batch.Count; index++)
            {
                batch[index].Complete(responses[index]);
            }
        }
        catch (Exception failure) when (batch.Count == 1 || failsAll(failure))
        {
            batch.ForEach(one => one.Fail(failure));
        }
        catch (Exception)
        {
            // Each by itself fails for its own reason, or not at all.
            foreach (Pending one in batch)
            {
                await Execute(key, [one]);
            }
        }
    }

    private List<Pending> NextBatch(string key)
    {
        lock (gate)
        {
            Queue<Pending> queue = queues[key];
            List<Pending> batch = [];
            while (batch.Count < batchMax && queue.TryDequeue(out Pending? one))
            {
                batch.Add(one);
            }

            if (batch.Count == 0)
            {
                _ = queues.Remove(key);
            }

            return batch;
        }
    }

    private sealed class Pending(TRequest request)
    {
        private readonly TaskCompletionSource<TResponse> response = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TRequest Request => request;

        public Task<TResponse> Response => response.Task;

        public void Complete(TResponse answer) => response.SetResult(answer);

        public void Fail(Exception failure) => response.SetException(failure);
    }
}
