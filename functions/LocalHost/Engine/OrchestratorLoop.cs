namespace FollowUp.LocalHost.Engine;

/// <summary>
/// Runs an orchestrator's code on one thread, in a fixed order. Only what the context completes may make the code go on: a
/// continuation that comes from any other thread shows that the code awaited something that a replay cannot repeat.
/// </summary>
sealed class OrchestratorLoop : TaskScheduler
{
    /// <summary>No thread has this id.</summary>
    const int Nobody = -1;

    readonly Queue<Task> queue = [];
    int thread = Nobody;

    /// <summary>Called, possibly long after the step, when something foreign tries to continue the code.</summary>
    public event Action? Intruded;

    public bool WasIntruded { get; private set; }

    public bool IsCurrent => Current == this && Environment.CurrentManagedThreadId == thread;

    public override int MaximumConcurrencyLevel => 1;

    public Task<object?> Start(Func<Task<object?>> code) =>
        Task.Factory.StartNew(code, CancellationToken.None, TaskCreationOptions.None, this).Unwrap();

    /// <summary>Goes on until the code waits for something that has not happened yet.</summary>
    public void Drain()
    {
        while (queue.TryDequeue(out Task? task))
        {
            TryExecuteTask(task);
        }
    }

    /// <summary>For a step, on the thread that takes it.</summary>
    public void Open() => Volatile.Write(ref thread, Environment.CurrentManagedThreadId);

    /// <summary>From here on nothing can continue the code.</summary>
    public void Close() => Volatile.Write(ref thread, Nobody);

    protected override void QueueTask(Task task)
    {
        if (Environment.CurrentManagedThreadId == Volatile.Read(ref thread))
        {
            queue.Enqueue(task);
            return;
        }

        WasIntruded = true;
        Intruded?.Invoke();
    }

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) =>
        !taskWasPreviouslyQueued && IsCurrent && TryExecuteTask(task);

    protected override IEnumerable<Task> GetScheduledTasks() => [.. queue];
}
