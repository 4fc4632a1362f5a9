using System.Text.Json.Nodes;
using FollowUp.Delivery;
using FollowUp.Orchestrations;
using FollowUp.Scheduling;
using FollowUp.Tests.Rig;

namespace FollowUp.Tests.Orchestrations;

/// <summary>
/// They share the work of one orchestration; what goes wrong with one of them is its own business. Tests <see cref="DeliverLetters"/>,
/// <see cref="GatherLetters"/>, <see cref="SendLetters"/>, <see cref="RetryLetters"/>, <see cref="LetterSender"/> and
/// <see cref="LetterStarter"/>.
/// </summary>
public sealed class The_letters_of_a_minute
{
    private const string Slot = "202005110200";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    [InlineData(34)]
    public async Task go_out_by_one_orchestration(int readers)
    {
        await using Town town = await TownOf(readers);

        await town.Until("2020-05-11 10:02");

        town.Letters.Should().BeEquivalentTo(Enumerable.Range(1, readers).Select(n => $"05-11 10:01 unit-{n}: receipt/at-once"));
        (await Instances(town)).Should().Equal($"letters.{Slot} Completed");
        (await town.Tables.Rows("Postbag")).Should().BeEmpty();
    }

    /// <summary>Whatever it is that fails, once with the others and once by itself.</summary>
    [Theory]
    [InlineData(10)]
    [InlineData(12)]
    public async Task are_held_up_by_none_that_cannot_be_sent(int readers)
    {
        await using Town town = await TownOf(readers);
        int tries = 0;
        town.Mailbox.Before = letter => letter.Letter.Recipient == "unit-7" && tries++ < 2
            ? throw new InvalidOperationException("A fault of its own.") : Task.CompletedTask;

        await town.Until("2020-05-11 10:01:01");
        town.Letters.Should().HaveCount(readers - 1).And.OnlyContain(line => line.StartsWith("05-11 10:01 ", StringComparison.Ordinal));
        await town.Until("2020-05-11 10:10");

        town.Letters.Should().HaveCount(readers);
        town.Mailbox.To("unit-7").Should().ContainSingle();
        (await Instances(town)).Should().Equal($"letters.{Slot} Completed", $"post.unit-7.{Slot} Completed");
        (await town.Tables.Rows("Postbag")).Should().BeEmpty();
    }

    /// <summary>After 1, 2 and 4 minutes, as if it had gone by itself from the beginning.</summary>
    [Fact]
    public async Task are_held_up_by_none_that_is_not_taken_now()
    {
        await using Town town = await TownOf(10);
        List<string> tried = [];
        town.Mailbox.Before = letter =>
        {
            if (letter.Letter.Recipient != "unit-7" || town.Now >= Town.Moment("2020-05-11 10:08"))
            {
                return Task.CompletedTask;
            }

            tried.Add($"{town.Now:mm:ss}");
            throw new DeliveryDelayedException("The test", new IOException());
        };

        await town.Until("2020-05-11 10:30");

        tried.Should().Equal("01:01", "02:01", "04:01");
        town.Letters.Should().HaveCount(10);
        town.Mailbox.To("unit-7").Should().Equal("05-11 10:08 unit-7: receipt/at-once");
        town.Letters.Count(line => line.StartsWith("05-11 10:01 ", StringComparison.Ordinal)).Should().Be(9);
    }

    [Fact]
    public async Task end_each_for_itself_where_one_is_refused()
    {
        await using Town town = await TownOf(10);
        town.Mailbox.Before = letter => letter.Letter.Recipient == "unit-7"
            ? throw new DeliveryRefusedException("The test", "550 no such mailbox") : Task.CompletedTask;

        await town.Until("2020-05-11 10:02");

        town.Letters.Should().HaveCount(9);
        (await town.LedgerLines("item-7")).Should().Contain("receipt/at-once to unit-7: failed");
        (await Instances(town)).Should().Contain($"letters.{Slot} Completed").And.NotContain(
            line => line.StartsWith("post.", StringComparison.Ordinal), "it has come to its end with the others");
    }

    /// <summary>Whoever has a letter in it may have been found out before.</summary>
    [Fact]
    public async Task go_without_one_that_comes_when_the_minute_is_over()
    {
        await using Town town = await TownOf(1);
        LetterStarter starter = new(new Fixed(Town.Moment("2020-05-11 10:01")));

        await starter.Start([new("late", Slot), new("late", "202005110201")], town.Hub, Cancel);

        (await Instances(town)).Should().Equal($"letters.{Slot} Pending", "letters.202005110201 Pending", $"post.late.{Slot} Pending");
    }

    private static async Task<Town> TownOf(int readers)
    {
        Town town = await Town.Of("2020-05-11 10:00");
        string[] units = [.. Enumerable.Range(1, readers).Select(n => $"unit-{n}")];
        JsonArray people = [.. units.Select(id => (JsonNode)Papers.PersonOf(id))];
        (await town.Post("/api/registers", new JsonObject { ["people"] = people })).Status.Should().Be(200);
        JsonNode[] items = [.. units.Select(unit => (JsonNode)Papers.ItemOf(unit.Replace("unit", "item"), owner: unit))];
        (await town.Post("/api/agreements", Papers.AgreementOf(Papers.Agreement, items))).Status.Should().Be(201);
        return town;
    }

    /// <summary>Those that carry letters.</summary>
    private static async Task<List<string>> Instances(Town town) =>
        await town.Hub.GetAllInstancesAsync().Where(one => !one.InstanceId.StartsWith("item.", StringComparison.Ordinal))
            .Select(one => $"{one.InstanceId} {one.RuntimeStatus}").Order(StringComparer.Ordinal).ToListAsync(Cancel);

    private sealed class Fixed(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now.ToUniversalTime();
    }
}
