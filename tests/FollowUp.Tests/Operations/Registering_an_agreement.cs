using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using FollowUp.Operations;
using FollowUp.Tests.Rig;

namespace FollowUp.Tests.Operations;

/// <summary>Tests <see cref="AgreementRegistration"/>, <see cref="RegisterImport"/> and <see cref="RegisterResolver"/>.</summary>
public sealed class Registering_an_agreement
{
    /// <summary>Azure gives up on a request after 230 seconds, and people sooner.</summary>
    [Fact]
    public async Task starts_every_clock_also_for_a_caller_who_has_left()
    {
        await using Town town = await Town.Of("2020-05-11 10:00");
        using CancellationTokenSource leave = new();
        town.Wire.Before = what =>
        {
            if (what.StartsWith("POST", StringComparison.Ordinal) && what.EndsWith("/FollowUpHub", StringComparison.Ordinal))
            {
                leave.Cancel();
            }
        };
        using JsonContent agreement = JsonContent.Create(
            Papers.AgreementOf(Papers.Agreement, [.. Enumerable.Range(1, 100).Select(number => Papers.ItemOf($"item-{number}"))]));

        Func<Task> call = () => town.Http.PostAsync("/api/agreements", agreement, leave.Token);
        await call.Should().ThrowAsync<OperationCanceledException>();
        await town.Still();

        (await town.Hub.GetAllInstancesAsync(new(InstanceIdPrefix: "item.")).CountAsync(TestContext.Current.CancellationToken))
            .Should().Be(100);
    }

    /// <summary>README begins with it, and whoever takes FollowUp up begins with a copy.</summary>
    [Fact]
    public async Task begins_with_the_small_sample()
    {
        await using Town town = await Town.Empty("2026-11-20 10:00");
        string file = Path.Combine(FollowUp.Start.Root.Folder, "samples/small.json");

        Answer answer =
            await town.Post("/api/registers", JsonNode.Parse(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken))!);
        await town.Minutes(2);

        answer.Status.Should().Be(201, answer.Text);
        town.Letters.Should().ContainSingle("the owner is asked to sign");
    }

    [Fact]
    public async Task answers_201_then_200_for_the_same_and_409_for_other_content()
    {
        await using Town town = await Town.Of("2020-05-11 10:00");
        JsonObject agreement = Papers.AgreementOf("minutes", Papers.ItemOf());

        Answer first = await town.Post("/api/agreements", agreement);
        IReadOnlyList<string> stored = await town.Tables.Everything();
        Answer second = await town.Post("/api/agreements",
            new JsonObject(agreement.Reverse().Select(field => KeyValuePair.Create(field.Key, field.Value?.DeepClone()))));
        Answer other = await town.Post("/api/agreements", Papers.AgreementOf("minutes", Papers.ItemOf(dueOn: "2020-06-18")));

        (first.Status, first.Message.Headers.Location?.ToString()).Should().Be((201, "/api/agreements/minutes"));
        second.Status.Should().Be(200, second.Text);
        (other.Status, other.Problem).Should().Be((409, "taken"));
        (await town.Tables.Everything()).Should().Equal(stored);
    }

    [Fact]
    public async Task with_its_people_in_one_register_answers_the_same_way()
    {
        await using Town town = await Town.Empty("2020-05-11 10:00");
        JsonObject register = new()
        {
            ["people"] = Papers.People,
            ["agreements"] = new JsonArray(Papers.AgreementOf("minutes", Papers.ItemOf())),
        };

        Answer first = await town.Post("/api/registers", register);
        Answer second = await town.Post("/api/registers", register);

        (first.Status, second.Status).Should().Be((201, 200));
        (await town.Events()).Should().Equal("registered", "assigned");
    }

    /// <summary>docs/design.md §6: all faults at once, nothing stored.</summary>
    [Fact]
    public async Task in_a_register_with_one_that_is_taken_stores_nothing_of_it()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        IReadOnlyList<string> stored = await town.Tables.Everything();

        Answer answer = await town.Post("/api/registers", new JsonObject
        {
            ["people"] = new JsonArray(Papers.PersonOf("newcomer")),
            ["agreements"] =
                new JsonArray(Papers.AgreementOf("second", Papers.ItemOf()), Papers.AgreementOf("minutes", Papers.ItemOf("another"))),
        });

        (answer.Status, answer.Problem).Should().Be((409, "taken"), answer.Text);
        (await town.Tables.Everything()).Should().Equal(stored);
    }

    [Fact]
    public async Task takes_one_more_item_later_once()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        string items = "/api/agreements/minutes/items";

        Answer first = await town.Post(items, Papers.ItemOf("annex"));
        Answer second = await town.Post(items, Papers.ItemOf("annex"));
        Answer other = await town.Post(items, Papers.ItemOf("annex", owner: "law-2"));
        Answer nowhere = await town.Post("/api/agreements/none/items", Papers.ItemOf("annex"));

        (first.Status, first.ETag).Should().Be((201, "\"1\""), first.Text);
        (second.Status, other.Status, nowhere.Status).Should().Be((200, 409, 404));
        (await town.Events()).Should().Equal("registered", "assigned", "assigned");
        (await town.Get("/api/agreements/minutes")).Body!["items"]!.AsArray().Select(id => (string)id!).Should().Equal("protocol", "annex");
    }

    [Fact]
    public async Task asks_once_whether_it_is_new()
    {
        await using Town town = await Town.Of("2020-05-11 10:00");
        int asked = 0;
        town.Wire.Before = what => _ = what.StartsWith("GET", StringComparison.Ordinal)
            && what.Contains("/Agreements", StringComparison.Ordinal) ? Interlocked.Increment(ref asked) : 0;

        (await town.Post("/api/agreements", Papers.AgreementOf("minutes", Papers.ItemOf()))).Status.Should().Be(201);

        asked.Should().Be(1);
    }

    [Fact]
    public async Task twice_at_once_is_done_once()
    {
        await using Town town = await Town.Of("2020-05-11 10:00");
        JsonObject agreement =
            Papers.AgreementOf("minutes", [.. Enumerable.Range(0, 50).Select(n => (JsonNode)Papers.ItemOf($"item-{n}"))]);

        Answer[] answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => town.Post("/api/agreements", agreement.DeepClone())));

        answers.Should().OnlyContain(answer => answer.Status == 200 || answer.Status == 201);
        (await town.Events()).Where(what => what != "notice").Should().BeEquivalentTo(["registered", .. Enumerable.Repeat("assigned", 50)]);
    }

    /// <summary>Law 2: until its last transaction nobody sees it, and sending it again goes on where it stopped.</summary>
    [Fact]
    public async Task that_is_cut_off_half_way_is_invisible_until_it_is_sent_again()
    {
        await using Town town = await Town.Of("2020-05-11 10:00");
        JsonObject agreement =
            Papers.AgreementOf("minutes", [.. Enumerable.Range(0, 50).Select(n => (JsonNode)Papers.ItemOf($"item-{n}"))]);
        int transactions = 0;
        town.Wire.Before = what =>
        {
            if (what.Contains("/Agreements", StringComparison.Ordinal) && what.Contains("$batch", StringComparison.Ordinal)
                && ++transactions == 2)
            {
                town.Wire.Cut();
            }
        };

        _ = await town.Post("/api/agreements", agreement);
        await town.Kill();
        await town.Start();
        await town.Minutes(4);

        (await town.Get("/api/agreements")).Body!["agreements"]!.AsArray().Count.Should().Be(0);
        (await town.Get("/api/items")).Body!["items"]!.AsArray().Count.Should().Be(0);
        (await town.Get(Town.PathOf("item-1"))).Status.Should().Be(404);
        town.Letters.Should().BeEmpty();

        (await town.Post("/api/agreements", agreement)).Status.Should().Be(201);
        await town.Minutes(2);
        (await town.Get("/api/items")).Body!["items"]!.AsArray().Count.Should().Be(50);
        (await town.Events()).Count(what => what != "notice").Should().Be(51);
        town.Mailbox.Arrived.Should().ContainSingle().Which.Written.Letter.Notices.Should().HaveCount(50);
    }

    /// <summary>A register goes in whole or not at all: also where it is the store that cannot take a part of it.</summary>
    [Fact]
    public async Task that_no_row_takes_is_refused_with_everything_that_came_with_it()
    {
        await using Town town = await Town.Of("2020-05-11 10:00");
        IReadOnlyList<string> stored = await town.Tables.Everything();
        JsonObject big = Papers.AgreementOf("big", Papers.ItemOf());
        big["clauses"] = new JsonArray([.. Enumerable.Range(0, 40).Select(n =>
            new JsonObject { ["id"] = $"c{n}", ["text"] = new JsonObject { ["en"] = new string('x', 16_000) } })]);
        JsonObject calendar = new()
        {
            ["id"] = "DE",
            ["weekend"] = new JsonArray("saturday", "sunday"),
            ["holidays"] = new JsonArray([.. Enumerable.Range(0, 2_000).Select(n => new JsonObject
            {
                ["date"] = new DateOnly(2020, 1, 1).AddDays(3 * n).ToString("O", CultureInfo.InvariantCulture),
                ["name"] = new string('x', 300),
            })]),
            ["workingDays"] = new JsonArray(),
            ["knownThrough"] = "2049-12-31",
        };
        JsonObject register = new()
        {
            ["people"] = new JsonArray(Papers.PersonOf("new-one")),
            ["calendars"] = new JsonArray(calendar),
            ["agreements"] = new JsonArray(Papers.AgreementOf("good", Papers.ItemOf()), big),
        };

        Answer answer = await town.Post("/api/registers", register);

        answer.Status.Should().Be(422);
        answer.Pointers.Should().Equal("/calendars/0", "/agreements/1");
        answer.Text.Should().Contain("at most 470000 are taken: shorten its clauses")
            .And.Contain("at most 470000 are taken: leave out years that are over");
        (await town.Tables.Everything()).Should().Equal(stored);
        (await town.Post("/api/timetable", register.DeepClone())).Pointers.Should().Equal(answer.Pointers, "a dry run refuses the same");
    }

    /// <summary>Law 20: what is at a limit that is stated has room.</summary>
    [Fact]
    public async Task may_bring_somebody_with_as_many_absences_as_are_taken()
    {
        await using Town town = await Town.Of("2020-05-11 10:00");
        string standIn = new('s', 40);

        (await town.Post("/api/registers", With(4_001))).Pointers.Should().Equal("/people/1/absences");
        Answer taken = await town.Post("/api/registers", With(4_000));

        taken.Status.Should().Be(200, taken.Text[..Math.Min(300, taken.Text.Length)]);
        (await town.Get("/api/people/away")).Body!["absences"]!.AsArray().Count.Should().Be(4_000);

        JsonObject With(int absences)
        {
            JsonObject away = Papers.PersonOf("away");
            away["absences"] = new JsonArray([.. Enumerable.Range(0, absences).Select(n => new JsonObject
            {
                ["from"] = "2020-05-11",
                ["to"] = "2020-05-12",
                ["substitute"] = standIn,
            })]);
            return new() { ["people"] = new JsonArray(Papers.PersonOf(standIn), away) };
        }
    }
}
