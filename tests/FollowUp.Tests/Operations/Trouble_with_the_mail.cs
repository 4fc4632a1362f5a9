using System.Text.Json.Nodes;
using FollowUp.Delivery;
using FollowUp.Items;
using FollowUp.Operations;
using FollowUp.Tests.Rig;

namespace FollowUp.Tests.Operations;

/// <summary>Tests <see cref="DeliveryRecorder"/> and <see cref="DeliveryOutcome"/>.</summary>
public sealed class Trouble_with_the_mail
{
    [Fact]
    public async Task for_an_hour_delays_a_letter_and_changes_nothing_in_it()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        int tries = 0;
        town.Mailbox.Before = _ =>
        {
            tries++;
            return town.Now < Town.Moment("2020-05-11 11:01") ? throw new DeliveryDelayedException("The test", new IOException())
                : Task.CompletedTask;
        };

        await town.Until("2020-05-12 12:00");

        Arrival letter = town.Mailbox.Arrived.Should().ContainSingle().Which;
        letter.ToString().Should().Be("05-11 11:04 law: receipt/at-once");
        letter.Written.Text.Should().NotContain("The delay is ours");
        tries.Should().Be(7);
        (await town.LedgerLines()).Should().Contain("receipt/at-once to law: sent");
    }

    [Fact]
    public async Task at_one_address_is_told_to_the_coordinator_and_holds_up_nobody()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        Refuse(town, "law");

        await town.Until("2020-06-20 12:00");

        town.Letters.Should().Equal(
            "05-11 10:02 desk: undelivered/receipt-at-once-law",
            "05-13 09:02 desk: undelivered/receipt-again-law",
            "05-14 09:01 desk: receipt/watch",
            "05-14 09:02 desk: undelivered/receipt-watch-law",
            "05-18 09:01 first: receipt/level-1",
            "05-18 09:02 desk: undelivered/due-month-law",
            "06-10 09:02 desk: undelivered/due-week-law",
            "06-16 09:02 desk: undelivered/due-eve-law",
            "06-17 09:02 desk: undelivered/due-day-law",
            "06-18 09:02 desk: undelivered/overdue-again-law",
            "06-19 09:01 first: overdue/level-1",
            "06-19 09:01 lead: overdue/level-1");
        (await town.LedgerLines()).Should().Contain("receipt/at-once to law: failed");
        town.Mailbox.Arrived[0].Written.Text
            .Should().Contain("A notice to The law office was refused: The test refused the letter: no such mailbox.");
    }

    [Fact]
    public async Task at_the_coordinator_is_told_to_the_issuer()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        Refuse(town, "desk");

        await town.Until("2020-05-14 12:00");

        town.Mailbox.To("lead").Should().Equal("05-14 09:02 lead: undelivered/receipt-watch-desk");
    }

    /// <summary>Somebody always hears of a letter that never arrives, as long as there is anybody left.</summary>
    [Fact]
    public async Task at_the_owner_and_the_coordinator_is_told_to_the_issuer()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        Refuse(town, "law", "desk");

        await town.Until("2020-05-12 12:00");

        town.Letters.Should().Equal("05-11 10:03 lead: undelivered/receipt-at-once-law");
    }

    // What a wrong address delayed goes to the right one with the next try.
    [Fact]
    public async Task that_a_new_address_ends_does_not_go_on_at_the_old_one()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        List<string> tried = [];
        town.Mailbox.Before = letter =>
        {
            tried.Add(letter.Letter.Address);
            return letter.Letter.Address == "law@nia.example" ? throw new DeliveryDelayedException("The test", new IOException())
                : Task.CompletedTask;
        };
        await town.Until("2020-05-11 10:03");
        JsonObject moved = Papers.PersonOf("law");
        moved["email"] = "law@new.example";
        (await town.Put("/api/people/law", moved)).Status.Should().Be(200);
        await town.Until("2020-05-11 11:00");

        tried.Should().Equal("law@nia.example", "law@nia.example", "law@new.example");
        town.Letters.Should().ContainSingle().Which.Should().EndWith("law: receipt/at-once");
    }

    /// <summary>Nothing follows a confirmation but word of it: not even a letter that lay waiting for the mail server.</summary>
    [Fact]
    public async Task does_not_make_a_letter_arrive_that_is_no_longer_true()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        await town.Sign();
        await town.Until("2020-06-18 08:00");
        town.Mailbox.Before = _ => town.Now < Town.Moment("2020-06-18 11:01")
            ? throw new DeliveryDelayedException("The test", new IOException())
            : Task.CompletedTask;
        await town.Until("2020-06-18 09:30");

        await town.Report();
        await town.Until("2020-06-19 12:00");

        town.Mailbox.Since("2020-06-18 00:00").Should().ContainSingle().Which.Should().EndWith("lead: confirmation/at-once");
        (await town.LedgerLines()).Should().Contain("overdue/again to law: skipped");
    }

    /// <summary>
    /// Law 3: a server that took the letter and fell silent may have delivered it. Who was told what is not changed by what comes after.
    /// </summary>
    [Fact]
    public async Task that_may_have_taken_a_letter_leaves_it_as_it_was()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        await town.Sign();
        await town.Until("2020-06-18 08:00");
        int tries = 0;
        town.Mailbox.Before = _ => tries++ > 0 && town.Now < Town.Moment("2020-06-18 11:01")
            ? throw new DeliveryDelayedException("The test", new IOException())
            : Task.CompletedTask;
        town.Mailbox.After = _ => tries == 1
            ? throw new DeliveryDelayedException("The test", new TimeoutException()) { IsIndeterminate = true }
            : Task.CompletedTask;
        await town.Until("2020-06-18 09:30");

        await town.Report();
        await town.Until("2020-06-19 12:00");

        IEnumerable<Arrival> told = town.Mailbox.Arrived.Where(letter => letter.To == "law" && letter.At > Town.Moment("2020-06-18 08:00"));
        told.Should().HaveCount(2).And.Subject.Select(letter => letter.MessageId).Distinct().Should().ContainSingle();
        (await town.LedgerLines()).Should().Contain("overdue/again to law: sent");
    }

    private static void Refuse(Town town, params string[] people) => town.Mailbox.Before = letter =>
        people.Contains(letter.Letter.Recipient) ? throw new DeliveryRefusedException("The test", "no such mailbox") : Task.CompletedTask;
}
