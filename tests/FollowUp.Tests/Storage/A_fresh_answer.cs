using FollowUp.Storage;

namespace FollowUp.Tests.Storage;

/// <summary>Law 1: what somebody is told must not be older than their question, however many ask.</summary>
public sealed class A_fresh_answer
{
    private readonly List<TaskCompletionSource<int>> asked = [];

    [Fact]
    public async Task is_never_to_a_question_that_was_asked_before()
    {
        Fresh<int> fresh = Fresh();
        Task<int> first = fresh.Ask();
        Task<int> second = fresh.Ask();

        asked.Should().ContainSingle("the second waits for the first to be answered before it is asked");
        asked[0].SetResult(1);
        (await first).Should().Be(1);
        await Asked(2);
        asked[1].SetResult(2);
        (await second).Should().Be(2);
    }

    [Fact]
    public async Task is_shared_by_all_who_wait_for_it()
    {
        Fresh<int> fresh = Fresh();
        Task<int> first = fresh.Ask();
        Task<int>[] others = [.. Enumerable.Range(0, 100).Select(_ => fresh.Ask())];

        asked[0].SetResult(1);
        await Asked(2);
        asked[1].SetResult(2);
        (await Task.WhenAll(others)).Should().OnlyContain(answer => answer == 2);
        (await first).Should().Be(1);
        asked.Should().HaveCount(2);
    }

    [Fact]
    public async Task comes_after_one_that_failed()
    {
        Fresh<int> fresh = Fresh();
        Task<int> first = fresh.Ask();
        Task<int> second = fresh.Ask();

        asked[0].SetException(new IOException("The store is away."));
        await first.Invoking(answer => answer).Should().ThrowAsync<IOException>();
        await Asked(2);
        asked[1].SetResult(2);
        (await second).Should().Be(2);

        Task<int> third = fresh.Ask();
        asked[2].SetResult(3);
        (await third).Should().Be(3);
    }

    private Fresh<int> Fresh() => new(() =>
    {
        lock (asked)
        {
            asked.Add(new(TaskCreationOptions.RunContinuationsAsynchronously));
            return asked[^1].Task;
        }
    });

    /// <summary>The next question is asked on another thread.</summary>
    private async Task Asked(int count)
    {
        while (true)
        {
            lock (asked)
            {
                if (asked.Count >= count)
                {
                    return;
                }
            }

            await Task.Yield();
        }
    }
}
