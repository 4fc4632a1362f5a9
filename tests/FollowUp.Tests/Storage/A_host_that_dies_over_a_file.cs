using FollowUp.Journal;
using FollowUp.Operations.Sheets;
using FollowUp.Storage;
using FollowUp.Tables;
using FollowUp.Tests.Http.Rig;
using FollowUp.Tests.Rig;
using FollowUp.Tests.Storage.Rig;
using Microsoft.Extensions.Time.Testing;

namespace FollowUp.Tests.Storage;

/// <summary>
/// A file of more rows than one transaction takes is all or nothing (law 2): decided at once, and carried out by whoever is there. Tests
/// <see cref="StagedChanges"/> and <see cref="StagedWork"/>.
/// </summary>
public sealed class A_host_that_dies_over_a_file
{
    private const int Rows = 120;

    /// <summary>Six of them are there before, and get another date and another owner.</summary>
    private const int Known = 6;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task leaves_all_of_it_or_nothing_and_another_completes_it()
    {
        FakeTimeProvider clock = new(Town.Moment("2020-05-11 10:30").ToUniversalTime());
        InMemoryTables before = await Begun(clock);
        int all = await Requests(before, clock);
        all.Should().BeInRange(10, 60);
        List<string> ends = [];
        for (int diesAt = 1; diesAt <= all; diesAt++)
        {
            foreach (bool isDone in new[] { false, true })
            {
                ends.Add(await Die(before.Copy(clock), clock, diesAt, isDone));
            }
        }

        ends.Should().Contain("nothing").And.Contain("a part").And.Contain("all");
    }

    [Fact]
    public async Task is_finished_by_whoever_comes_to_change_the_agreement()
    {
        FakeTimeProvider clock = new(Town.Moment("2020-05-11 10:30").ToUniversalTime());
        InMemoryTables tables = await HalfDone(clock);
        await using FileHost another = new(tables, clock);
        ImportPlan plan = await another.Preview("Number,Due\n1,2020-09-09\n");

        // It decided on a half that it saw: nothing of that is written, and it hears that something else would happen by now.
        Func<Task> change = () => another.Do("Number,Due\n1,2020-09-09\n", plan.Token);
        await change.Should().ThrowAsync<ImportOutdatedException>();
        await Whole(another);
    }

    /// <returns>How much there was of it when the host was dead.</returns>
    private static async Task<string> Die(InMemoryTables tables, FakeTimeProvider clock, int diesAt, bool isDone)
    {
        await using FileHost planning = new(tables, clock);
        string token = (await planning.Preview(File(Rows))).Token;
        await using FileHost dying = new(tables, clock, diesAt, isDone);
        Func<Task> import = () => dying.Do(File(Rows), token);
        await import.Should().ThrowAsync<HostDiedException>($"request {diesAt}, {isDone}");
        await using FileHost another = new(tables, clock);
        int there = await Count(another);
        if (diesAt % 2 == 0)
        {
            await another.Sweep();
            (await Count(another)).Should().BeOneOf([Known, Rows], $"request {diesAt}, {isDone}");
        }

        _ = await another.Do(File(Rows), token);
        await Whole(another);
        return there == Known ? "nothing" : there == Rows ? "all" : "a part";
    }

    /// <summary>Each row once, as the file has it, in a journal without a break; and nothing is left of how it came there.</summary>
    private static async Task Whole(FileHost host)
    {
        IReadOnlyList<StoredItem> items = await host.Of<AgreementQueries>().Items(Papers.Agreement, Cancel);
        items.Where(one => one.Item.Number is not null).Select(one => $"{one.Item.Number} {one.Item.Owner} {one.Item.DueOn:uuuu-MM-dd}")
            .Should().BeEquivalentTo(Enumerable.Range(1, Rows).Select(n => $"{n} law-2 2020-08-{(n % 28) + 1:00}"));
        StoredAgreement head = (await host.Of<AgreementStore>().LoadAgreement(Papers.Agreement, Freshness.Current, Cancel))!;
        head.Staged.Should().BeNull();
        head.Items.Should().BeEquivalentTo(items.Select(one => one.Item.Id)).And.OnlyHaveUniqueItems();
        IReadOnlyList<Entry> journal = await host.Of<AgreementQueries>().Journal(Papers.Agreement, Cancel);
        Chain.FindBreak(journal).Should().BeNull();
        journal.Count(entry => entry.Event == EventNames.Assigned).Should().Be(Rows + 1);
        journal.Where(entry => entry.Event is EventNames.Rescheduled or EventNames.HandedOver)
            .Select(entry => $"{entry.Event} {entry.Item}")
            .Should().BeEquivalentTo(Enumerable.Range(1, Known).SelectMany(
                n => new[] { $"{EventNames.Rescheduled} item-{n:0000}", $"{EventNames.HandedOver} item-{n:0000}" }));
    }

    /// <summary>A host that died after the first part of what it had decided.</summary>
    private static async Task<InMemoryTables> HalfDone(FakeTimeProvider clock)
    {
        InMemoryTables before = await Begun(clock);
        for (int diesAt = await Requests(before, clock); diesAt > 0; diesAt--)
        {
            InMemoryTables tables = before.Copy(clock);
            await using FileHost dying = new(tables, clock, diesAt);
            string token = (await new FileHost(tables, clock).Preview(File(Rows))).Token;
            await FluentActions.Awaiting(() => dying.Do(File(Rows), token)).Should().ThrowAsync<HostDiedException>();
            await using FileHost looking = new(tables, clock);
            if (await Count(looking) is > Known and < Rows)
            {
                return tables;
            }
        }

        throw new InvalidOperationException("It never died half way.");
    }

    private static async Task<int> Requests(InMemoryTables tables, FakeTimeProvider clock)
    {
        InMemoryTables copy = tables.Copy(clock);
        await using FileHost planning = new(copy, clock);
        await using FileHost host = new(copy, clock);
        _ = await host.Do(File(Rows), (await planning.Preview(File(Rows))).Token);
        int all = host.Requests;
        await Whole(host);
        return all;
    }

    private static async Task<InMemoryTables> Begun(FakeTimeProvider clock)
    {
        await using SheetDesk desk = await SheetDesk.Open();
        _ = await desk.Do(File(Known, "law", "2020-07"));
        _ = await desk.Office.Stored();
        return desk.Office.Tables.Copy(clock);
    }

    private static async Task<int> Count(FileHost host) =>
        (await host.Of<AgreementQueries>().Items(Papers.Agreement, Cancel)).Count(one => one.Item.Number is not null);

    private static string File(int rows, string owner = "law-2", string month = "2020-08") => "Number,Title,Kind,Owner,Issuer,Due\n"
        + string.Concat(Enumerable.Range(1, rows).Select(n => $"{n},Task {n},other,{owner},lead,{month}-{(n % 28) + 1:00}\n"));
}
