using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;

namespace FollowUp.Tests.Delivery.Webhooks.Rig;

/// <summary>A post as it came over the wire.</summary>
public sealed record Received(string Target, IReadOnlyDictionary<string, string> Headers, string Body)
{
    public JsonNode Json => JsonNode.Parse(Body)!;

    public string Id => (string)Json["id"]!;
}

/// <summary>Somebody's program at this machine that takes webhooks, or does not, as a test wants it.</summary>
public sealed class Receiver : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource end = new();
    private readonly TaskCompletionSource first = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task listening;

    public Receiver()
    {
        listener.Start();
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listening = Listen();
    }

    public ConcurrentQueue<Received> Posts { get; } = new();

    public IEnumerable<string> Ids => Posts.Select(post => post.Id);

    public Task WhenFirst => first.Task;

    public int Port { get; }

    public string Origin => $"http://127.0.0.1:{Port}";

    /// <summary>What it says to each; null for nothing, for ever.</summary>
    public Func<Received, byte[]?> Answer { get; set; } = _ => Says("200 OK");

    public static byte[] Says(string status, string headers = "", int body = 0) =>
    [
        .. Encoding.ASCII.GetBytes($"HTTP/1.1 {status}\r\n{headers}Content-Length: {body}\r\nConnection: close\r\n\r\n"),
        .. new byte[body],
    ];

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        listener.Dispose();
        await listening.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task Listen()
    {
        while (true)
        {
            TcpClient client = await listener.AcceptTcpClientAsync(end.Token);
            _ = Serve(client);
        }
    }

    private async Task Serve(TcpClient client)
    {
        using (client)
        {
            try
            {
                Received post = await Read(client.GetStream());
                Posts.Enqueue(post);
                _ = first.TrySetResult();
                if (Answer(post) is not { } answer)
                {
                    await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, end.Token);
                    return;
                }

                await client.GetStream().WriteAsync(answer, end.Token);
            }
            catch (Exception gone) when (gone is IOException or OperationCanceledException)
            {
                // Whoever posted has closed the connection, or the test is over.
            }
        }
    }

    private async Task<Received> Read(NetworkStream stream)
    {
        using StreamReader reader = new(stream, Encoding.UTF8, leaveOpen: true);
        string target = (await reader.ReadLineAsync(end.Token))!;
        Dictionary<string, string> headers = new(StringComparer.OrdinalIgnoreCase);
        while (await reader.ReadLineAsync(end.Token) is { Length: > 0 } line)
        {
            int colon = line.IndexOf(':', StringComparison.Ordinal);
            headers[line[..colon]] = line[(colon + 1)..].Trim();
        }

        StringBuilder body = new();
        char[] piece = new char[4096];
        for (int left = int.Parse(headers["Content-Length"], System.Globalization.CultureInfo.InvariantCulture);
            left > Encoding.UTF8.GetByteCount(body.ToString());)
        {
            int read = await reader.ReadAsync(piece, end.Token);
            body.Append(piece, 0, read);
        }

        return new(target, headers, body.ToString());
    }
}
