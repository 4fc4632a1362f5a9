using System.Text.Json.Nodes;
using FollowUp.Operations;
using FollowUp.Tests.Rig;

namespace FollowUp.Tests.Operations;

/// <summary>
/// Law 1: whatever names them is looked at, whoever dies meanwhile. The level is told on Friday, 19 June 2020. Tests
/// <see cref="PersonUpdater"/>, <see cref="AffectedItems"/> and <see cref="PeopleCache"/>.
/// </summary>
public sealed class A_person_who_is_written_anew
{
    private const string Lisbon = "06-19 16:01 first: overdue/level-1";
    private const string Vladivostok = "06-19 07:01 first: overdue/level-1";

    [Fact]
    public async Task by_a_host_that_dies_right_after_is_told_by_their_new_morning_all_the_same()
    {
        await using Town town = await Late();
        town.Wire.After = what => Cut(town, what, "/People");

        _ = await Move(town);
        town.Wire.IsCut.Should().BeTrue();
        await town.Kill();
        await town.Start();
        await town.Minutes(4);
        ((string)(await town.Get("/api/people/first")).Body!["timeZone"]!).Should().Be("Asia/Vladivostok");
        (await Marks(town)).Should().BeEmpty();
        await town.Until("2020-06-19 18:00");

        town.Mailbox.To("first").Should().Equal(Vladivostok);
    }

    [Fact]
    public async Task by_a_host_that_dies_right_before_is_not_and_leaves_no_trace()
    {
        await using Town town = await Late();
        town.Wire.Before = what => Cut(town, what, "/People");

        _ = await Move(town);
        town.Wire.IsCut.Should().BeTrue();
        await town.Kill();
        await town.Start();
        await town.Minutes(4);
        (await Marks(town)).Should().ContainSingle("whoever wrote it may only be slow");
        await town.Minutes(5);
        (await Marks(town)).Should().BeEmpty();
        await town.Until("2020-06-19 18:00");

        town.Mailbox.To("first").Should().Equal(Lisbon);
    }

    /// <summary>Whichever request to the store was its last.</summary>
    [Fact]
    public async Task by_a_host_that_dies_anywhere_is_counted_by_what_was_written()
    {
        await using Town town = await Late();
        int written = 0;
        int deaths = 0;
        for (bool isOver = false; !isOver; deaths++)
        {
            string zone = await ZoneOf(town) == "Europe/Lisbon" ? "Asia/Vladivostok" : "Europe/Lisbon";
            (Wire wire, int left) = (town.Wire, deaths + 1);
            wire.Before = _ =>
            {
                if (Interlocked.Decrement(ref left) == 0)
                {
                    wire.Cut();
                }
            };
            _ = await Move(town, zone);
            isOver = !wire.IsCut;
            wire.Before = _ => { };
            if (!isOver)
            {
                await town.Kill();
                await town.Start();
                await town.Minutes(4);
            }

            written += await ZoneOf(town) == zone ? 1 : 0;
            ((string)(await town.Item())["nextAt"]!)
                .Should().Be(await ZoneOf(town) == "Europe/Lisbon" ? "2020-06-19T08:00:00Z" : "2020-06-18T23:00:00Z",
                    $"the host died at request {deaths + 1}");
        }

        written.Should().BeGreaterThan(3).And.BeLessThan(deaths - 3, "it died before and after");
    }

    [Theory]
    [InlineData("/Agreements()")]
    [InlineData("/Agreements(PartitionKey")]
    public async Task is_written_also_where_items_cannot_be_looked_at_and_the_sweep_looks_again(string unread)
    {
        await using Town town = await Late();
        town.Wire.Before = what =>
        {
            if (what.Contains(unread, StringComparison.Ordinal))
            {
                throw new WireCutException();
            }
        };

        Answer answer = (await Move(town))!;
        town.Wire.Before = _ => { };
        answer.Status.Should().Be(200, answer.Text);
        (await Marks(town)).Should().ContainSingle();
        await town.Minutes(4);

        (await Marks(town)).Should().BeEmpty();
        await town.Until("2020-06-19 18:00");
        town.Mailbox.To("first").Should().Equal(Vladivostok);
    }

    [Fact]
    public async Task just_as_they_are_wakes_nobody()
    {
        await using Town town = await Late();
        IReadOnlyList<string> before = await town.Tables.Everything();
        List<string> writes = [];
        town.Wire.Before = what =>
        {
            if (what.Contains("/Agreements", StringComparison.Ordinal))
            {
                writes.Add(what);
            }
        };

        (await town.MoveTo("first", "Europe/Lisbon")).Status.Should().Be(200);

        writes.Should().BeEmpty("nothing has to be looked at");
        (await town.Tables.Everything()).Should().Equal(before);
    }

    // Law 15: who stands in is found when a letter goes out; until then nothing has to be moved for it.
    [Fact]
    public async Task away_or_with_another_address_wakes_nobody_either_and_the_next_letter_goes_by_it()
    {
        await using Town town = await Late();
        IReadOnlyList<string> before = await Clocks(town);
        JsonObject away = Papers.PersonOf("first");
        (away["timeZone"], away["email"]) = ("Europe/Lisbon", "first@new.example");
        away["absences"] = new JsonArray(new JsonObject { ["from"] = "2020-06-19", ["to"] = "2020-06-30", ["substitute"] = "law-2" });

        (await town.Put("/api/people/first", away)).Status.Should().Be(200);

        (await Clocks(town)).Should().Equal(before);
        await town.Until("2020-06-19 18:00");
        town.Mailbox.To("first").Should().BeEmpty();
        town.Mailbox.To("law-2").Should().Equal("06-19 16:01 law-2: overdue/level-1");
    }

    // Law 14: closed on a Saturday; whoever was told in somebody's place that it is late hears on Monday that it is done.
    [Fact]
    public async Task and_only_stood_in_when_it_was_late_hears_of_its_end_by_their_new_morning()
    {
        await using Town town = await Late();
        await town.MoveTo("law-2", "Europe/Lisbon");
        JsonObject away = Papers.PersonOf("first");
        away["absences"] = new JsonArray(new JsonObject { ["from"] = "2020-06-19", ["to"] = "2020-06-30", ["substitute"] = "law-2" });
        (await town.Put("/api/people/first", away)).Status.Should().Be(200);
        await town.Until("2020-06-20 12:00");
        await town.Report();
        await town.Confirm();

        await town.MoveTo("law-2", "Asia/Vladivostok");
        await town.Until("2020-06-23 12:00");

        town.Mailbox.To("law-2").Should().Equal("06-19 09:01 law-2: overdue/level-1", "06-22 07:01 law-2: closing/done");
    }

    [Fact]
    public async Task in_a_register_file_is_as_good_as_one_by_one()
    {
        await using Town town = await Late();
        JsonObject east = Papers.PersonOf("first");
        east["timeZone"] = "Asia/Vladivostok";
        (await town.Post("/api/registers", new JsonObject { ["people"] = new JsonArray(east) })).Status.Should().Be(200);
        await town.Until("2020-06-19 18:00");

        town.Mailbox.To("first").Should().Equal(Vladivostok);
        (await Marks(town)).Should().BeEmpty();
    }

    /// <summary>An item that is late, with a level in Lisbon who is told tomorrow.</summary>
    private static async Task<Town> Late()
    {
        Town town = await Town.Of("2020-05-11 10:00");
        await town.MoveTo("first", "Europe/Lisbon");
        await town.MoveTo("lead", "Europe/Lisbon");
        (await town.Post("/api/agreements", Papers.AgreementOf(Papers.Agreement, Papers.ItemOf()))).Status.Should().Be(201);
        await town.Sign();
        await town.Until("2020-06-18 12:00");
        return town;
    }

    /// <summary>A host that dies may not answer.</summary>
    private static async Task<Answer?> Move(Town town, string zone = "Asia/Vladivostok")
    {
        try
        {
            return await town.MoveTo("first", zone);
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    private static async Task<string> ZoneOf(Town town) => (string)(await town.Get("/api/people/first")).Body!["timeZone"]!;

    private static async Task<IEnumerable<string>> Marks(Town town) =>
        (await town.Tables.Rows("Due")).Select(row => row.RowKey).Where(key => key.StartsWith("person|", StringComparison.Ordinal));

    /// <summary>Everything but the people themselves.</summary>
    private static async Task<IReadOnlyList<string>> Clocks(Town town) =>
        [.. (await town.Tables.Everything()).Where(row => !row.StartsWith("People ", StringComparison.Ordinal))];

    private static void Cut(Town town, string what, string table)
    {
        if (what.Contains("$batch", StringComparison.Ordinal) && what.Contains(table, StringComparison.Ordinal))
        {
            town.Wire.Cut();
        }
    }
}
