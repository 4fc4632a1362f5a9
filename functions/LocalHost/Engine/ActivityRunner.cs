using FollowUp.LocalHost.TaskHub;
using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;

namespace FollowUp.LocalHost.Engine;

/// <summary>
/// Runs activities, at most <c>atOnce</c> at a time. A result is reported in memory and stored with the instance's next step: if the host
/// dies in between, the activity runs again (at least once, as on Azure).
/// </summary>
internal sealed class ActivityRunner(
    FunctionRegistry functions,
    DataConverter converter,
    Func<CancellationToken, Task> requireLease,
    TimeProvider time,
    InFlightWork work,
    int atOnce,
    ILogger log) : IDisposable
{
    private readonly SemaphoreSlim free = new(atOnce);
    private readonly CancellationTokenSource abandoned = new();
    private bool draining;
    private int waiting;

    /// <summary>Whether activities wait for a free slot.</summary>
    public bool IsSaturated => Volatile.Read(ref waiting) > 0;

    public bool IsDraining => Volatile.Read(ref draining);

    /// <summary>No further activity begins; those that run may end.</summary>
    public void Drain() => Volatile.Write(ref draining, true);

    /// <summary>Cancels those that still run; their results are not reported.</summary>
    public void Cancel() => abandoned.Cancel();

    /// <param name="report">Called with the <see cref="ActivityResult"/>, or with <see cref="ActivityNotStarted"/>.</param>
    public void Start(InstanceState instance, CallActivity call, Action<object> report)
    {
        IDisposable running = work.Begin();
        // On another thread: an activity may run for long before its first await.
        _ = Task.Run(async () =>
        {
            using (running)
            {
                await Run(instance, call, report);
            }
        });
    }

    public void Dispose()
    {
        free.Dispose();
        abandoned.Dispose();
    }

    private async Task Run(InstanceState instance, CallActivity call, Action<object> report)
    {
        Interlocked.Increment(ref waiting);
        await free.WaitAsync();
        Interlocked.Decrement(ref waiting);
        try
        {
            if (IsDraining)
            {
                return;
            }

            if (!await HoldsLease())
            {
                report(new ActivityNotStarted(instance.Execution, call));
            }
            else if (await Invoke(instance, call) is { } ended)
            {
                report(new ActivityResult(instance.Execution, time.GetUtcNow(), call, ended));
            }
        }
        finally
        {
            free.Release();
        }
    }

    /// <summary>
    /// Asked after the wait for a slot, which may have been long. An activity acts outside the store, where no ETag stops a host that
    /// lost the lease.
    /// </summary>
    private async Task<bool> HoldsLease()
    {
        try
        {
            await requireLease(abandoned.Token);
            return true;
        }
        catch (Exception failure) when (failure is LeaseExpiredException or OperationCanceledException)
        {
            return false;
        }
    }

    private async Task<TaskEnded?> Invoke(InstanceState instance, CallActivity call)
    {
        try
        {
            object? result = await functions.FindActivity(call.Name)(new(call.Name, instance.Id, call.Input, abandoned.Token));
            string? text = converter.Serialize(result);
            return text?.Length > HubLimits.TextMax
                ? throw new TooLargeForTheHubException($"The result of activity '{call.Name}'", text.Length, HubLimits.TextMax)
                : new(call.Id, text, null);
        }
        catch (OperationCanceledException) when (abandoned.IsCancellationRequested)
        {
            // Cancelled because the host stops. It is still outstanding in the history, and runs again at the next start.
            return null;
        }
        catch (Exception failure)
        {
            log.ActivityFailed(call.Name, instance.Id, failure);
            return new(call.Id, null, failure.ToFailure());
        }
    }
}
