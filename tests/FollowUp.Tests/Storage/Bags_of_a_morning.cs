using FollowUp.Tests.Notices;
using FollowUp.Ledger;
using FollowUp.Plans;
using FollowUp.Storage;
using FollowUp.Tables;
using FollowUp.Timetables;
using Microsoft.Extensions.Time.Testing;

namespace FollowUp.Tests.Storage;

/// <summary>Hundreds of people hear of something in the same minute, and their letters are opened one after the other.</summary>
public sealed class Bags_of_a_morning
{
    private static readonly string Slot = Decision.SlotOf(SampleLetters.Now);

    private readonly FakeTimeProvider clock = new();
    private readonly InMemoryTables tables = new(TimeProvider.System);
    private readonly Door door;
    private readonly Outbox bag;
    private readonly Outbox ofAnotherHost;

    public Bags_of_a_morning()
    {
        door = new(tables);
        (bag, ofAnotherHost) = (door.Postbag(clock), new Door(tables).Postbag(clock));
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task are_read_together_and_each_holds_what_was_put_into_it()
    {
        LetterKey[] posts = await Filled(60);
        int before = door.Requests;

        OutboxBatch[] opened = await Task.WhenAll(posts.Select(Open));

        opened.Zip(posts).Should().OnlyContain(one => one.First.Notices.Single().Key.Recipient == one.Second.Recipient);
        (door.Requests - before).Should().BeLessThan(40, "each place is read from where somebody begins, and what lies behind is not asked for again");
    }

    [Fact]
    public async Task in_their_order_are_two_questions_a_place()
    {
        LetterKey[] posts = await Filled(60);
        int before = door.Requests;

        foreach (LetterKey post in InOrder(posts))
        {
            (await Open(post)).Notices.Should().ContainSingle();
        }

        (door.Requests - before).Should().Be(8, "the second of a place shows that there is a row of them");
    }

    [Fact]
    public async Task hold_what_this_host_put_in_after_they_were_read()
    {
        LetterKey[] posts = await Filled(60);
        _ = await Task.WhenAll(posts.Select(Open));
        foreach (LetterKey post in posts)
        {
            await Put(bag, post, "again");
            await bag.AddLetter(post, SampleLetters.Letter(Sample.Person(post.Recipient), SampleLetters.Facts(Row(post, "day"))), "one", Cancel);
        }

        foreach (LetterKey post in posts)
        {
            OutboxBatch opened = await Open(post);
            opened.Notices.Should().HaveCount(2);
            opened.Letter!.Recipient.Should().Be(post.Recipient);
        }
    }

    [Fact]
    public async Task hold_what_this_host_put_in_while_they_were_read()
    {
        LetterKey[] posts = InOrder(await Filled(60));
        foreach (LetterKey post in posts.Take(20))
        {
            _ = await Open(post);
        }

        // These are read again, and what lies behind them with them.
        LetterKey[] again = [.. posts.Skip(20).Take(4)], behind = [.. posts.Skip(24)];
        await Task.WhenAll(again.Select(post => Put(bag, post, "again")));
        TaskCompletionSource answers = new();
        door.Answers = answers.Task;
        Task<OutboxBatch>[] reading = [.. again.Select(Open)];
        await Task.WhenAll(behind.Select(post => Put(bag, post, "again")));
        answers.SetResult();
        _ = await Task.WhenAll(reading);

        foreach (LetterKey post in behind)
        {
            (await Open(post)).Notices.Should().HaveCount(2, $"of {post.Recipient}");
        }
    }

    [Fact]
    public async Task are_not_trusted_for_longer_than_a_moment()
    {
        LetterKey[] posts = InOrder(await Filled(60));
        foreach (LetterKey post in posts.Take(20))
        {
            _ = await Open(post);
        }

        foreach (LetterKey post in posts)
        {
            await Put(ofAnotherHost, post, "again");
        }

        clock.Advance(TimeSpan.FromSeconds(2));

        foreach (LetterKey post in posts.Skip(20))
        {
            (await Open(post)).Notices.Should().HaveCount(2);
        }
    }

    /// <summary>Azure may end a page anywhere, in the middle of a bag and before the first row of it.</summary>
    [Fact]
    public Task are_whole_wherever_their_pages_end() => Seeds.Each(50, async random =>
    {
        InMemoryTables cut = new(TimeProvider.System);
        Outbox some = new Door(cut).Postbag(clock);
        LetterKey[] posts = [.. Enumerable.Range(0, 40).Select(number => new LetterKey($"reader-{number}", Slot))];
        Dictionary<LetterKey, int> counts = posts.ToDictionary(post => post, _ => random.Next(6));
        foreach ((LetterKey post, int count) in counts)
        {
            await some.AddNotices("minutes", Enumerable.Range(0, count).Select(rung => Row(post, $"rung-{rung}")), Cancel);
        }

        cut.PageCut = () => random.Next(9);
        random.Shuffle(posts);
        foreach (LetterKey post in posts)
        {
            (await some.Read(post, 10, Cancel)).Notices.Should().HaveCount(counts[post], $"of {post.Recipient}");
        }
    });

    /// <summary>As their rows lie: "reader-10|" before "reader-1|".</summary>
    private static LetterKey[] InOrder(IEnumerable<LetterKey> posts) => [.. posts.OrderBy(post => $"{post.Recipient}|", StringComparer.Ordinal)];

    private Task<OutboxBatch> Open(LetterKey post) => bag.Read(post, 10, Cancel);

    private async Task<LetterKey[]> Filled(int readers)
    {
        LetterKey[] posts = [.. Enumerable.Range(0, readers).Select(number => new LetterKey($"reader-{number}", Slot))];
        await Task.WhenAll(posts.Select(post => Put(ofAnotherHost, post, "day")));
        return posts;
    }

    private static Task Put(Outbox bag, LetterKey post, string rung) => bag.AddNotices("minutes", [Row(post, rung)], Cancel);

    private static LedgerRow Row(LetterKey post, string rung) => SampleLetters.Row(LadderName.Overdue, Role.Owner, post.Recipient, rung);
}
