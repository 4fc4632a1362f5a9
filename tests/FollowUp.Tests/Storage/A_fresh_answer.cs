using FollowUp.Storage;

namespace FollowUp.Tests.Storage;

/// <summary>Law 1: what somebody is told must not be older than their question, however many ask.</summary>
public sealed class A_fresh_answer
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly List<TaskCompletionSource<int>> asked = [];
    private readonly SemaphoreSlim questions = new(0);

    [Fact]
    public async Task is_never_to_a_question_that_was_asked_before()
    {
        SingleFlight<int> fresh = Fresh();
        Task<int> first = fresh.Run();
        await NextIsAsked();
        Task<int> second = fresh.Run();

        asked.Should().ContainSingle("the second waits for the first to be answered before it is asked");
        asked[0].SetResult(1);
        (await first).Should().Be(1);
        await NextIsAsked();
        asked[1].SetResult(2);
        (await second).Should().Be(2);
    }

    [Fact]
    public async Task is_shared_by_all_who_wait_for_it()
    {
        SingleFlight<int> fresh = Fresh();
        Task<int> first = fresh.Run();
        await NextIsAsked();
        Task<int>[] others = [.. Enumerable.Range(0, 100).Select(_ => fresh.Run())];

        asked[0].SetResult(1);
        await NextIsAsked();
        asked[1].SetResult(2);
        (await Task.WhenAll(others)).Should().OnlyContain(answer => answer == 2);
        (await first).Should().Be(1);
        asked.Should().HaveCount(2);
    }

    [Fact]
    public async Task comes_after_one_that_failed()
    {
        SingleFlight<int> fresh = Fresh();
        Task<int> first = fresh.Run();
        await NextIsAsked();
        Task<int> second = fresh.Run();

        asked[0].SetException(new IOException("The store is away."));
        await first.Invoking(answer => answer).Should().ThrowAsync<IOException>();
        await NextIsAsked();
        asked[1].SetResult(2);
        (await second).Should().Be(2);

        Task<int> third = fresh.Run();
        asked[2].SetResult(3);
        (await third).Should().Be(3);
    }

    private SingleFlight<int> Fresh() => new(() =>
    {
        TaskCompletionSource<int> question = new(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (asked)
        {
            asked.Add(question);
        }

        _ = questions.Release();
        return question.Task;
    });

    /// <summary>The next question is asked on another thread.</summary>
    private async Task NextIsAsked() => (await questions.WaitAsync(Patience, TestContext.Current.CancellationToken)).Should().BeTrue("somebody still waits for an answer");
}
