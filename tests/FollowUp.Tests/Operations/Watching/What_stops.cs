using System.Text.Json.Nodes;
using Azure;
using FollowUp.Delivery;
using FollowUp.Http;
using FollowUp.Items;
using FollowUp.Operations.Watching;
using FollowUp.Orchestrations;
using FollowUp.Scheduling;
using FollowUp.Storage;
using FollowUp.Tests.Rig;

namespace FollowUp.Tests.Operations.Watching;

/// <summary>
/// It cannot die silently: whatever stops, the alarm for it is raised within ten minutes, says what to do, and ends when that was done.
/// Tests <see cref="VitalSigns"/>, <see cref="AlarmWatch"/>, <see cref="EngineWatch"/>, <see cref="PulseStore"/>,
/// <see cref="Onset"/>, <see cref="HealthPulse"/>, <see cref="WaitingLetters"/>, <see cref="LetterRestart"/>,
/// <see cref="TryLettersAgain"/> and <see cref="GetAlarms"/>.
/// </summary>
public sealed class What_stops
{
    [Fact]
    public async Task as_the_sweep_is_told_and_its_end()
    {
        await using Town town = await Town.Of("2020-05-11 10:00");
        await town.Minutes(1);
        (await Alarms(town)).Should().BeEmpty();
        town.Wire.Before = what => Fail(what.EndsWith("/Due()", StringComparison.Ordinal));
        await town.Minutes(10);

        town.Wire.Before = _ => { };
        JsonNode alarm = (await Alarms(town)).Should().ContainSingle().Which!;
        Name(alarm).Should().Be("no-sweep");
        ((string)alarm["since"]!).Should().Be("2020-05-11T02:01:00Z");
        ((string)alarm["remedy"]!).Should().Contain("restart the app");

        await town.Minutes(1);
        (await Alarms(town)).Should().BeEmpty();
    }

    /// <summary>Neither its own clock nor a sweep can move it on.</summary>
    [Fact]
    public async Task as_one_item_is_told_and_named()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        await town.Until("2020-05-13 08:59");
        town.Wire.Before = what =>
        {
            if (what.Contains("$batch", StringComparison.Ordinal) && what.Contains("/Agreements(", StringComparison.Ordinal))
            {
                throw new InvalidOperationException("This row is poison.");
            }
        };
        await town.Minutes(19);

        JsonNode alarm = (await Alarms(town)).Should().ContainSingle().Which!;
        (Name(alarm), (string)alarm["since"]!).Should().Be(("late", "2020-05-13T01:00:00Z"));
        (await Read(town))["stuck"]!.ToJsonString()
            .Should().Be("""[{"kind":"agreement","id":"minutes","since":"2020-05-13T01:00:00Z"}]""");

        town.Wire.Before = _ => { };
        await town.Minutes(2);
        (await Alarms(town)).Should().BeEmpty();
    }

    [Fact]
    public async Task as_the_mail_server_is_told_with_what_it_said()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        bool isClosed = true;
        town.Mailbox.Before = _ => isClosed
            ? throw new DeliveryDelayedException("The mail server", new TimeoutException()) { Why = "The mail server does not answer." }
            : Task.CompletedTask;
        await town.Minutes(12);

        JsonNode alarm = (await Alarms(town)).Should().ContainSingle().Which!;
        (Name(alarm), (string)alarm["cause"]!).Should().Be(("letters-failing", "The mail server does not answer."));
        JsonNode letters = (await Read(town))["letters"]!;
        letters["waiting"]!.GetValue<int>().Should().Be(1);
        letters["oldest"]!.ToJsonString().Should().Be(
            """[{"recipient":"law","slot":"202005110200","since":"2020-05-11T02:00:00Z","state":"refused-for-now"}]""");

        isClosed = false;
        Answer retried = await town.Call("POST", "/api/repair/letters?recipient=law", null);
        retried.Text.Should().Be("""{"letters":1,"underWay":0,"left":0}""");
        town.Letters.Should().Equal("05-11 10:12 law: receipt/at-once");
        await town.Minutes(2);
        (await Alarms(town)).Should().BeEmpty();
    }

    [Fact]
    public async Task as_the_store_is_told_though_nothing_can_be_read()
    {
        await using Town town = await Town.Of("2020-05-11 10:00");
        await town.Minutes(1);
        town.Wire.Before = what => Fail(!what.Contains("FollowUpHub", StringComparison.Ordinal));
        await town.Minutes(4);

        JsonNode alarm = (await Alarms(town)).Should().ContainSingle("the rest follows from it").Which!;
        (Name(alarm), (string)alarm["cause"]!).Should().Be(("store-away", "the store does not answer"));
        ((string)alarm["remedy"]!).Should().Contain("storage account");

        town.Wire.Before = _ => { };
        await town.Minutes(1);
        (await Alarms(town)).Should().BeEmpty();
    }

    [Fact]
    public async Task as_a_disk_that_is_full_is_told_apart()
    {
        await using Town town = await Town.Of("2020-05-11 10:00");
        town.Wire.Before = what => Fail(!what.StartsWith("GET", StringComparison.Ordinal));
        await town.Minutes(5);

        (await Alarms(town)).Select(Name).Should().Equal("store-refuses");
        town.Wire.Before = _ => { };
        await town.Minutes(1);
        (await Alarms(town)).Should().BeEmpty();
    }

    [Fact]
    public async Task as_the_hub_is_told()
    {
        await using Town town = await Town.Of("2020-05-11 10:00");
        await town.Minutes(1);
        town.Wire.Before = what => Fail(what.Contains("FollowUpHub", StringComparison.Ordinal));
        await town.Minutes(9);

        JsonNode alarm = (await Alarms(town)).Should().ContainSingle().Which!;
        Name(alarm).Should().Be("engine-away");
        ((string)alarm["remedy"]!).Should().Contain("task hub");

        town.Wire.Before = _ => { };
        await town.Minutes(1);
        (await Alarms(town)).Should().BeEmpty();
    }

    [Fact]
    public async Task as_an_orchestration_that_failed_is_told_until_it_is_started_again()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        string instance = OrchestrationStarter.InstanceIdOf(new ItemRef(Papers.Agreement, Papers.Item));
        await town.Hub.TerminateInstanceAsync(instance, TestContext.Current.CancellationToken);
        await town.Still();
        _ = await town.Hub.ScheduleNewOrchestrationInstanceAsync(
            "Unheard-of", null, new(instance), TestContext.Current.CancellationToken);
        await town.Still();

        JsonNode alarm = (await Alarms(town)).Should().ContainSingle().Which!;
        (Name(alarm), (int)alarm["count"]!).Should().Be(("poison", 1));
        (await Read(town))["failed"]!.AsArray().Select(one => (string)one!["instance"]!).Should().Equal(instance);

        (await town.Call("POST", "/api/repair/rehydrate", null)).Status.Should().Be(200);
        await town.Minutes(1);
        (await Alarms(town)).Should().BeEmpty();
    }

    /// <summary>Law 17, and what a store of an earlier version has: a row that says nothing.</summary>
    [Fact]
    public async Task is_looked_at_without_writing()
    {
        await using Town town = await Town.Of("2020-05-11 10:00");
        List<string> written = [];
        town.Wire.Before = what =>
        {
            if (!what.StartsWith("GET", StringComparison.Ordinal) && !what.Contains("lease", StringComparison.Ordinal))
            {
                written.Add(what);
            }
        };

        (await Alarms(town)).Should().BeEmpty();

        written.Should().BeEmpty();
    }

    private static void Fail(bool isHit)
    {
        if (isHit)
        {
            throw new RequestFailedException(503, "away");
        }
    }

    private static async Task<JsonNode> Read(Town town)
    {
        Answer answer = await town.Get("/api/health/alarms");
        answer.Status.Should().Be(200, answer.Text);
        return answer.Body!;
    }

    private static async Task<JsonNode?[]> Alarms(Town town) => [.. (await Read(town))["alarms"]!.AsArray()];

    private static string Name(JsonNode? alarm) => (string)alarm!["name"]!;
}
