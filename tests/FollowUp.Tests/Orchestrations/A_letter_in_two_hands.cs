using Azure.Core.Pipeline;
using FollowUp.Delivery;
using FollowUp.Ledger;
using FollowUp.Orchestrations;
using FollowUp.Storage;
using FollowUp.Tests.Rig;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace FollowUp.Tests.Orchestrations;

/// <summary>
/// A host that is slow, or stood still, has lost its place to another and does not know it: both run the activity of one letter. One of
/// them hands it over. Tests <see cref="LetterSender"/>, <see cref="UnmarkedLetters"/> and <see cref="LetterClaims"/>.
/// </summary>
public sealed class A_letter_in_two_hands
{
    private static readonly LetterKey Post = new("law", "202005110200");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task is_not_handed_over_by_one_while_the_other_does()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        await using ServiceProvider other = OtherHost(town);
        List<Tried?> tried = [];
        town.Mailbox.Before = async _ =>
        {
            if (tried.Count == 0)
            {
                tried.Add(Tried.Nothing);
                tried[0] = await Try(other);
            }
        };

        await town.Until("2020-05-11 11:00");

        tried.Should().Equal([null], "it was in other hands");
        town.Letters.Should().Equal("05-11 10:01 law: receipt/at-once");
        (await town.LedgerLines()).Should().Contain("receipt/at-once to law: sent");
        (await Try(other)).Should().Be(Tried.Nothing, "it is out");
        (await town.Tables.Rows("Postbag")).Should().BeEmpty();
    }

    /// <summary>Whoever wakes in the middle of packing it finds that its claim has run out, and who has come since.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task is_left_to_the_one_by_the_other_that_stood_still_before_or_after_packing_it(bool isPacked)
    {
        await using Town town = await Town.With(Papers.ItemOf());
        await using ServiceProvider other = OtherHost(town);
        Tried? tried = null;
        Action<string> standStill = what =>
        {
            if (tried is null && IsPacking(what))
            {
                tried = Tried.Nothing;
                ((FakeTimeProvider)town.Services.GetRequiredService<TimeProvider>()).Advance(TimeSpan.FromSeconds(70));
                tried = Try(other).GetAwaiter().GetResult();
            }
        };
        if (isPacked)
        {
            town.Wire.After = standStill;
        }
        else
        {
            town.Wire.Before = standStill;
        }

        await town.Until("2020-05-11 11:00");

        tried.Should().Be(new Tried(null, IsDelayed: false, IsMarked: true, HasMore: false));
        town.Mailbox.Arrived.Should().ContainSingle().Which.ToString().Should().Be("05-11 10:02 law: receipt/at-once");
        (await town.LedgerLines()).Should().Contain("receipt/at-once to law: sent");
        (await town.Tables.Rows("Postbag")).Should().BeEmpty();
    }

    /// <summary>The other one found it in hand, and it stayed there: the mail server was away. It is tried again all the same.</summary>
    [Fact]
    public async Task is_tried_again_by_the_other_once_the_one_has_given_up()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        await using ServiceProvider other = OtherHost(town);
        List<Tried?> tried = [];
        town.Mailbox.After = async _ =>
        {
            if (tried.Count == 0)
            {
                tried.Add(Tried.Nothing);
                tried[0] = await Try(other);
                town.Wire.Cut();
                throw new WireCutException();
            }
        };

        (await town.DiesBefore("2020-05-11 10:30")).Should().BeTrue();
        tried.Should().Equal([null], "it was in other hands");
        town.SleepUntil("2020-05-11 10:03");
        (await Try(other))!.IsMarked.Should().BeTrue();

        town.Mailbox.Arrived.Should().HaveCount(2);
        town.Mailbox.Arrived.Select(letter => letter.MessageId).Distinct()
            .Should().ContainSingle("it died before it could write down that it was out");
        (await town.Tables.Rows("Postbag")).Should().BeEmpty();
    }

    /// <summary>
    /// After a day without mail the next try of the server is four hours away; a claim that nobody holds any more is no such try.
    /// </summary>
    [Fact]
    public async Task is_tried_again_at_once_where_the_one_died_with_it_after_a_day_without_mail()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        bool died = false;
        town.Mailbox.Before = _ =>
        {
            if (town.Now >= Town.Moment("2020-05-12 08:00") && !died)
            {
                died = true;
                town.Wire.Cut();
                throw new WireCutException();
            }

            return town.Now < Town.Moment("2020-05-12 08:00") ? throw new DeliveryDelayedException("The test", new IOException())
                : Task.CompletedTask;
        };

        (await town.DiesBefore("2020-05-12 12:00")).Should().BeTrue();
        await town.Start();
        await town.Until("2020-05-12 12:00");

        town.Letters.Should().ContainSingle().Which.Should().Be("05-12 10:17 law: receipt/at-once");
        (await town.Tables.Rows("Postbag")).Should().BeEmpty();
    }

    /// <summary>The store was away when it was to write that down, and its claim has ended since: it knows by itself.</summary>
    [Fact]
    public async Task is_handed_over_once_by_a_host_that_could_not_write_it_down()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        Wire wire = new();
        await using ServiceProvider host = OtherHost(town, wire);
        await town.Still();
        await town.Stop();
        town.SleepUntil("2020-05-11 10:02");
        bool isAway = false;
        town.Mailbox.After = _ =>
        {
            isAway = true;
            return Task.CompletedTask;
        };
        wire.Before = what => _ = isAway && what.Contains("$batch", StringComparison.Ordinal) ? throw new InvalidDataException("away") : 0;
        (await Try(host)).Should().Be(new Tried(null, IsDelayed: false, IsMarked: false, HasMore: true));
        isAway = false;
        town.SleepUntil("2020-05-11 10:04");

        (await Try(host)).Should().Be(new Tried(null, IsDelayed: false, IsMarked: true, HasMore: false));

        town.Mailbox.Arrived.Should().ContainSingle();
        (await town.Tables.Rows("Postbag")).Should().BeEmpty();
        host.GetRequiredService<UnmarkedLetters>().Find(Post, town.Mailbox.Arrived.Single().MessageId).Should().BeNull("it is marked");
    }

    private static bool IsPacking(string what) =>
        what.StartsWith("POST", StringComparison.Ordinal) && what.EndsWith("/Postbag", StringComparison.Ordinal);

    /// <summary>The same app in another process: it shares nothing but the tables and the clock.</summary>
    private static ServiceProvider OtherHost(Town town, Wire? wire = null)
    {
        IConfiguration settings = new ConfigurationBuilder().AddInMemoryCollection(
            [new("AzureWebJobsStorage", town.Tables.Connection), new("Board:Url", "https://board.example/board/")]).Build();
        return new ServiceCollection()
            .AddLogging()
            .AddSingleton(town.Services.GetRequiredService<TimeProvider>())
            .AddSingleton<ILetterChannel>(town.Mailbox)
            .AddSingleton<HttpPipelineTransport>(wire ?? new Wire())
            .AddSingleton(town.Hub)
            .AddFollowUp(settings)
            .BuildServiceProvider();
    }

    /// <returns>Null where it is in other hands.</returns>
    private static async Task<Tried?> Try(ServiceProvider host)
    {
        try
        {
            return await host.GetRequiredService<LetterSender>().Send(Post, host.GetRequiredService<DurableTaskClient>(), Cancel);
        }
        catch (LetterClaimedException)
        {
            return null;
        }
    }
}
