using System.Text.Json.Nodes;
using FollowUp.Operations.Successions;
using FollowUp.People;
using FollowUp.Storage;
using FollowUp.Tests.Rig;
using static FollowUp.Tests.Stories.Rig.LeavingOffice;
using Microsoft.Extensions.DependencyInjection;

namespace FollowUp.Tests.Stories.InTown;

/// <summary>
/// What comes between a succession and its end: callers who go away, words that change, people who are written meanwhile, successors who
/// leave. Tests <see cref="SuccessionDesk"/>, <see cref="SuccessionSteps"/>, <see cref="SuccessionRef"/> and <see cref="Succeeding"/>.
/// </summary>
public sealed class A_succession_in_disorder
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Law 1: a caller who goes away, or a host that dies, right after it was written.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task is_replaced_once_that_is_written_whatever_becomes_of_the_call(bool hostDies)
    {
        await using Town town = await Office();
        SuccessionDesk desk = town.Services.GetRequiredService<SuccessionDesk>();
        Succession draft = await desk.Draft("law", "law-2", new(2020, 6, 1), "law retires", new("desk", null), Cancel);
        string token = (await desk.Preview(draft, Cancel)).Token;
        using CancellationTokenSource caller = new();
        town.Wire.After = what =>
        {
            if (what.StartsWith("POST", StringComparison.Ordinal) && what.EndsWith("/People", StringComparison.Ordinal))
            {
                (hostDies ? town.Wire.Cut : (Action)caller.Cancel)();
            }
        };
        Task asked = desk.Schedule(draft, token, town.Hub, caller.Token);
        await Task.WhenAny(asked, town.Wire.WhenCut);
        (caller.IsCancellationRequested, town.Wire.IsCut).Should().Be((!hostDies, hostDies));
        if (hostDies)
        {
            await town.Kill();
            await town.Start();
        }

        await town.Until("2020-06-01 00:30");

        (await Owners(town)).Should().Equal("law-2", "law-2", "law-2");
    }

    [Fact]
    public async Task is_not_replaced_by_an_entry_of_what_was_never_written()
    {
        await using Town town = await Office();
        (await Ask(town, "2020-06-01")).Status.Should().Be(202);
        DueIndex due = town.Services.GetRequiredService<DueIndex>();
        await due.AddSuccessionEntry(new("law", 1, Town.Moment("2020-05-20 00:00")), Cancel);
        await due.AddSuccessionEntry(new("third", 1, Town.Moment("2020-05-20 00:00")), Cancel);
        await town.Until("2020-05-21 00:00");
        (await Owners(town)).Should().Equal("law", "law", "law-2");
        await town.Until("2020-06-01 00:30");

        (await Owners(town)).Should().Equal("law-2", "law-2", "law-2");
        (await town.Tables.Rows("Due")).Should().NotContain(row => row.RowKey.StartsWith("succession|"));
    }

    [Fact]
    public async Task is_not_replaced_by_another_under_the_same_token()
    {
        await using Town town = await Office();
        JsonNode token = (await town.Post(Law, Leaves("2020-06-01"))).Body!["preview"]!;
        foreach (int time in (int[])[1, 2])
        {
            Answer asked = await town.Post($"{Law}?preview={token}", Leaves("2020-06-01"));
            (asked.Status, (int)asked.Body!["number"]!).Should().Be((202, 1));
        }

        (string, string)[] others = [("successor", "third"), ("on", "2020-06-02"), ("by", "lead"), ("reason", "x")];
        foreach ((string field, string other) in others)
        {
            JsonObject body = Leaves("2020-06-01");
            body[field] = other;
            (await town.Post($"{Law}?preview={token}", body)).Status.Should().Be(412, field);
        }
    }

    [Fact]
    public async Task keeps_what_somebody_writes_of_a_person_meanwhile()
    {
        await using Town town = await Office();
        (await Ask(town, "2020-06-01")).Status.Should().Be(202);
        bool isWritten = false;
        town.Wire.Before = what =>
        {
            // People are written at the end, law before third.
            if (town.Now >= Town.Moment("2020-06-01 00:00") && !isWritten && what.Contains("$batch") && what.Contains("/People("))
            {
                isWritten = true;
                Rename(town);
            }
        };
        await town.Until("2020-06-01 00:30");

        isWritten.Should().BeTrue();
        JsonNode third = (await town.Get("/api/people/third")).Body!;
        ((string)third["name"]!, (string)third["absences"]![0]!["substitute"]!).Should().Be(("Renamed", "law-2"));
        ((string)(await town.Get(Law)).Body!["successions"]![0]!["state"]!).Should().Be("done");
    }

    [Fact]
    public async Task is_away_from_today_whenever_they_left()
    {
        await using Town town = await Office();
        (await town.Post(Law, Leaves("2391-01-01"))).Body!["errors"]!.ToJsonString().Should().Contain("/on");
        (await Ask(town, "2001-06-01")).Status.Should().Be(202);
        await town.Until("2020-05-11 10:10");

        JsonNode away = (await town.Get("/api/people/law")).Body!["absences"]!.AsArray().Single()!;
        ((string)away["from"]!, (string)away["to"]!).Should().Be(("2001-06-01", "2030-05-11"));
    }

    [Fact]
    public async Task is_not_replaced_by_one_who_leaves_as_well()
    {
        await using Town town = await Office();
        (await Ask(town, "2020-06-01")).Status.Should().Be(202);
        const string next = "/api/people/law-2/succession";
        JsonObject toThird = Leaves("2020-07-01");
        toThird["successor"] = "third";
        Answer named = await town.Post(next, toThird);
        (named.Status, (string)named.Body!["code"]!).Should().Be((409, "succession-named"));
        JsonObject toLaw = Leaves("2020-07-01");
        toLaw["successor"] = "law";
        Answer leaving = await town.Post("/api/people/third/succession", toLaw);
        (leaving.Status, (string)leaving.Body!["errors"]![0]!["pointer"]!).Should().Be((422, "/successor"));
        await town.Until("2020-06-01 00:30");

        (await town.Post("/api/people/third/succession", toLaw)).Status.Should().Be(422);
        (await town.Post(next, toThird)).Status.Should().Be(200);
        Answer done = await town.Call("DELETE", $"{Law}?by=desk", null);
        (done.Status, (string)done.Body!["title"]!).Should().Be((409, "The succession has begun"));
    }

    private static void Rename(Town town)
    {
        ReferenceStore other = new(town.Services.GetRequiredService<TableClients>());
        Person third = other.Person("third", Cancel).GetAwaiter().GetResult()!;
        _ = other.Put(third with { Name = "Renamed" }, (_, _) => Task.CompletedTask, Cancel).GetAwaiter().GetResult();
    }
}
