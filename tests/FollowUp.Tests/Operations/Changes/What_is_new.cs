using FollowUp.Changes;
using FollowUp.Operations.Changes;
using FollowUp.Operations.Lists;
using FollowUp.Orchestrations;
using FollowUp.Parsing;
using FollowUp.Storage;
using FollowUp.Tables;
using FollowUp.Tests.Http.Rig;
using FollowUp.Tests.Rig;
using FollowUp.Tests.Storage.Rig;
using Microsoft.Extensions.Time.Testing;
using Entry = FollowUp.Journal.Entry;

namespace FollowUp.Tests.Operations.Changes;

/// <summary>
/// Everything that is in any journal, once, whoever dies over it and however it is asked for. Tests <see cref="ChangeSequencer"/>,
/// <see cref="ChangeFeed"/>, <see cref="ChangePage"/>, <see cref="LoggedChange"/>, <see cref="NoChangeLogException"/>,
/// <see cref="ChangeLogStore"/>, <see cref="ChangeLog"/> and <see cref="ChangeLine"/>.
/// </summary>
public sealed class What_is_new
{
    private static readonly FakeTimeProvider Clock = new(Town.Moment("2020-05-11 10:30").ToUniversalTime());

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task is_kept_for_nobody_until_somebody_begins_it()
    {
        await using FileHost host = new(await Registered(), Clock);
        (await host.Of<ChangeSequencer>().CatchUp(Cancel)).Should().BeNull();
        await FluentActions.Awaiting(() => Read(host, null)).Should().ThrowAsync<NoChangeLogException>().WithMessage("*POST /api/changes*");
    }

    [Fact]
    public async Task is_all_that_happened_and_then_nothing()
    {
        await using FileHost host = new(await Registered(), Clock);
        await host.Of<ChangeSequencer>().Begin(Cancel);
        ChangePage all = await Read(host, null);
        ChangePage none = await Read(host, all.Next);

        all.Events.Select(one => one.Id).Should().Equal(await Journals(host));
        (all.HasMore, none.HasMore, none.Events.Count).Should().Be((false, false, 0));
        none.Next.Should().Be(all.Next, "who is told nothing asks the same again");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public async Task comes_in_pages_that_leave_nothing_out(int limit)
    {
        await using FileHost host = new(await Registered(), Clock);
        await host.Of<ChangeSequencer>().Begin(Cancel);
        List<string> seen = [];
        for (ChangePage? page = null; page is not { HasMore: false }; seen.AddRange(page.Events.Select(one => one.Id)))
        {
            page = await Read(host, page?.Next, limit);
            page.Events.Should().HaveCountLessThanOrEqualTo(limit);
        }

        seen.Should().Equal(await Journals(host));
    }

    [Fact]
    public async Task is_read_on_from_where_it_was_read_to()
    {
        await using FileHost host = new(await Registered(), Clock);
        await host.Of<ChangeSequencer>().Begin(Cancel);
        ChangeCursor next = (await Read(host, null)).Next;
        IReadOnlyList<string> before = await Journals(host);
        await Import(host, 3);
        (await Read(host, next)).Events.Should().BeEmpty("it comes with the next run");
        await new PublishChanges(host.Of<ChangeSequencer>(), host.Of<WebhookDelivery>()).Run(new(), Cancel);

        (await Read(host, next)).Events.Select(one => one.Id).Should().NotBeEmpty().And.Equal((await Journals(host)).Except(before));
    }

    [Fact]
    public async Task is_nothing_to_whoever_may_see_nothing_of_it()
    {
        await using FileHost host = new(await Registered(), Clock);
        await host.Of<ChangeSequencer>().Begin(Cancel);
        ChangePage page = await host.Of<ChangeFeed>().Read(null, 200, new(_ => false, _ => false), Cancel);
        (page.Events.Count, page.HasMore).Should().Be((0, false));
        page.Next.Should().Be((await Read(host, null)).Next);
    }

    [Fact]
    public async Task is_not_read_on_in_a_log_that_was_begun_anew()
    {
        await using FileHost host = new(await Registered(), Clock);
        ChangeLog log = await host.Of<ChangeSequencer>().Begin(Cancel);
        foreach (ChangeCursor other in new[] { ChangeCursor.StartOf("other"), new(log.Id, log.Next + 1, 0) })
        {
            await FluentActions.Awaiting(() => Read(host, other)).Should().ThrowAsync<InvalidInputException>().WithMessage("/since*");
        }
    }

    /// <summary>Whichever request to the store is its last, whether it is done or not: another host goes on.</summary>
    [Fact]
    public async Task is_complete_whoever_dies_over_it()
    {
        InMemoryTables before = await Registered();
        await using FileHost whole = new(before.Copy(Clock), Clock);
        await whole.Of<ChangeSequencer>().Begin(Cancel);
        whole.Requests.Should().BeInRange(4, 20);
        for (int diesAt = 1; diesAt <= whole.Requests; diesAt++)
        {
            foreach (bool isDone in new[] { false, true })
            {
                InMemoryTables tables = before.Copy(Clock);
                await using FileHost dying = new(tables, Clock, diesAt, isDone);
                await FluentActions.Awaiting(() => dying.Of<ChangeSequencer>().Begin(Cancel)).Should().ThrowAsync<Exception>();
                await using FileHost another = new(tables, Clock);
                await another.Of<ChangeSequencer>().Begin(Cancel);
                (await Read(another, null)).Events.Select(one => one.Id)
                    .Should().Equal(await Journals(another), $"request {diesAt}, {isDone}");
            }
        }
    }

    [Fact]
    public async Task is_put_in_order_once_by_two_hosts_at_it()
    {
        InMemoryTables tables = await Registered();
        await using FileHost one = new(tables, Clock);
        await using FileHost other = new(tables, Clock);
        await one.Of<ChangeSequencer>().Begin(Cancel);
        await Import(one, 3);
        await Task.WhenAll(one.Of<ChangeSequencer>().CatchUp(Cancel), other.Of<ChangeSequencer>().CatchUp(Cancel));

        (await Read(one, null)).Events.Select(change => change.Id).Should().BeEquivalentTo(await Journals(one)).And.OnlyHaveUniqueItems();
    }

    private static Task<ChangePage> Read(FileHost host, ChangeCursor? since, int limit = 200) =>
        host.Of<ChangeFeed>().Read(since, limit, new Shown(_ => true, _ => true), Cancel);

    private static async Task<IReadOnlyList<string>> Journals(FileHost host)
    {
        List<string> all = [];
        await foreach (string agreement in host.Of<AgreementIndex>().Agreements(AgreementIndex.FirstId, Cancel))
        {
            IReadOnlyList<Entry> journal = await host.Of<AgreementQueries>().Journal(agreement, Cancel);
            all.AddRange(journal.Select(entry => $"{agreement}/{entry.Seq}"));
        }

        return all;
    }

    private static async Task Import(FileHost host, int rows)
    {
        string file = "Number,Title,Kind,Owner,Issuer,Due\n"
            + string.Concat(Enumerable.Range(1, rows).Select(n => $"{n},Task {n},other,law,lead,2020-08-{n:00}\n"));
        _ = await host.Do(file, (await host.Preview(file)).Token);
    }

    private static async Task<InMemoryTables> Registered()
    {
        await using SheetDesk desk = await SheetDesk.Open();
        _ = await desk.Office.Send("POST", "/api/agreements", Office.Json(
            Papers.AgreementOf("others", Papers.ItemOf(), Papers.ItemOf("visit")).ToJsonString()));
        _ = await desk.Office.Stored();
        return desk.Office.Tables.Copy(Clock);
    }
}
