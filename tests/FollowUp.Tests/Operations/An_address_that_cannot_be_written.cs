using System.Text.Json.Nodes;
using FollowUp.Operations;
using FollowUp.Tests.Rig;

namespace FollowUp.Tests.Operations;

/// <summary>
/// In the register of a store that was written before the door was as narrow as it is now: nobody above waits for letters that cannot go
/// out. Tests <see cref="DeliveryRecorder"/> and <see cref="LetterPacker"/>.
/// </summary>
public sealed class An_address_that_cannot_be_written
{
    private const string Unwritable = "ivanov.@ex.example";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Two items that differ in nothing but their owners' addresses.</summary>
    [Fact]
    public async Task holds_back_nobody_above()
    {
        await using Town town = await Town.Empty("2026-11-02 09:00");
        (await town.Post("/api/registers", await Register())).Status.Should().Be(201);
        await town.Rewrite("dotted", person => person["email"] = Unwritable);

        await town.Until("2026-11-13 12:00");

        IReadOnlyList<string> bad = await Told(town, "bad"), good = await Told(town, "good");
        bad.Where(line => line.Contains("overdue/again", StringComparison.Ordinal))
            .Should().Equal("2026-11-09 overdue/again to dotted: failed");
        bad.Should().Contain(
            "2026-11-10 overdue/level-1 to l1: sent", "2026-11-11 overdue/level-2 to l2: sent", "2026-11-11 overdue/level-2 to iss: sent",
            "2026-11-09 undelivered/overdue-again-dotted to coord: sent", "2026-11-05 undelivered/due-day-dotted to coord: sent");
        bad.Where(line => !line.Contains("dotted", StringComparison.Ordinal)).Should()
            .Equal(good.Where(line => !line.Contains(" fine", StringComparison.Ordinal)), "those above hear of both alike");
        town.Mailbox.Arrived.Should().NotContain(letter => letter.To == "dotted", "what cannot be written is not handed over");
        town.Mailbox.Arrived.First(letter => letter.To == "coord").Written.Text
            .Should().Contain("A notice to dotted was refused: the mail address in the register is none that a letter can be sent to");
        (await town.Tables.Rows("Postbag")).Should().BeEmpty();
    }

    [Fact]
    public async Task is_followed_by_letters_once_it_is_mended()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        await town.Rewrite("law", person => person["email"] = Unwritable);
        await town.Until("2020-05-12 12:00");
        (await town.Put("/api/people/law", Papers.PersonOf("law"))).Status.Should().Be(200);
        await town.Until("2020-05-13 12:00");

        town.Letters.Should().Equal("05-11 10:02 desk: undelivered/receipt-at-once-law", "05-13 09:01 law: receipt/again");
    }

    [Fact]
    public async Task of_the_coordinator_too_is_told_to_the_issuer()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        await Spoil(town, "law", "desk");
        await town.Until("2020-05-12 12:00");

        town.Letters.Should().Equal("05-11 10:03 lead: undelivered/receipt-at-once-law");
    }

    [Fact]
    public async Task of_a_level_is_told_to_the_coordinator_and_the_next_level_hears_in_time()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        await town.Sign();
        await Spoil(town, "first");
        await town.Until("2020-06-29 12:00");

        (await town.LedgerLines()).Should().Contain("overdue/level-1 to first: failed").And.Contain("overdue/level-1 to lead: sent")
            .And.Contain("overdue/level-2 to second: sent");
        town.Mailbox.To("desk").Should().Contain("06-19 09:02 desk: undelivered/overdue-level-1-first");
    }

    /// <summary>Nobody is left to tell: the ledger says so, and nothing goes on for ever.</summary>
    [Fact]
    public async Task of_everybody_ends_with_every_notice_failed()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        await Spoil(town, "law", "lead", "desk", "first", "second", "third");
        await town.Until("2020-05-11 11:00");

        (await town.LedgerLines()).Where(line => line.Contains("at-once", StringComparison.Ordinal)).Should()
            .HaveCount(6, "the owner, and whoever could hear of it")
            .And.OnlyContain(line => line.EndsWith("failed", StringComparison.Ordinal));
        town.Letters.Should().BeEmpty();
        (await town.Tables.Rows("Postbag")).Should().BeEmpty();
    }

    [Theory]
    [InlineData("email", null, "there is no mail address in the register")]
    [InlineData("email", "", "there is no mail address in the register")]
    [InlineData("timeZone", "Europe/Atlantis", "the time zone Europe/Atlantis in the register is not known here")]
    public async Task is_not_the_only_thing_that_keeps_letters_from_somebody(string field, string? value, string reason)
    {
        await using Town town = await Town.With(Papers.ItemOf());
        await town.Sign();
        await town.Rewrite("law", person => person[field] = value);
        await town.Until("2020-06-20 12:00");

        (await Why(town, "overdue/again")).Should().Be(reason);
        (await town.LedgerLines()).Should().Contain("overdue/level-1 to first: sent");
        town.Mailbox.To("desk").Should().NotBeEmpty();
        (await town.Get("/api/health/ready")).Text.Should().Contain("\"ready\"");
    }

    [Fact]
    public async Task is_worse_only_where_the_register_lost_its_owner()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        await town.Sign();
        await town.Lose("law");
        await town.Until("2020-06-20 12:00");

        (await Why(town, "overdue/again")).Should().Be("whom it was meant for is not in the register");
        (await town.LedgerLines()).Should().Contain("overdue/level-1 to first: sent");
    }

    /// <summary>It keeps nobody from work, and from no letter.</summary>
    [Fact]
    public async Task is_better_than_a_calendar_that_is_gone()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        await town.Sign();
        await town.Rewrite("first", person => person["calendar"] = "gone");
        await town.Until("2020-06-20 12:00");

        (await town.LedgerLines()).Should().Contain("overdue/again to law: sent").And.Contain("overdue/level-1 to first: sent");
    }

    /// <summary>Of two items in one letter, one has lost its title.</summary>
    [Fact]
    public async Task is_no_worse_than_a_notice_without_words_beside_which_the_others_go_out()
    {
        await using Town town = await Town.With(Papers.ItemOf(), Papers.ItemOf("annex"));
        await town.Stop();
        await town.Change("Agreements", Papers.Agreement, "item|annex", item => item["title"] = null);
        await town.Start();
        await town.Until("2020-05-11 12:00");

        town.Mailbox.To("law").Should().Equal("05-11 10:01 law: receipt/at-once");
        town.Mailbox.Arrived.First(letter => letter.To == "law").Written.Text.Should().Contain("Revise the protocol");
        (await town.LedgerLines()).Should().Contain("receipt/at-once to law: sent");
        (await town.LedgerLines("annex")).Should().Contain("receipt/at-once to law: failed");
        (await town.Tables.Rows("Postbag")).Should().BeEmpty();
    }

    private static async Task Spoil(Town town, params string[] people)
    {
        foreach (string one in people)
        {
            await town.Rewrite(one, person => person["email"] = Unwritable);
        }
    }

    private static async Task<string?> Why(Town town, string notice) =>
        (string?)(await town.Ledger()).First(row => $"{row["ladder"]}/{row["rung"]}" == notice)["why"];

    private static async Task<IReadOnlyList<string>> Told(Town town, string item) =>
        [.. (await town.Get($"/api/agreements/x/items/{item}/ledger")).Body!["rows"]!.AsArray()
            .Select(row =>
                $"{DateTimeOffset.Parse((string)row!["decidedAt"]!, System.Globalization.CultureInfo.InvariantCulture).ToOffset(Town.Offset):yyyy-MM-dd} {row["ladder"]}/{row["rung"]} to {row["to"]}: {row["state"]}")
            .Order(StringComparer.Ordinal)];

    /// <summary>As it was sent to an earlier version, but for the address, which is not taken any more.</summary>
    private static async Task<JsonNode> Register()
    {
        using Stream file =
            typeof(An_address_that_cannot_be_written).Assembly.GetManifestResourceStream("faults/address-that-cannot-be-written.json")!;
        JsonNode register = (await JsonNode.ParseAsync(file, cancellationToken: Cancel))!;
        JsonNode dotted = register["people"]!.AsArray().Single(person => (string)person!["id"]! == "dotted")!;
        ((string)dotted["email"]!).Should().Be(Unwritable);
        dotted["email"] = "ivanov@ex.example";
        return register;
    }
}
