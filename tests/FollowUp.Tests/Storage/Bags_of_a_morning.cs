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
    private readonly Outbox outbox;
    private readonly Outbox ofAnotherHost;

    public Bags_of_a_morning()
    {
        door = new(tables);
        (outbox, ofAnotherHost) = (door.Postbag(clock), new Door(tables).Postbag(clock));
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task are_read_together_and_each_holds_what_was_put_into_it()
    {
        LetterKey[] letterKeys = await Filled(60);
        int before = door.Requests;

        OutboxBatch[] opened = await Task.WhenAll(letterKeys.Select(Open));

        opened.Zip(letterKeys).Should().OnlyContain(one => one.First.Notices.Single().Key.Recipient == one.Second.Recipient);
        (door.Requests - before).Should().BeLessThan(40, "each place is read from where somebody begins, and what lies behind is not asked for again");
    }

    [Fact]
    public async Task in_their_order_are_two_questions_a_place()
    {
        LetterKey[] letterKeys = await Filled(60);
        int before = door.Requests;

        foreach (LetterKey letterKey in InOrder(letterKeys))
        {
            (await Open(letterKey)).Notices.Should().ContainSingle();
        }

        (door.Requests - before).Should().Be(8, "the second of a place shows that there is a row of them");
    }

    [Fact]
    public async Task hold_what_this_host_put_in_after_they_were_read()
    {
        LetterKey[] letterKeys = await Filled(60);
        _ = await Task.WhenAll(letterKeys.Select(Open));
        foreach (LetterKey letterKey in letterKeys)
        {
            await Put(outbox, letterKey, "again");
            await outbox.AddLetter(letterKey, SampleLetters.Letter(Sample.Person(letterKey.Recipient), SampleLetters.Facts(Row(letterKey, "day"))), "one", Cancel);
        }

        foreach (LetterKey letterKey in letterKeys)
        {
            OutboxBatch opened = await Open(letterKey);
            opened.Notices.Should().HaveCount(2);
            opened.Letter!.Recipient.Should().Be(letterKey.Recipient);
        }
    }

    [Fact]
    public async Task hold_what_this_host_put_in_while_they_were_read()
    {
        LetterKey[] letterKeys = InOrder(await Filled(60));
        foreach (LetterKey letterKey in letterKeys.Take(20))
        {
            _ = await Open(letterKey);
        }

        // These are read again, and what lies behind them with them.
        LetterKey[] again = [.. letterKeys.Skip(20).Take(4)], behind = [.. letterKeys.Skip(24)];
        await Task.WhenAll(again.Select(letterKey => Put(outbox, letterKey, "again")));
        TaskCompletionSource answers = new();
        door.Answers = answers.Task;
        Task<OutboxBatch>[] reading = [.. again.Select(Open)];
        await Task.WhenAll(behind.Select(letterKey => Put(outbox, letterKey, "again")));
        answers.SetResult();
        _ = await Task.WhenAll(reading);

        foreach (LetterKey letterKey in behind)
        {
            (await Open(letterKey)).Notices.Should().HaveCount(2, $"of {letterKey.Recipient}");
        }
    }

    [Fact]
    public async Task are_not_trusted_for_longer_than_a_moment()
    {
        LetterKey[] letterKeys = InOrder(await Filled(60));
        foreach (LetterKey letterKey in letterKeys.Take(20))
        {
            _ = await Open(letterKey);
        }

        foreach (LetterKey letterKey in letterKeys)
        {
            await Put(ofAnotherHost, letterKey, "again");
        }

        clock.Advance(TimeSpan.FromSeconds(2));

        foreach (LetterKey letterKey in letterKeys.Skip(20))
        {
            (await Open(letterKey)).Notices.Should().HaveCount(2);
        }
    }

    /// <summary>Azure may end a page anywhere, in the middle of a bag and before the first row of it.</summary>
    [Fact]
    public Task are_whole_wherever_their_pages_end() => Seeds.Each(50, async random =>
    {
        InMemoryTables cut = new(TimeProvider.System);
        Outbox some = new Door(cut).Postbag(clock);
        LetterKey[] letterKeys = [.. Enumerable.Range(0, 40).Select(number => new LetterKey($"reader-{number}", Slot))];
        Dictionary<LetterKey, int> counts = letterKeys.ToDictionary(letterKey => letterKey, _ => random.Next(6));
        foreach ((LetterKey letterKey, int count) in counts)
        {
            await some.AddNotices("minutes", Enumerable.Range(0, count).Select(rung => Row(letterKey, $"rung-{rung}")), Cancel);
        }

        cut.PageCut = () => random.Next(9);
        random.Shuffle(letterKeys);
        foreach (LetterKey letterKey in letterKeys)
        {
            (await some.Read(letterKey, 10, Cancel)).Notices.Should().HaveCount(counts[letterKey], $"of {letterKey.Recipient}");
        }
    });

    /// <summary>As their rows lie: "reader-10|" before "reader-1|".</summary>
    private static LetterKey[] InOrder(IEnumerable<LetterKey> letterKeys) => [.. letterKeys.OrderBy(letterKey => $"{letterKey.Recipient}|", StringComparer.Ordinal)];

    private Task<OutboxBatch> Open(LetterKey letterKey) => outbox.Read(letterKey, 10, Cancel);

    private async Task<LetterKey[]> Filled(int readers)
    {
        LetterKey[] letterKeys = [.. Enumerable.Range(0, readers).Select(number => new LetterKey($"reader-{number}", Slot))];
        await Task.WhenAll(letterKeys.Select(letterKey => Put(ofAnotherHost, letterKey, "day")));
        return letterKeys;
    }

    private static Task Put(Outbox outbox, LetterKey letterKey, string rung) => outbox.AddNotices("minutes", [Row(letterKey, rung)], Cancel);

    private static LedgerRow Row(LetterKey letterKey, string rung) => SampleLetters.Row(LadderName.Overdue, Role.Owner, letterKey.Recipient, rung);
}
