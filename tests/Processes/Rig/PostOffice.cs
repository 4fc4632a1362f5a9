using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using MimeKit;

namespace FollowUp.Processes.Rig;

/// <summary>A letter that the mail server took.</summary>
/// <param name="At">When its final dot came, by the clock that the hosts live by.</param>
/// <param name="About">The items in it, as agreement and item.</param>
/// <param name="Begun">Which life it was when the host rang; kills and stops part one from the next.</param>
/// <param name="Life">Which life it was when the final dot came: another one only where a host was stopped in between.</param>
internal sealed record Taken(string MessageId, string Recipient, DateTimeOffset At, IReadOnlyList<string> About, int Begun, int Life)
{
    /// <summary>The minute in which what it says was decided.</summary>
    public string Slot => MessageId[..12];
}

/// <summary>A mail server for as many as come at once: takes every letter, and knows what it took and when.</summary>
internal sealed partial class PostOffice : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource closing = new();
    private readonly ConcurrentQueue<Taken> taken = [];
    private readonly SemaphoreSlim arrivals = new(0);
    private readonly Task serving;

    public PostOffice()
    {
        listener.Start(backlog: 512);
        serving = Serve();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>The one that the letters are dated by.</summary>
    public Clock Clock { get; set; } = Clock.Showing(DateTimeOffset.UnixEpoch, 1);

    public int Life { get; set; }

    public IReadOnlyCollection<Taken> Taken => taken;

    public int Count => taken.Count;

    /// <summary>From here on another host is the active one. Who rang before is answered first: to them it is still the life before.</summary>
    public async Task BeginLife(CancellationToken cancel)
    {
        using TcpClient last = new();
        await last.ConnectAsync(IPAddress.Loopback, Port, cancel);
        using StreamReader reader = new(last.GetStream());
        _ = await reader.ReadLineAsync(cancel);
        Life++;
    }

    /// <summary>Completes when it has taken so many letters in all.</summary>
    public async Task Takes(int letters, CancellationToken cancel)
    {
        while (taken.Count < letters)
        {
            await arrivals.WaitAsync(cancel);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        listener.Stop();
        await serving;
        closing.Dispose();
        listener.Dispose();
    }

    private async Task Serve()
    {
        try
        {
            while (true)
            {
                TcpClient client = await listener.AcceptTcpClientAsync(closing.Token);
                int begun = Life;
                _ = Task.Run(() => Talk(client, begun));
            }
        }
        catch (Exception end) when (end is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // We are closing.
        }
    }

    private async Task Talk(TcpClient client, int begun)
    {
        using (client)
        {
            try
            {
                await Talk(client.GetStream(), begun);
            }
            catch (Exception end) when (end is IOException or OperationCanceledException)
            {
                // The other side was killed in the middle of it.
            }
        }
    }

    private async Task Talk(NetworkStream line, int begun)
    {
        using StreamReader reader = new(line, Encoding.UTF8);
        await Say(line, "220 mail.example ESMTP");
        while (await reader.ReadLineAsync(closing.Token) is { } command)
        {
            switch (command.Split(' ', ':')[0].ToUpperInvariant())
            {
                case "EHLO":
                    await Say(line, "250-mail.example\r\n250 8BITMIME");
                    break;
                case "DATA":
                    await Say(line, "354 go on");
                    if (await Letter(reader) is not { } letter)
                    {
                        return;
                    }

                    Take(letter, begun);
                    await Say(line, "250 2.0.0 taken");
                    break;
                case "QUIT":
                    await Say(line, "221 bye");
                    return;
                default:
                    await Say(line, "250 2.0.0 ok");
                    break;
            }
        }
    }

    /// <returns>Null where the line went dead before the final dot.</returns>
    private async Task<string?> Letter(StreamReader reader)
    {
        StringBuilder letter = new();
        while (await reader.ReadLineAsync(closing.Token) is { } text)
        {
            if (text == ".")
            {
                return letter.ToString();
            }

            _ = letter.AppendLine(text.StartsWith('.') ? text[1..] : text);
        }

        return null;
    }

    private void Take(string letter, int begun)
    {
        DateTimeOffset at = Clock.Now;
        using MemoryStream bytes = new(Encoding.UTF8.GetBytes(letter));
        MimeMessage message = MimeMessage.Load(bytes);
        IEnumerable<string> about = ItemLink().Matches(message.TextBody!).Select(link => $"{link.Groups[1].Value}/{link.Groups[2].Value}");
        taken.Enqueue(new(message.MessageId!, message.Headers["X-FollowUp-Recipient"]!, at, [.. about.Distinct()], begun, Life));
        _ = arrivals.Release();
    }

    private async Task Say(NetworkStream line, string answer) => await line.WriteAsync(Encoding.ASCII.GetBytes(answer + "\r\n"), closing.Token);

    [GeneratedRegex("#/agreements/([a-z0-9-]+)/items/([a-z0-9-]+)")]
    private static partial Regex ItemLink();
}
