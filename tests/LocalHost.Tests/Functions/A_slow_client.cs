using System.Net.Sockets;
using System.Text;
using FollowUp.LocalHost.Hosting;
using FollowUp.LocalHost.Tests.Rig;
using Microsoft.Extensions.DependencyInjection;

namespace FollowUp.LocalHost.Tests.Functions;

/// <summary>
/// Who begins a call and does not go on is let go of, and holds up nobody. Over real sockets; the limits are as short as the server takes
/// them. Tests <see cref="LocalHostOptions"/>.
/// </summary>
public sealed class A_slow_client
{
    private static readonly HostPlan Impatient = new()
    {
        HeadersTimeout = TimeSpan.FromMilliseconds(200),
        MinDataRate = new(bytesPerSecond: 10_000, gracePeriod: TimeSpan.FromSeconds(1.1)),
    };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task is_let_go_of_while_others_are_served()
    {
        await using TestHost host = await TestHost.Start(Impatient, typeof(An_HTTP_function.Pages));
        Task<string> inHeaders = Stall(host, "GET /api/items/7 HTTP/1.1\r\nHost: localhost\r\nX-Sl");
        Task<string> inLine = Stall(host, "GET /api/it");
        Task<string> inBody = Stall(host, "POST /api/start HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n\"N");
        Task<string> inChunk = Stall(host, "POST /api/start HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n40\r\n\"N");

        (await host.Http.GetStringAsync("api/items/7", Cancel)).Should().Be("item 7");

        (await inHeaders).Should().StartWith("HTTP/1.1 408 ");
        (await inLine).Should().StartWith("HTTP/1.1 408 ");
        (await inBody).Should().StartWith("HTTP/1.1 408 ");
        (await inChunk).Should().StartWith("HTTP/1.1 408 ");
        await host.Still();
    }

    [Fact]
    public void is_waited_for_only_so_long_where_nobody_says_otherwise()
    {
        LocalHostOptions options = new();

        options.HeadersTimeout.Should().BeLessThanOrEqualTo(TimeSpan.FromSeconds(30));
        options.MinDataRate.GracePeriod.Should().BeLessThanOrEqualTo(TimeSpan.FromSeconds(10));
    }

    /// <summary>What the host says before it closes the connection.</summary>
    private static async Task<string> Stall(TestHost host, string begun)
    {
        Uri address = new(host.Services.GetRequiredService<LocalHostAddress>().Url);
        using TcpClient client = new();
        await client.ConnectAsync(address.Host, address.Port, Cancel);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(begun), Cancel);
        using StreamReader answer = new(client.GetStream(), Encoding.ASCII);
        return await answer.ReadToEndAsync(Cancel);
    }
}
