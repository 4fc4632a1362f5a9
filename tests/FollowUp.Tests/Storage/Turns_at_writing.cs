using FollowUp.Storage;

namespace FollowUp.Tests.Storage;

/// <summary>Tests <see cref="WriteTurns"/> and <see cref="ContentionException"/>.</summary>
public sealed class Turns_at_writing
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task come_one_after_the_other()
    {
        WriteTurns turns = new();
        int writing = 0, done = 0;

        await Task.WhenAll(Enumerable.Range(0, 50).Select(async _ =>
        {
            await foreach (int attempt in turns.Attempts("Person law", Cancel))
            {
                Interlocked.Increment(ref writing).Should().Be(1);
                await Task.Yield();
                Interlocked.Decrement(ref writing);
                done++;
                break;
            }
        }));

        done.Should().Be(50);
    }

    [Fact]
    public async Task end_after_eight_that_lost_and_say_what_is_being_changed()
    {
        List<int> attempts = [];
        await foreach (int attempt in new WriteTurns().Attempts("Person law", Cancel))
        {
            attempts.Add(attempt);
        }

        attempts.Should().Equal(1, 2, 3, 4, 5, 6, 7, 8);
        new ContentionException("Person law").Message.Should().Be("Person law is being changed by others; try again.");
        ContentionException.OfAgreement("talks").Message.Should().Be("Agreement talks is being changed by others; try again.");
    }
}
