using FollowUp.Delivery;
using FollowUp.Items;
using FollowUp.Storage;
using FollowUp.Tests.Rig;

namespace FollowUp.Tests.Http;

/// <summary>
/// Operators hear of it where they look, and whoever spreads calls does not take the app for dead. Tests <see cref="Health"/>,
/// <see cref="MailHealth"/> and <see cref="MailHealthStore"/>.
/// </summary>
public sealed class Mail_that_does_not_leave
{
    [Fact]
    public async Task for_ten_minutes_is_named_until_a_letter_is_taken()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        Close(town, "2020-05-11 10:40");
        await town.Until("2020-05-11 10:09");
        (await Health(town)).Should().Be("""200 {"status":"ready"}""");

        await town.Until("2020-05-11 10:12");
        string warned = await Health(town);
        warned.Should().StartWith("""200 {"status":"degraded",""")
            .And.Contain("No letter has been taken since 2020-05-11T02:01:01Z, and some wait. The mail server does not answer.")
            .And.Contain("\"since\":\"2020-05-11T02:01:01Z\"");

        await town.Stop();
        await town.Start();
        (await Health(town)).Should().Be(warned, "a host that was started again knows it too");

        await town.Until("2020-05-11 12:00");
        town.Letters.Should().NotBeEmpty();
        (await Health(town)).Should().Be("""200 {"status":"ready"}""");
    }

    /// <summary>As when other hosts hand in letters: what one of them wrote down, the next that succeeds takes away.</summary>
    [Fact]
    public async Task and_does_again_is_known_to_every_host_within_ten_minutes()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        Close(town, "2020-05-11 10:03");
        await town.Until("2020-05-11 10:02");
        await town.Stop();
        await town.Start();

        await town.Until("2020-05-11 10:30");

        (await town.Tables.Rows("Calendars")).Should().NotContain(row => row.RowKey == "~mail");
    }

    [Fact]
    public async Task is_no_trouble_where_nothing_is_to_be_said()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        Close(town, "2020-07-01 00:00");
        await town.Until("2020-05-11 10:05");
        (await town.Sign()).Status.Should().Be(200, "that is what the letter asked for");
        await town.Until("2020-05-11 11:00");

        (await town.Tables.Rows("Postbag")).Should().BeEmpty();
        (await town.Tables.Rows("Calendars")).Should().Contain(row => row.RowKey == "~mail");
        (await Health(town)).Should().Be("""200 {"status":"ready"}""");
    }

    [Fact]
    public async Task is_counted_from_the_last_letter_that_was_taken()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        town.Mailbox.Before = letter => letter.Letter.Recipient == "law"
            ? throw new DeliveryDelayedException("The mail server", new IOException())
            : Task.CompletedTask;
        await town.Until("2020-05-14 09:30");

        town.Mailbox.Lines.Should().Equal("05-14 09:01 desk: receipt/watch");
        (await Health(town)).Should().Contain("No letter has been taken since 2020-05-14T01:0");
    }

    private static async Task<string> Health(Town town)
    {
        Answer answer = await town.Get("/api/health/ready");
        return $"{answer.Status} {answer.Text}";
    }

    private static void Close(Town town, string until) => town.Mailbox.Before = _ =>
        town.Now < Town.Moment(until) ? throw new DeliveryDelayedException(
            "The mail server", new TimeoutException())
        { Why = "The mail server does not answer." } : Task.CompletedTask;
}
