using System.Collections.Concurrent;
using System.Reflection;
using Xunit.v3;

[assembly: FollowUp.Patience]

namespace FollowUp;

/// <summary>
/// A test that waits for what never comes is told to give up after ten minutes, and fails by its name, where the whole run would hang.
/// </summary>
[AttributeUsage(AttributeTargets.Assembly)]
internal sealed class PatienceAttribute : BeforeAfterTestAttribute
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<string, ITimer> running = [];

    public override void Before(MethodInfo methodUnderTest, IXunitTest test)
    {
        ITestContext context = TestContext.Current;
        running[test.UniqueID] = TimeProvider.System.CreateTimer(_ => context.CancelCurrentTest(), null, Longest, Timeout.InfiniteTimeSpan);
    }

    public override void After(MethodInfo methodUnderTest, IXunitTest test)
    {
        if (running.TryRemove(test.UniqueID, out ITimer? timer))
        {
            timer.Dispose();
        }
    }
}
