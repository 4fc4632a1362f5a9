using System.Text;
using FollowUp.Changes;
using FollowUp.Operations;
using FollowUp.Operations.Changes;
using FollowUp.Orchestrations;
using FollowUp.Storage;
using FollowUp.Tables;
using FollowUp.Tests.Delivery.Webhooks.Rig;
using FollowUp.Tests.Http.Rig;
using FollowUp.Tests.Rig;
using FollowUp.Tests.Storage.Rig;
using FollowUp.Webhooks;
using Microsoft.Extensions.Time.Testing;

namespace FollowUp.Tests.Operations.Changes;

/// <summary>
/// Everything that happens from the day on when it was added, in order, at least once: whoever dies, and whatever it answers. Tests
/// <see cref="WebhookDelivery"/>, <see cref="WebhookDesk"/>, <see cref="WebhookDraft"/>, <see cref="WebhookPosts"/>,
/// <see cref="WebhookStore"/>, <see cref="StoredWebhook"/> and <see cref="PublishChanges"/>.
/// </summary>
public sealed class What_webhooks_are_told : IAsyncLifetime
{
    private readonly FakeTimeProvider clock = new(Town.Moment("2020-05-11 10:30").ToUniversalTime());
    private readonly Receiver receiver = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => receiver.DisposeAsync();

    [Fact]
    public async Task is_what_happens_from_then_on_and_not_what_was_before()
    {
        (InMemoryTables tables, string[] news) = await Begun();
        await using FileHost host = Host(tables);
        await Publish(host);
        await Publish(host);

        receiver.Ids.Should().Equal(news);
        receiver.Posts.Should().AllSatisfy(post => (post.Headers["webhook-id"], Encoding.UTF8.GetByteCount(post.Body) < 20 * 1024)
            .Should().Be((post.Id, true)));
    }

    /// <summary>Whichever request to the store is its last, whether it is done or not: another host goes on.</summary>
    [Fact]
    public async Task is_told_again_sooner_than_never_where_a_host_dies_over_it()
    {
        (InMemoryTables before, string[] news) = await Begun();
        await using FileHost whole = Host(before.Copy(clock));
        await Publish(whole);
        whole.Requests.Should().BeInRange(10, 40);
        for (int diesAt = 1; diesAt <= whole.Requests; diesAt++)
        {
            foreach (bool isDone in new[] { false, true })
            {
                receiver.Posts.Clear();
                InMemoryTables tables = before.Copy(clock);
                await using FileHost dying = Host(tables, diesAt, isDone);
                await Publish(dying).ConfigureAwait(
                    ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
                await using FileHost another = Host(tables);
                await Publish(another);
                receiver.Ids.Distinct().Should().Equal(news, $"request {diesAt}, {isDone}");
                receiver.Posts.Count.Should().BeInRange(news.Length, news.Length + 1, "what was taken is written down at once");
            }
        }
    }

    [Fact]
    public async Task waits_for_what_comes_before_it_to_be_taken()
    {
        (InMemoryTables tables, string[] news) = await Begun();
        await using FileHost host = Host(tables);
        receiver.Answer = post => post.Id == news[1] ? Receiver.Says("503 Not now") : Receiver.Says("200 OK");
        await Publish(host);
        await Publish(host);
        receiver.Ids.Should().Equal(news[0], news[1]);

        receiver.Answer = _ => Receiver.Says("200 OK");
        clock.Advance(TimeSpan.FromMinutes(1));
        await Publish(host);
        receiver.Ids.Should().Equal([news[0], news[1], .. news[1..]]);
    }

    [Fact]
    public async Task ends_after_ten_tries_and_goes_on_where_it_stopped_when_somebody_says_so()
    {
        (InMemoryTables tables, string[] news) = await Begun();
        await using FileHost host = Host(tables);
        receiver.Answer = _ => Receiver.Says("302 Found", "Location: https://elsewhere.example/\r\n");
        for (int hours = 0; hours < 200; hours++)
        {
            await Publish(host);
            clock.Advance(TimeSpan.FromHours(1));
        }

        receiver.Ids.Should().Equal(Enumerable.Repeat(news[0], RetryTable.TriesMax));
        Webhook ended = (await host.Of<WebhookDesk>().All(Cancel)).Single();
        (ended.Disabled!.Why, ended.Failure!.Answer).Should().Be((WebhookEnd.TriesSpent, "302"));

        receiver.Posts.Clear();
        receiver.Answer = _ => Receiver.Says("204 No Content");
        _ = await host.Of<WebhookDesk>().Resume("desk", Cancel);
        await Publish(host);
        receiver.Ids.Should().Equal(news);
    }

    [Fact]
    public async Task ends_at_once_where_it_is_gone()
    {
        (InMemoryTables tables, _) = await Begun();
        await using FileHost host = Host(tables);
        receiver.Answer = _ => Receiver.Says("410 Gone");
        await Publish(host);
        clock.Advance(TimeSpan.FromDays(1));
        await Publish(host);

        receiver.Posts.Should().ContainSingle();
        (await host.Of<WebhookDesk>().All(Cancel)).Single().Disabled!.Why.Should().Be(WebhookEnd.Gone);
    }

    [Fact]
    public async Task is_what_it_asked_for_alone()
    {
        (InMemoryTables tables, string[] news) = await Begun("followup.item.rescheduled");
        await using FileHost host = Host(tables);
        await Publish(host);
        receiver.Posts.Should().BeEmpty();
        (await host.Of<WebhookDesk>().All(Cancel)).Single().Next.Line.Should().Be(
            (await host.Of<ChangeLogStore>().Find(Cancel))!.Next, $"the other {news.Length} are behind it");
    }

    /// <summary>Held against a library of others, as whoever builds a receiver would use it.</summary>
    [Fact]
    public async Task is_verified_by_the_secret_of_before_for_a_day()
    {
        (InMemoryTables tables, _) = await Begun();
        await using FileHost host = Host(tables);
        WebhookDesk desk = host.Of<WebhookDesk>();
        string first = (await desk.All(Cancel)).Single().Secrets[0].Value;
        string second = (await desk.Rotate("desk", Cancel)).Secrets[0].Value;

        // The library looks at the time, and its clock is of today.
        clock.SetUtcNow(TimeProvider.System.GetUtcNow());
        _ = await desk.Rotate("desk", Cancel);
        string third = (await desk.All(Cancel)).Single().Secrets[0].Value;
        (await desk.Test("desk", Cancel)).IsTaken.Should().BeTrue();
        await Publish(host);
        clock.Advance(TimeSpan.FromDays(1));
        Received[] posts = [.. receiver.Posts];

        IEnumerable<string> verified = (await WebhookReaders.Read(
            posts.Select(post => WebhookReaders.Signed(post, first, second, third)), Cancel)).Select(answer => answer.ToJsonString());
        posts.Should().HaveCountGreaterThan(2);
        verified.Should().AllSatisfy(answer => answer.Should().StartWith("""{"verified":[false,true,true],"type":"followup."""));
        (await desk.Test("desk", Cancel)).IsTaken.Should().BeTrue();
        receiver.Posts.Last().Headers["webhook-signature"].Split(' ').Should().ContainSingle("a day later one secret counts");
    }

    [Fact]
    public async Task is_told_to_one_of_each_id_that_is_there()
    {
        (InMemoryTables tables, _) = await Begun();
        await using FileHost host = Host(tables);
        WebhookDesk desk = host.Of<WebhookDesk>();
        await FluentActions.Awaiting(() => desk.Add(Draft(), Cancel)).Should().ThrowAsync<TakenException>();
        (await desk.Remove("desk", Cancel)).Id.Should().Be("desk");
        await Publish(host);
        receiver.Posts.Should().BeEmpty();
        foreach (Func<Task> call in new Func<Task>[]
        {
            () => desk.Remove("desk", Cancel), () => desk.Rotate("desk", Cancel), () => desk.Resume("desk", Cancel),
            () => desk.Test("desk", Cancel),
        })
        {
            await call.Should().ThrowAsync<NotFoundException>();
        }
    }

    private static Task Publish(FileHost host) =>
        new PublishChanges(host.Of<ChangeSequencer>(), host.Of<WebhookDelivery>()).Run(new(), Cancel);

    private FileHost Host(InMemoryTables tables, int diesAt = 0, bool isDone = false) =>
        new(tables, clock, diesAt, isDone, ("Webhooks:AllowedOrigins", receiver.Origin));

    private WebhookDraft Draft(params string[] types) =>
        new("desk", WebhookKind.Events, $"{receiver.Origin}/followup", types, null);

    /// <summary>A store with a webhook in it, and what happened since it was added.</summary>
    private async Task<(InMemoryTables Tables, string[] News)> Begun(params string[] types)
    {
        await using SheetDesk office = await SheetDesk.Open();
        InMemoryTables tables = office.Office.Tables.Copy(clock);
        await using FileHost host = Host(tables);
        ChangeCursor from = (await host.Of<WebhookDesk>().Add(Draft(types), Cancel)).Next;
        const string File = "Number,Title,Kind,Owner,Issuer,Due\n1,One,other,law,lead,2020-08-01\n2,Two,other,law,lead,2020-08-02\n";
        _ = await host.Do(File, (await host.Preview(File)).Token);
        await using FileHost reading = Host(tables.Copy(clock));
        _ = await reading.Of<ChangeSequencer>().CatchUp(Cancel);
        ChangePage page = await reading.Of<ChangeFeed>().Read(from, 200, new(_ => true, _ => true), Cancel);
        page.Events.Should().HaveCountGreaterThan(1);
        return (tables, [.. page.Events.Select(one => one.Id)]);
    }
}
