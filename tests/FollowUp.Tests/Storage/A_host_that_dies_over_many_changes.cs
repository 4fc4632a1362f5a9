using FollowUp.Journal;
using FollowUp.Operations.Bulk;
using FollowUp.Storage;
using FollowUp.Tables;
using FollowUp.Tests.Http.Rig;
using FollowUp.Tests.Rig;
using FollowUp.Tests.Storage.Rig;
using Microsoft.Extensions.Time.Testing;
using NodaTime;

namespace FollowUp.Tests.Storage;

/// <summary>
/// A change of more items than one transaction takes is all or nothing (law 2), also where the agreement itself changes with them. Tests
/// <see cref="StagedAgreement"/> and <see cref="BulkCommitter"/>.
/// </summary>
public sealed class A_host_that_dies_over_many_changes
{
    private const int Items = 200;

    private static readonly BulkRequest Request =
        new(Papers.Agreement, null, "desk", BulkChange.Replace("desk", "law-2", "desk has left"));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task leaves_all_of_it_or_nothing_and_another_completes_it()
    {
        FakeTimeProvider clock = new(Town.Moment("2020-05-11 10:30").ToUniversalTime());
        InMemoryTables before = await Begun(clock);
        await using FileHost whole = new(before.Copy(clock), clock);
        string token = (await whole.Of<BulkPlanner>().Plan(Request, At(clock), Cancel)).Token;
        int looked = whole.Requests;
        await Do(whole, token);
        await Whole(whole);
        int all = whole.Requests - looked;
        all.Should().BeInRange(10, 60);
        HashSet<string> ends = [];
        for (int diesAt = 1; diesAt <= all; diesAt++)
        {
            InMemoryTables tables = before.Copy(clock);
            await using FileHost dying = new(tables, clock, diesAt, isDone: diesAt % 2 == 0);
            await FluentActions.Awaiting(() => Do(dying, token)).Should().ThrowAsync<HostDiedException>($"request {diesAt}");
            await using FileHost another = new(tables, clock);
            ends.Add(await Count(another) switch { 0 => "nothing", Items + 1 => "all", _ => "a part" });
            await Do(another, token);
            await Whole(another);
        }

        ends.Should().Contain("nothing").And.Contain("a part");
    }

    private static Task Do(FileHost host, string token) => host.Of<BulkCommitter>().Commit(
        Request, token, new(token, token), new("desk", null), new StartedClocks(), Cancel);

    /// <summary>Each item once, and the agreement, in a journal without a break; and nothing is left of how it came there.</summary>
    private static async Task Whole(FileHost host)
    {
        (await Count(host)).Should().Be(Items + 1);
        StoredAgreement head = (await host.Of<AgreementStore>().LoadAgreement(Papers.Agreement, Freshness.Current, Cancel))!;
        (head.Staged, head.Agreement.Coordinator).Should().Be((null, "law-2"));
        IReadOnlyList<Entry> journal = await host.Of<AgreementQueries>().Journal(Papers.Agreement, Cancel);
        Chain.FindBreak(journal).Should().BeNull();
        journal.Where(entry => entry.Event == EventNames.Reassigned).Select(entry => entry.Item)
            .Should().HaveCount(Items + 2).And.OnlyHaveUniqueItems().And.Contain((string?)null);
    }

    private static async Task<int> Count(FileHost host) =>
        (await host.Of<AgreementQueries>().Items(Papers.Agreement, Cancel)).Count(one => one.Item.Coordinator == "law-2");

    private static async Task<InMemoryTables> Begun(FakeTimeProvider clock)
    {
        await using SheetDesk desk = await SheetDesk.Open();
        InMemoryTables tables = desk.Office.Tables.Copy(clock);
        await using FileHost host = new(tables, clock);
        string file = "Number,Title,Kind,Owner,Issuer,Due\n"
            + string.Concat(Enumerable.Range(1, Items).Select(n => $"{n},Task {n},other,law,lead,2020-08-{(n % 28) + 1:00}\n"));
        _ = await host.Do(file, (await host.Preview(file)).Token);
        return tables;
    }

    private static Instant At(FakeTimeProvider clock) => Instant.FromDateTimeOffset(clock.GetUtcNow());
}
