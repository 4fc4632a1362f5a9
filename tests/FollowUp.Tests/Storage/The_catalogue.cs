using System.Text.Json.Nodes;
using Azure.Data.Tables;
using FollowUp.Storage;
using FollowUp.Tests.Rig;

namespace FollowUp.Tests.Storage;

/// <summary>
/// It says in which agreements to look for what is late, and is left alone by what is not: lists do not slow down over the years. Tests
/// <see cref="AgreementIndex"/> and <see cref="ItemFilter"/>.
/// </summary>
public sealed class The_catalogue
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Ten agreements of two items, one due in June and the other in September, each in its own year.</summary>
    private static async Task<Town> Ministry()
    {
        Town town = await Town.Of("2020-05-11 10:00");
        for (int n = 0; n < 10; n++)
        {
            JsonObject agreement =
                Papers.AgreementOf($"minutes-{n}", Papers.ItemOf("one", $"{2020 + n}-06-16"), Papers.ItemOf("two", $"{2020 + n}-09-15"));
            (await town.Post("/api/agreements", agreement)).Status.Should().Be(201);
        }

        return town;
    }

    [Fact]
    public async Task finds_what_is_late_and_asks_nobody_else()
    {
        await using Town town = await Ministry();
        List<string> asked = [];
        town.Wire.Before = asked.Add;

        (await town.Pages("slip=red", 200)).Should().BeEmpty();
        asked.Should().ContainSingle("nothing is due so soon").Which.Should().EndWith("/People()");
        (await town.Pages("state=open&dueBefore=2021-01-01", 200)).Should().Equal("minutes-0/one", "minutes-0/two");
        asked.Should().HaveCount(1 + 2);

        await town.Until("2020-06-17 00:30");
        asked.Clear();
        (await town.Pages("slip=red", 200)).Should().Equal("minutes-0/one");
        asked.Where(one => one.Contains("Agreements", StringComparison.Ordinal)).Should().ContainSingle();
    }

    [Fact]
    public async Task lists_agreements_page_by_page_without_reading_anything_else()
    {
        await using Town town = await Ministry();
        List<string> asked = [];
        town.Wire.Before = asked.Add;

        List<string> seen = [];
        string? cursor = null;
        do
        {
            Answer page = await town.Get($"/api/agreements?limit=4{(cursor is null ? "" : $"&cursor={cursor}")}");
            seen.AddRange(page.Body!["agreements"]!.AsArray().Select(agreement => (string)agreement!["id"]!));
            cursor = (string?)page.Body["next"];
        }
        while (cursor is not null);

        seen.Should().Equal(Enumerable.Range(0, 10).Select(n => $"minutes-{n}"));
        asked.Should().HaveCount(3 + 5 + 5 + 2, "each page asks the catalogue, and reads one more than it shows");
    }

    /// <summary>Days that are over leave it by night, unless something is still open.</summary>
    [Fact]
    public async Task forgets_a_day_that_is_over_and_done()
    {
        await using Town town =
            await Town.With(Papers.ItemOf("done", "2020-05-13"), Papers.ItemOf("late", "2020-05-14"), Papers.ItemOf("moved", "2020-05-15"));
        await town.Put($"{Town.PathOf("done")}/completion", Papers.Done("law"));
        await town.Put($"{Town.PathOf("done")}/confirmation", Papers.By("lead"));
        (await town.Put($"{Town.PathOf("moved")}/due-date",
            new JsonObject { ["by"] = "desk", ["dueOn"] = "2020-06-17", ["reason"] = "The visit was put off." })).Status.Should().Be(200);
        (await Days(town)).Should().Equal("2020-05-13", "2020-05-14", "2020-05-15", "2020-06-17");

        await town.Until("2020-05-16 12:00");

        (await Days(town)).Should().Equal("2020-05-14", "2020-06-17");
        (await town.Pages("slip=red", 200)).Should().Equal("minutes/late");
        (await town.Pages("state=open&dueBefore=2020-07-01", 200)).Should().Equal("minutes/late", "minutes/moved");
        (await town.Pages("dueBefore=2020-07-01", 200)).Should().Equal("minutes/done", "minutes/late", "minutes/moved");
    }

    /// <summary>Somebody sets the date back to that day while it is looked at: it was written first, so it stays.</summary>
    [Theory]
    [InlineData("GET")]
    [InlineData("DELETE")]
    public async Task keeps_a_day_that_was_written_again_meanwhile(string before)
    {
        await using Town town = await Town.With(Papers.ItemOf("moved", "2020-05-15"));
        (await town.Put($"{Town.PathOf("moved")}/due-date",
            new JsonObject { ["by"] = "desk", ["dueOn"] = "2020-06-17", ["reason"] = "The visit was put off." })).Status.Should().Be(200);
        bool wasWritten = false;
        town.Wire.Before = what =>
        {
            bool isDeleted = what.StartsWith("DELETE", StringComparison.Ordinal) && what.Contains("~due", StringComparison.Ordinal);
            bool isLookedAt = what.StartsWith("GET", StringComparison.Ordinal) && what.EndsWith("/Agreements()", StringComparison.Ordinal);
            if (!wasWritten && (before == "GET" ? isLookedAt : isDeleted))
            {
                wasWritten = true;
                using Azure.Response answer = town.Tables.Table("People").UpsertEntity(
                    new TableEntity("named", "~due|2020-05-15|minutes") { ["At"] = "2020-05-16T03:40:00Z" }, TableUpdateMode.Merge, Cancel);
            }
        };

        await town.Until("2020-05-16 12:00");

        wasWritten.Should().BeTrue();
        (await Days(town)).Should().Equal("2020-05-15", "2020-06-17");
        town.Wire.Before = _ => { };
        await town.Until("2020-05-17 12:00");
        (await Days(town)).Should().Equal(["2020-06-17"], "a day later it had its time");
    }

    /// <summary>What is to be due that day may be written a little later than the day.</summary>
    [Fact]
    public async Task keeps_a_day_that_was_only_just_written()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        _ = await town.Tables.Table("People").UpsertEntityAsync(
            new TableEntity("named", "~due|2020-05-13|minutes") { ["At"] = "2020-05-16T03:35:00Z" }, TableUpdateMode.Merge, Cancel);

        await town.Until("2020-05-16 12:00");
        (await Days(town)).Should().Equal("2020-05-13", "2020-06-17");
        await town.Until("2020-05-17 12:00");
        (await Days(town)).Should().Equal("2020-06-17");
    }

    /// <summary>A store that was begun before there was a catalogue is gone through once, when a host comes to it.</summary>
    [Fact]
    public async Task is_made_for_a_store_that_has_none()
    {
        await using Town town = await Ministry();
        await town.Until("2020-06-17 00:30");
        await town.Stop();
        IReadOnlyList<string> before = await Named(town);
        foreach (string row in before.Where(row => row.StartsWith('~')))
        {
            using Azure.Response answer = await town.Tables.Table("People").DeleteEntityAsync("named", row, cancellationToken: Cancel);
        }

        _ = await town.Tables.Table("People").UpsertEntityAsync(new TableEntity("named", "law|minutes-3"), TableUpdateMode.Replace, Cancel);
        await town.Start();

        (await Named(town)).Should().Equal(before);
        (await town.Pages("slip=red", 200)).Should().Equal("minutes-0/one");
        (await town.Pages("owner=law", 7)).Should().HaveCount(20);
        int asked = town.Wire.Requests;
        await town.Stop();
        await town.Start();
        town.Wire.Requests.Should().BeLessThan(asked, "once is enough");
    }

    [Fact]
    public async Task knows_of_what_came_round()
    {
        JsonObject meeting = Papers.ItemOf("meet", "2020-05-20");
        meeting["recurrence"] = "FREQ=MONTHLY;COUNT=2";
        await using Town town = await Town.With(meeting);
        await town.Put($"{Town.PathOf("meet")}/completion", Papers.Done("law"));
        await town.Put($"{Town.PathOf("meet")}/confirmation", Papers.By("lead"));
        await town.Until("2020-06-21 00:30");

        (await Days(town)).Should().Equal("2020-06-20");
        (await town.Pages("slip=red", 200)).Should().Equal("minutes/meet-2");
    }

    /// <summary>Whatever people did: each list is what one finds who reads every item there is.</summary>
    [Fact]
    public Task agrees_with_the_items() => Seeds.Each(2, async random =>
    {
        await using Town town = await Town.Of("2020-05-11 10:00");
        for (int n = 0; n < 6; n++)
        {
            JsonNode[] items =
            [
                .. Enumerable.Range(0, 1 + random.Next(4))
                    .Select(i => Papers.ItemOf($"item-{i}", Day(random), random.One("law", "law-2", "second"))),
            ];
            (await town.Post("/api/agreements", Papers.AgreementOf($"minutes-{n}", items))).Status.Should().Be(201);
        }

        foreach (string moment in new[] { "2020-05-12 12:00", "2020-05-27 12:00", "2020-06-10 12:00", "2020-06-30 12:00" })
        {
            await Live(town, random);
            await town.Until(moment);
            await Agree(town, random.One(1, 3, 200));
        }
    });

    private static async Task Live(Town town, Random random)
    {
        foreach (string name in await town.Pages("", 200))
        {
            string path = $"/api/agreements/{name.Replace("/", "/items/", StringComparison.Ordinal)}";
            (string verb, JsonObject body) = random.Next(8) switch
            {
                0 => ("completion", Papers.Done("second")),
                1 => ("completion", Papers.Done("law")),
                2 => ("confirmation", Papers.By("lead")),
                3 => ("owner",
                    new JsonObject { ["by"] = "desk", ["owner"] = random.One("law", "law-2", "second"), ["reason"] = "She left." }),
                4 => ("due-date", new JsonObject { ["by"] = "desk", ["dueOn"] = Day(random), ["reason"] = "The visit was put off." }),
                5 => ("withdrawal", new JsonObject { ["by"] = "desk", ["reason"] = "It was overtaken." }),
                6 => ("waiting", new JsonObject { ["by"] = "desk", ["reason"] = "Their text is not here." }),
                _ => ("receipt", Papers.By("law")),
            };
            (await town.Put($"{path}/{verb}", body)).Status.Should().BeLessThan(500);
        }
    }

    private static async Task Agree(Town town, int limit)
    {
        Dictionary<string, JsonNode> all = (await town.Tables.Rows("Agreements"))
            .Where(row => row.RowKey.StartsWith("item|", StringComparison.Ordinal))
            .ToDictionary(row => $"{row.PartitionKey}/{row.RowKey[5..]}",
                row => (JsonNode)new JsonObject
                {
                    ["owner"] = row.GetString("Owner"),
                    ["due"] = row.GetString("DueOn"),
                    ["state"] = row.GetString("Standing")
                });
        (await town.Pages("", limit)).Should().Equal(Those(_ => true));
        foreach (string owner in new[] { "law", "law-2", "second", "desk" })
        {
            (await town.Pages($"owner={owner}", limit)).Should().Equal(Those(item => (string)item["owner"]! == owner));
        }

        foreach (string day in new[] { "2020-05-25", "2020-06-15", "2020-08-01" })
        {
            (await town.Pages($"state=open&dueBefore={day}", limit))
                .Should().Equal(Those(item => IsBefore(item, day) && (string)item["state"]! is not ("confirmed" or "withdrawn")));
            (await town.Pages($"dueBefore={day}", limit)).Should().Equal(Those(item => IsBefore(item, day)));
            (await town.Pages($"state=reported&dueBefore={day}", limit))
                .Should().Equal(Those(item => IsBefore(item, day) && (string)item["state"]! == "reported"));
            (await town.Pages($"state=withdrawn&dueBefore={day}", limit))
                .Should().Equal(Those(item => IsBefore(item, day) && (string)item["state"]! == "withdrawn"));
        }

        IEnumerable<string> Those(Func<JsonNode, bool> which) =>
            all.Where(one => which(one.Value)).Select(one => one.Key).Order(StringComparer.Ordinal);
    }

    private static bool IsBefore(JsonNode item, string day) => string.CompareOrdinal((string)item["due"]!, day) < 0;

    private static string Day(Random random) =>
        new DateOnly(2020, 5, 18).AddDays(random.Next(60)).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static async Task<IReadOnlyList<string>> Named(Town town) =>
        [.. (await town.Tables.Rows("People")).Where(row => row.PartitionKey == "named").Select(row => row.RowKey)];

    private static async Task<IReadOnlyList<string>> Days(Town town) =>
        [.. (await Named(town)).Where(row => row.StartsWith("~due|", StringComparison.Ordinal)).Select(row => row.Split('|')[1])];
}
