using System.Text.Json.Nodes;
using FollowUp.Delivery;
using FollowUp.Letters;
using FollowUp.Operations;
using FollowUp.Tests.Rig;
using FollowUp.Timetables;

namespace FollowUp.Tests.Operations;

/// <summary>
/// A letter that lies packed while nobody takes it goes to its reader as they are when somebody does; one that may have been taken stays as
/// it was. Tests <see cref="LetterPacker"/>, <see cref="NextLetter"/> and <see cref="NoticeValidity"/>.
/// Also tests <see cref="OutboxNotice"/>.
/// </summary>
public sealed class A_letter_that_was_never_out
{
    [Theory]
    [InlineData("email", "law@new.example")]
    [InlineData("name", "The new law office")]
    [InlineData("language", "ru")]
    [InlineData("timeZone", "Asia/Tokyo")]
    public async Task is_packed_anew_for_a_reader_who_changed(string field, string value)
    {
        await using Town town = await Town.With(Papers.ItemOf());
        List<Letter> tried = Closed(town);
        await town.Until("2020-05-11 10:03");
        await Change(town, field, value);
        town.Mailbox.Before = letter => Remember(tried, letter);

        await town.Until("2020-05-11 10:30");

        tried.Select(Of(field)).Distinct().Should().HaveCount(2).And.Subject.Last().Should().Be(value);
        tried.Select(letter => letter.MessageId).Distinct().Should().ContainSingle("nobody has seen that id, and it says the same");
        town.Letters.Should().ContainSingle().Which.Should().EndWith("law: receipt/at-once");
    }

    /// <summary>Whoever cannot be reached at the old address may have got it there: under one Message-ID goes one letter.</summary>
    [Fact]
    public async Task is_another_than_one_that_may_be_out()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        List<Letter> tried = [];
        town.Mailbox.Before = letter => Remember(tried, letter);
        town.Mailbox.After = _ => tried.Count == 1
            ? throw new DeliveryDelayedException("The test", new TimeoutException()) { IsIndeterminate = true }
            : Task.CompletedTask;
        await town.Until("2020-05-11 10:01:30");
        await Change(town, "email", "law@new.example");

        await town.Until("2020-05-11 10:30");

        tried.Should().HaveCount(2);
        tried.Select(letter => (letter.MessageId, letter.Address)).Distinct().Should().ContainSingle().Which.Address
            .Should().Be("law@nia.example");
    }

    /// <summary>At the latest with its next try, which comes no later than the time that was spent on it before, and four hours.</summary>
    [Fact]
    public async Task reaches_a_new_address_with_its_next_try()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        town.Mailbox.Before = letter => letter.Letter.Address == "law@nia.example"
            ? throw new DeliveryDelayedException("The test", new IOException())
            : Task.CompletedTask;
        await town.Until("2020-05-13 08:00");
        await Change(town, "email", "law@new.example");

        await town.Until("2020-05-13 12:05");

        town.Mailbox.To("law").Should().NotBeEmpty();
        (await town.LedgerLines()).Should().Equal("receipt/at-once to law: superseded", "receipt/again to law: sent");
    }

    private static Func<Letter, string?> Of(string field) => letter => field switch
    {
        "email" => letter.Address,
        "name" => letter.Name,
        "language" => letter.Language,
        _ => letter.TimeZone,
    };

    private static List<Letter> Closed(Town town)
    {
        List<Letter> tried = [];
        town.Mailbox.Before = letter =>
        {
            _ = Remember(tried, letter);
            throw new DeliveryDelayedException("The test", new IOException());
        };
        return tried;
    }

    private static Task Remember(List<Letter> tried, RenderedLetter letter)
    {
        tried.Add(letter.Letter);
        return Task.CompletedTask;
    }

    private static async Task Change(Town town, string field, string value)
    {
        JsonObject law = Papers.PersonOf("law");
        law[field] = value;
        (await town.Put("/api/people/law", law)).Status.Should().Be(200);
    }
}
