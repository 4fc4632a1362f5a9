using System.Net;
using FollowUp.Delivery.Webhooks;
using FollowUp.Tests.Delivery.Webhooks.Rig;
using FollowUp.Webhooks;
using Microsoft.Extensions.Time.Testing;

namespace FollowUp.Tests.Delivery.Webhooks;

/// <summary>
/// Receivers that fail, lead elsewhere, are silent or say too much, over real connections. Tests <see cref="WebhookSender"/>,
/// <see cref="WebhookPost"/>, <see cref="GuardedConnection"/> and <see cref="ForbiddenAddressException"/>.
/// </summary>
public sealed class A_receiver_of_any_sort : IAsyncLifetime
{
    private readonly Receiver receiver = new();
    private readonly FakeTimeProvider clock = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => receiver.DisposeAsync();

    [Theory]
    [InlineData("200 OK", "200")]
    [InlineData("204 No Content", "204")]
    [InlineData("410 Gone", "410")]
    [InlineData("500 Internal Server Error", "500")]
    public async Task is_known_by_its_status(string status, string word)
    {
        receiver.Answer = _ => Receiver.Says(status);
        (await Post()).Should().Be(new WebhookAnswer(word));
    }

    [Fact]
    public async Task leads_nobody_elsewhere()
    {
        receiver.Answer = _ => Receiver.Says("302 Found", $"Location: {receiver.Origin}/elsewhere\r\n");
        (await Post()).Word.Should().Be("302");
        receiver.Posts.Should().ContainSingle();
    }

    [Fact]
    public async Task is_waited_for_no_longer_than_fifteen_seconds()
    {
        receiver.Answer = _ => null;
        Task<WebhookAnswer> post = Post();
        await receiver.WhenFirst;
        clock.Advance(TimeSpan.FromSeconds(14));
        post.IsCompleted.Should().BeFalse();
        clock.Advance(TimeSpan.FromSeconds(1));
        (await post).Should().Be(WebhookAnswer.TimedOut);
    }

    [Fact]
    public async Task may_say_what_it_likes_and_nobody_reads_it()
    {
        receiver.Answer = _ => Receiver.Says("200 OK", body: 10 * 1024 * 1024);
        (await Post()).IsTaken.Should().BeTrue();
        receiver.Answer = _ => Receiver.Says("200 OK", $"X: {new string('x', 80 * 1024)}\r\n");
        (await Post()).Should().Be(WebhookAnswer.Unreachable);
    }

    [Fact]
    public async Task gets_what_it_is_sent_and_nothing_of_ours()
    {
        await Post();
        Received post = receiver.Posts.Single();
        post.Headers.Keys.Should().BeEquivalentTo("Host", "Connection", "User-Agent", "Content-Type", "Content-Length", "webhook-id");
        (post.Target, post.Body, post.Headers["Content-Type"]).Should().Be(("POST /x?y=1 HTTP/1.1", "{}", "application/cloudevents+json"));
    }

    [Fact]
    public async Task is_not_there()
    {
        await receiver.DisposeAsync();
        (await Post()).Should().Be(WebhookAnswer.Unreachable);
    }

    /// <summary>A name that is looked at by one answer and connected to by another gets nothing by it: there is one answer.</summary>
    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("1.1.1.1 10.0.0.1")]
    [InlineData("::1")]
    [InlineData("")]
    public async Task is_not_reached_where_its_name_leads_inside(string addresses)
    {
        int asked = 0;
        IPAddress[] found = [.. addresses.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(IPAddress.Parse)];
        using WebhookSender sender = new(new([]), (_, _) => Task.FromResult(++asked == 1 ? found : [IPAddress.Loopback]), clock);
        (await sender.Post("https://hooks.example/", Message, Cancel)).Should().Be(WebhookAnswer.Forbidden);
        asked.Should().Be(1);
    }

    /// <summary>An operator allowed it when it was added, and does no more.</summary>
    [Fact]
    public async Task is_not_reached_once_nobody_allows_it_any_more()
    {
        using WebhookSender sender = new(new([]), Dns.GetHostAddressesAsync, clock);
        (await sender.Post($"{receiver.Origin}/", Message, Cancel)).Should().Be(WebhookAnswer.Forbidden);
        receiver.Posts.Should().BeEmpty();
    }

    private static WebhookPost Message { get; } = new("application/cloudevents+json", "{}"u8.ToArray(), [("webhook-id", "talks/7")]);

    private async Task<WebhookAnswer> Post()
    {
        using WebhookSender sender = new(new([receiver.Origin]), Dns.GetHostAddressesAsync, clock);
        return await sender.Post($"{receiver.Origin}/x?y=1", Message, Cancel);
    }
}
