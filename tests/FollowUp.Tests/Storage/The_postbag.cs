using FollowUp.Ledger;
using FollowUp.Letters;
using FollowUp.Plans;
using FollowUp.Storage;
using FollowUp.Tests.Letters.Rig;
using FollowUp.Tests.Storage.Rig;
using NodaTime;

namespace FollowUp.Tests.Storage;

/// <summary>Of a morning on which a whole ministry hears of something. Tests <see cref="Outbox"/> and <see cref="OutboxBatch"/>.</summary>
public sealed class The_postbag
{
    private static readonly string Slot = FollowUp.Values.Slot.FromInstant(SampleLetters.Now);

    private readonly Door door = new(new(TimeProvider.System));
    private readonly Outbox outbox;

    public The_postbag() => outbox = door.Outbox();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task packs_letters_together_and_keeps_each_to_the_letter()
    {
        LetterKey[] letterKeys = [.. Enumerable.Range(0, 60).Select(number => new LetterKey($"reader-{number}", Slot))];
        int before = door.Requests;

        door.Shut();
        Task<bool>[] packing = [.. letterKeys.Select(letterKey => outbox.AddLetter(letterKey, LetterTo(letterKey), "one", Cancel))];
        door.Open();

        (await Task.WhenAll(packing)).Should().AllBeEquivalentTo(true);
        (door.Requests - before).Should().BeLessThanOrEqualTo(8, "sixty letters lie in four places");
        foreach (LetterKey letterKey in letterKeys)
        {
            (await outbox.Read(letterKey, 10, Cancel)).Letter.Should().BeEquivalentTo(LetterTo(letterKey));
        }
    }

    /// <summary>Ids that begin alike lie between each other's rows.</summary>
    [Fact]
    public async Task finds_everybody_of_a_minute_once_however_many_they_are()
    {
        string[] readers = [.. Enumerable.Range(0, 600).SelectMany(number => new[] { $"u-{number}", $"u-{number}-x" })];
        IEnumerable<LetterKey> around = new[] { -1, 1 }.Select(
            minutes => new LetterKey("u-7", FollowUp.Values.Slot.FromInstant(SampleLetters.Now + Duration.FromMinutes(minutes))));
        await Task.WhenAll(readers.Select(reader => new LetterKey(reader, Slot)).Concat(around)
            .Select(key => outbox.AddLetter(key, LetterTo(key), "one", Cancel)));

        List<string> found = [];
        for (SlotReaders some = new([], HasMore: true); some.HasMore; found.AddRange(some.Recipients))
        {
            some = await outbox.ReadersOf(Slot, found.LastOrDefault(), Cancel);
        }

        found.Should().HaveCount(readers.Length).And.BeEquivalentTo(readers);
    }

    /// <summary>A letter of hundreds of notices is half a megabyte, and a transaction may have four.</summary>
    [Fact]
    public async Task packs_large_ones_too_of_which_few_fit_into_one_transaction()
    {
        LetterKey[] letterKeys = [.. Enumerable.Range(0, 60).Select(number => new LetterKey($"reader-{number}", Slot))];

        door.Shut();
        Task<bool>[] packing =
        [
            .. letterKeys
                .Select(letterKey => outbox.AddLetter(letterKey, LetterTo(letterKey) with { Name = new('x', 450_000) }, "one", Cancel)),
        ];
        door.Open();
        await Task.WhenAll(packing);

        foreach (LetterKey letterKey in letterKeys)
        {
            (await outbox.ReadLetter(letterKey, Cancel))!.Recipient.Should().Be(letterKey.Recipient);
        }
    }

    /// <summary>Whoever packs one that is packed already leaves it to whoever did.</summary>
    [Fact]
    public async Task keeps_one_letter_of_two_for_the_same_post()
    {
        LetterKey letterKey = new("ana", Slot);

        door.Shut();
        Task<bool>[] packing =
        [
            .. Enumerable.Range(0, 5)
                .Select(number => outbox.AddLetter(
                    letterKey, LetterTo(letterKey) with { MessageId = $"<{number}@followup.example>" }, $"hand {number}", Cancel)),
        ];
        door.Open();
        bool[] packed = await Task.WhenAll(packing);

        Letter kept = (await outbox.ReadLetter(letterKey, Cancel))!;
        packed.Should().ContainSingle(isIts => isIts);
        kept.MessageId.Should().Be($"<{Array.IndexOf(packed, true)}@followup.example>");
    }

    [Fact]
    public async Task is_emptied_for_all_even_where_somebody_was_there_before()
    {
        LetterKey[] letterKeys = [.. Enumerable.Range(0, 60).Select(number => new LetterKey($"reader-{number}", Slot))];
        LedgerRow RowTo(LetterKey letterKey) => SampleLetters.Row(LadderName.Overdue, Role.Owner, letterKey.Recipient);
        await outbox.AddNotices("minutes", letterKeys.Select(RowTo), Cancel);
        await Task.WhenAll(letterKeys.Select(letterKey => outbox.AddLetter(letterKey, LetterTo(letterKey), "one", Cancel)));
        await outbox.RemoveLetter(letterKeys[7], [new("minutes", RowTo(letterKeys[7]).Key)], Cancel);

        door.Shut();
        Task[] closing =
            [.. letterKeys.Select(letterKey => outbox.RemoveLetter(letterKey, [new("minutes", RowTo(letterKey).Key)], Cancel))];
        door.Open();
        await Task.WhenAll(closing);

        foreach (LetterKey letterKey in letterKeys)
        {
            (await outbox.Read(letterKey, 10, Cancel)).IsEmpty.Should().BeTrue();
        }
    }

    /// <summary>More rows than one transaction takes.</summary>
    [Fact]
    public async Task of_a_large_letter_is_emptied_even_where_one_notice_is_gone_already()
    {
        LetterKey letterKey = new("ana", Slot);
        LedgerRow[] rows =
        [
            .. Enumerable.Range(0, 250)
                .Select(number => SampleLetters.Row(LadderName.Overdue, Role.Owner, letterKey.Recipient, $"rung-{number}")),
        ];
        NoticeRef[] notices = [.. rows.Select(row => new NoticeRef("minutes", row.Key))];
        await outbox.AddNotices("minutes", rows, Cancel);
        await outbox.AddLetter(letterKey, LetterTo(letterKey), "one", Cancel);
        await outbox.RemoveNotices(letterKey, [notices[5], notices[245]], Cancel);

        await outbox.RemoveLetter(letterKey, notices, Cancel);

        (await outbox.Read(letterKey, 10, Cancel)).IsEmpty.Should().BeTrue();
    }

    private static Letter LetterTo(LetterKey letterKey) =>
        SampleLetters.Letter(Sample.Person(letterKey.Recipient),
            SampleLetters.Facts(SampleLetters.Row(LadderName.Overdue, Role.Owner, letterKey.Recipient)));
}
