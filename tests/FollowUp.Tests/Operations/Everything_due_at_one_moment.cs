using System.Text.Json.Nodes;
using FollowUp.Operations;
using FollowUp.Tests.Rig;

namespace FollowUp.Tests.Operations;

/// <summary>
/// Law 16. Tests <see cref="LetterPacker"/>, <see cref="OutboxNotices"/>, <see cref="AdvancePlanner"/> and <see cref="PlannedAdvance"/>.
/// </summary>
public sealed class Everything_due_at_one_moment
{
    [Fact]
    public async Task reaches_each_person_in_one_letter_with_the_most_consequential_first()
    {
        await using Town town = await Town.With(
            Papers.ItemOf("protocol"), Papers.ItemOf("annex"), Papers.ItemOf("visit", dueOn: "2020-06-25"),
            Papers.ItemOf("ports", owner: "law-2"));

        await town.Until("2020-06-18 12:00");

        town.Mailbox.Since("2020-06-18 00:00").Should().Equal(
            "06-18 09:01 law-2: overdue/again",
            "06-18 09:01 law: overdue/again, overdue/again, due/week");
    }

    /// <summary>
    /// Were it read for each notice, what is written down in between would put one into this letter and the other into another.
    /// </summary>
    [Fact]
    public async Task is_read_once_for_all_that_a_letter_says_of_an_item()
    {
        await using Town town = await Outage.OverTheDueDate();
        int readings = 0;
        town.Wire.Before = what => _ = what.StartsWith("GET", StringComparison.Ordinal)
            && what.Contains($"item%7C{Papers.Item}", StringComparison.Ordinal) ? Interlocked.Increment(ref readings) : 0;

        await town.Until("2020-06-30 10:02");

        town.Mailbox.Since("2020-06-30 00:00").Should().Equal("06-30 10:01 law: overdue/again #1, due/day");
        readings.Should().Be(1);
    }

    /// <summary>A mail server takes a few connections from one client, and turns the others away.</summary>
    [Fact]
    public async Task goes_out_by_a_few_letters_at_a_time()
    {
        string[] owners = [.. Enumerable.Range(1, 30).Select(number => $"owner-{number}")];
        await using Town town = await Town.Of("2020-05-11 10:00");
        (await town.Post(
            "/api/registers",
            new JsonObject { ["people"] = new JsonArray([.. owners.Select(owner => (JsonNode)Papers.PersonOf(owner))]) })).Status
                .Should().Be(200);
        Crowd crowd = new(open: 20);
        town.Mailbox.Before = _ => crowd.Come();
        JsonNode[] items = [.. owners.Select(owner => (JsonNode)Papers.ItemOf($"of-{owner}", owner: owner))];

        (await town.Post("/api/agreements", Papers.AgreementOf(Papers.Agreement, items))).Status.Should().Be(201);
        await town.Until("2020-05-11 10:02");

        town.Mailbox.Arrived.Should().HaveCount(30);
        crowd.Most.Should().Be(20);
    }

    /// <summary>Those who come wait until so many are there; then they go one by one, and whoever may come meanwhile, does.</summary>
    private sealed class Crowd(int open)
    {
        private readonly SemaphoreSlim door = new(0);
        private readonly Lock gate = new();
        private int here;

        public int Most { get; private set; }

        public async Task Come()
        {
            lock (gate)
            {
                Most = Math.Max(Most, ++here);
                if (here >= open)
                {
                    door.Release();
                }
            }

            await door.WaitAsync(TestContext.Current.CancellationToken);
            lock (gate)
            {
                here--;
                door.Release();
            }
        }
    }
}
