using FollowUp.Tests.Notices;
using FollowUp.Ledger;
using FollowUp.Letters;
using FollowUp.Plans;
using FollowUp.Storage;
using FollowUp.Timetables;
using Microsoft.Extensions.Time.Testing;

namespace FollowUp.Tests.Storage;

/// <summary>Of a morning on which a whole ministry hears of something.</summary>
public sealed class The_postbag
{
    private static readonly string Slot = Decision.SlotOf(SampleLetters.Now);

    private readonly Door door = new(new(TimeProvider.System));
    private readonly Outbox bag;

    public The_postbag() => bag = door.Postbag(new FakeTimeProvider());

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task packs_letters_together_and_keeps_each_to_the_letter()
    {
        LetterKey[] posts = [.. Enumerable.Range(0, 60).Select(number => new LetterKey($"reader-{number}", Slot))];
        int before = door.Requests;

        door.Shut();
        Task<bool>[] packing = [.. posts.Select(post => bag.AddLetter(post, LetterTo(post), "one", Cancel))];
        door.Open();

        (await Task.WhenAll(packing)).Should().AllBeEquivalentTo(true);
        (door.Requests - before).Should().BeLessThanOrEqualTo(8, "sixty letters lie in four places");
        foreach (LetterKey post in posts)
        {
            (await bag.Read(post, 10, Cancel)).Letter.Should().BeEquivalentTo(LetterTo(post));
        }
    }

    /// <summary>A letter of hundreds of notices is half a megabyte, and a transaction may have four.</summary>
    [Fact]
    public async Task packs_large_ones_too_of_which_few_fit_into_one_transaction()
    {
        LetterKey[] posts = [.. Enumerable.Range(0, 60).Select(number => new LetterKey($"reader-{number}", Slot))];

        door.Shut();
        Task<bool>[] packing = [.. posts.Select(post => bag.AddLetter(post, LetterTo(post) with { Name = new('x', 450_000) }, "one", Cancel))];
        door.Open();
        await Task.WhenAll(packing);

        foreach (LetterKey post in posts)
        {
            (await bag.ReadLetter(post, Cancel))!.Recipient.Should().Be(post.Recipient);
        }
    }

    /// <summary>Whoever packs one that is packed already leaves it to whoever did.</summary>
    [Fact]
    public async Task keeps_one_letter_of_two_for_the_same_post()
    {
        LetterKey post = new("ana", Slot);

        door.Shut();
        Task<bool>[] packing = [.. Enumerable.Range(0, 5).Select(number => bag.AddLetter(post, LetterTo(post) with { MessageId = $"<{number}@followup.example>" }, $"hand {number}", Cancel))];
        door.Open();
        bool[] packed = await Task.WhenAll(packing);

        Letter kept = (await bag.ReadLetter(post, Cancel))!;
        packed.Should().ContainSingle(isIts => isIts);
        kept.MessageId.Should().Be($"<{Array.IndexOf(packed, true)}@followup.example>");
    }

    [Fact]
    public async Task is_emptied_for_all_even_where_somebody_was_there_before()
    {
        LetterKey[] posts = [.. Enumerable.Range(0, 60).Select(number => new LetterKey($"reader-{number}", Slot))];
        LedgerRow RowTo(LetterKey post) => SampleLetters.Row(LadderName.Overdue, Role.Owner, post.Recipient);
        await bag.AddNotices("minutes", posts.Select(RowTo), Cancel);
        await Task.WhenAll(posts.Select(post => bag.AddLetter(post, LetterTo(post), "one", Cancel)));
        await bag.RemoveLetter(posts[7], [new("minutes", RowTo(posts[7]).Key)], Cancel);

        door.Shut();
        Task[] closing = [.. posts.Select(post => bag.RemoveLetter(post, [new("minutes", RowTo(post).Key)], Cancel))];
        door.Open();
        await Task.WhenAll(closing);

        foreach (LetterKey post in posts)
        {
            (await bag.Read(post, 10, Cancel)).IsEmpty.Should().BeTrue();
        }
    }

    /// <summary>More rows than one transaction takes.</summary>
    [Fact]
    public async Task of_a_large_letter_is_emptied_even_where_one_notice_is_gone_already()
    {
        LetterKey post = new("ana", Slot);
        LedgerRow[] rows = [.. Enumerable.Range(0, 250).Select(number => SampleLetters.Row(LadderName.Overdue, Role.Owner, post.Recipient, $"rung-{number}"))];
        NoticeRef[] notices = [.. rows.Select(row => new NoticeRef("minutes", row.Key))];
        await bag.AddNotices("minutes", rows, Cancel);
        await bag.AddLetter(post, LetterTo(post), "one", Cancel);
        await bag.Take(post, [notices[5], notices[245]], Cancel);

        await bag.RemoveLetter(post, notices, Cancel);

        (await bag.Read(post, 10, Cancel)).IsEmpty.Should().BeTrue();
    }

    private static Letter LetterTo(LetterKey post) => SampleLetters.Letter(Sample.Person(post.Recipient), SampleLetters.Facts(SampleLetters.Row(LadderName.Overdue, Role.Owner, post.Recipient)));
}
