using FollowUp.Delivery;
using FollowUp.Items;
using FollowUp.Orchestrations;
using FollowUp.Tests.Rig;

namespace FollowUp.Tests.Orchestrations;

/// <summary>Tests <see cref="FollowItem"/>, <see cref="DeliverPost"/> and <see cref="SendLetter"/>.</summary>
public sealed class A_host_that_is_killed_between_two_steps
{
    /// <summary>A minute later: whoever packed it might have been slow, and still be handing it over.</summary>
    [Fact]
    public async Task between_packing_and_sending_sends_the_letter_after_all()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        town.Mailbox.Before = _ => Die(town);

        (await town.DiesBefore("2020-05-11 10:30")).Should().BeTrue();
        town.Mailbox.Before = _ => Task.CompletedTask;
        await town.Start();
        await town.Until("2020-05-11 11:00");

        town.Letters.Should().Equal("05-11 10:02 law: receipt/at-once");
        (await town.LedgerLines()).Should().Contain("receipt/at-once to law: sent");
    }

    /// <summary>The one window in which somebody hears twice: the mail server has the letter, and nobody wrote that down.</summary>
    [Fact]
    public async Task between_sending_and_marking_sends_the_same_letter_again()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        town.Mailbox.After = _ => Die(town);

        (await town.DiesBefore("2020-05-11 10:30")).Should().BeTrue();
        town.Mailbox.After = _ => Task.CompletedTask;
        await town.Start();
        await town.Until("2020-05-12 10:00");

        town.Mailbox.Arrived.Should().HaveCount(2);
        town.Mailbox.Arrived.Select(letter => letter.MessageId).Distinct().Should().ContainSingle();
        town.Mailbox.Arrived.Select(letter => letter.Written.Text).Distinct().Should().ContainSingle();
        (await town.Events()).Count(what => what == "notice").Should().Be(1);
    }

    /// <summary>
    /// Law 3. For two days nobody is there, then the mail server is not, and the next rung is due: what may have been told stays
    /// told, and goes once more under its name.
    /// </summary>
    [Fact]
    public async Task between_sending_and_marking_does_not_deny_the_letter_later()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        town.Mailbox.After = _ => Die(town);
        (await town.DiesBefore("2020-05-11 10:30")).Should().BeTrue();
        town.Mailbox.After = _ => Task.CompletedTask;
        town.Mailbox.Before = _ => town.Now < Town.Moment("2020-05-13 12:00")
            ? throw new DeliveryDelayedException("The test", new IOException())
            : Task.CompletedTask;
        town.SleepUntil("2020-05-13 08:50");
        await town.Start();
        await town.Until("2020-05-13 18:00");

        (await town.LedgerLines()).Should().Contain(["receipt/at-once to law: sent", "receipt/again to law: sent"]);
        town.Mailbox.Arrived.Should().HaveCount(3);
        town.Mailbox.Arrived.Select(letter => letter.MessageId).Distinct().Should().HaveCount(2);
    }

    /// <summary>Law 16. The bag of the morning has the notice, its row was written in the evening: one letter, the evening's.</summary>
    [Fact]
    public async Task between_the_bag_and_the_ledger_says_it_once_all_the_same()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        await town.Until("2020-05-13 08:59");
        town.Wire.Before = what =>
        {
            if (what.Contains("$batch", StringComparison.Ordinal) && what.Contains("/Agreements", StringComparison.Ordinal))
            {
                town.Wire.Cut();
            }
        };

        (await town.DiesBefore("2020-05-13 09:30")).Should().BeTrue();
        town.SleepUntil("2020-05-13 18:00");
        await town.Start();
        await town.Minutes(20);

        town.Mailbox.Since("2020-05-13 00:00").Should().ContainSingle();
        town.Mailbox.Arrived[^1].MessageId.Should().StartWith("202005131000");
        (await town.Tables.Rows("Postbag")).Should().BeEmpty();
    }

    /// <summary>Wherever it is hit, the next host tells the same people the same things, and keeps what it acknowledged.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task again_and_again_loses_nothing_and_repeats_nothing(int seed)
    {
        Random random = new(seed);
        await using Town town = await Town.With(Papers.ItemOf());
        int deaths = 0;

        await Live("2020-05-12 10:00");
        await Insist(() => town.Sign());
        await Live("2020-06-22 10:00");
        await Insist(() => town.Report());
        await Live("2020-06-22 15:00");

        // Law 1: it may have died in its very last sweep, and costs three minutes. What is confirmed before that needs no letter.
        await town.Minutes(4);
        await Insist(() => town.Confirm());
        await Live("2020-06-24 10:00");
        await town.Minutes(4);

        deaths.Should().BeGreaterThan(8, $"seed {seed}");
        (await town.Events()).Where(what => what != "notice").Should().Equal("registered", "assigned", "signed", "reported", "confirmed");
        (await town.LedgerLines()).Where(line => !line.EndsWith("skipped", StringComparison.Ordinal)).Should().BeEquivalentTo(
            "receipt/at-once to law: sent", "due/month to law: sent", "due/week to law: sent", "due/eve to law: sent",
            "due/day to law: sent", "overdue/again to law: sent",
            "overdue/level-1 to first: sent", "overdue/level-1 to lead: sent", "confirmation/at-once to lead: sent",
            "review/week to first: sent", "review/week to second: sent", "review/week to third: sent",
            "closing/done to law: sent", "closing/done to lead: sent", "closing/done to desk: sent", "closing/done to first: sent",
            "closing/done to second: sent", "closing/done to third: sent");

        IEnumerable<string> letters = town.Mailbox.Arrived.DistinctBy(letter => letter.MessageId)
            .SelectMany(letter => letter.Written.Letter.Notices, (letter, notice) => $"{letter.To} {notice.Of.Key}");
        letters.Should().OnlyHaveUniqueItems().And.HaveCount(18);

        async Task Live(string moment)
        {
            while (true)
            {
                Arm();
                if (!await town.DiesBefore(moment))
                {
                    town.Wire.Before = _ => { };
                    return;
                }

                deaths++;
                await town.Start();
            }
        }

        async Task Insist(Func<Task<Answer>> call)
        {
            Arm(within: 8);
            Answer answer = await call();
            town.Wire.Before = _ => { };
            if (town.Wire.IsCut)
            {
                deaths++;
                await town.Kill();
                await town.Start();
                answer = await call();
            }

            answer.Status.Should().Be(200, answer.Text);
        }

        void Arm(int within = 60)
        {
            (Wire wire, int left) = (town.Wire, random.Next(1, within));
            wire.Before = _ =>
            {
                if (Interlocked.Decrement(ref left) == 0)
                {
                    wire.Cut();
                }
            };
        }
    }

    private static Task Die(Town town)
    {
        town.Wire.Cut();
        throw new WireCutException();
    }
}
