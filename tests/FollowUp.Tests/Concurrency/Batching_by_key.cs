using FollowUp.Concurrency;
using FollowUp.Storage;

namespace FollowUp.Tests.Concurrency;

/// <summary>Tests <see cref="KeyedBatcher{TRequest, TResponse}"/>.</summary>
public sealed class Batching_by_key
{
    private readonly List<(string Key, IReadOnlyList<int> Asks)> answered = [];
    private readonly Queue<TaskCompletionSource> gates = [];
    private readonly KeyedBatcher<int, int> gathering;

    public Batching_by_key() => gathering = new(Answer, batchMax: 3, failsAll: StoreUnavailableException.Is);

    private Exception? Failure { get; set; }

    [Fact]
    public async Task lets_a_lone_one_go_at_once()
    {
        (await gathering.Submit("a", 1)).Should().Be(10);
        answered.Should().ContainSingle().Which.Asks.Should().Equal(1);
    }

    [Fact]
    public async Task lets_those_who_come_meanwhile_go_together_and_no_more_than_may()
    {
        TaskCompletionSource gate = Hold();
        Task<int>[] asked = [.. Enumerable.Range(1, 6).Select(number => gathering.Submit("a", number))];
        gate.SetResult();

        (await Task.WhenAll(asked)).Should().Equal(10, 20, 30, 40, 50, 60);
        answered.Select(some => some.Asks.Count).Should().Equal(1, 3, 2);
    }

    [Fact]
    public async Task lets_nobody_wait_for_another_key()
    {
        TaskCompletionSource gate = Hold();
        Task<int> waits = gathering.Submit("a", 1);

        (await gathering.Submit("b", 2)).Should().Be(20);
        waits.IsCompleted.Should().BeFalse();
        gate.SetResult();
        (await waits).Should().Be(10);
    }

    [Fact]
    public async Task fails_nobody_for_the_fault_of_another()
    {
        TaskCompletionSource gate = Hold();
        Task<int>[] asked = [gathering.Submit("a", 1), gathering.Submit("a", -2), gathering.Submit("a", 3)];
        gate.SetResult();

        (await asked[0]).Should().Be(10);
        (await asked[2]).Should().Be(30);
        await FluentActions.Awaiting(() => asked[1]).Should().ThrowAsync<ArgumentException>();
    }

    /// <summary>A hundred that wait for a store which is away must not ask it a hundred times more.</summary>
    [Fact]
    public async Task asks_a_store_that_is_away_once_for_all()
    {
        TaskCompletionSource gate = Hold();
        Task<int>[] asked = [gathering.Submit("a", 1), gathering.Submit("a", 2), gathering.Submit("a", 3)];
        Failure = new StoreUnavailableException(new IOException());
        gate.SetResult();

        foreach (Task<int> one in asked)
        {
            await FluentActions.Awaiting(() => one).Should().ThrowAsync<StoreUnavailableException>();
        }

        answered.Should().HaveCount(2);
        Failure = null;
        (await gathering.Submit("a", 4)).Should().Be(40, "the next one finds the way free");
    }

    private TaskCompletionSource Hold()
    {
        TaskCompletionSource gate = new(TaskCreationOptions.RunContinuationsAsynchronously);
        gates.Enqueue(gate);
        return gate;
    }

    private async Task<IReadOnlyList<int>> Answer(string key, IReadOnlyList<int> asks)
    {
        answered.Add((key, asks));
        if (gates.TryDequeue(out TaskCompletionSource? gate))
        {
            await gate.Task;
        }

        if (Failure is not null)
        {
            throw Failure;
        }

        return asks.Any(ask => ask < 0) ? throw new ArgumentException("That is no number.") : [.. asks.Select(ask => ask * 10)];
    }
}
