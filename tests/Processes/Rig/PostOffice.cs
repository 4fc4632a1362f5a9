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
/// <param name="Door">The port through which it came: each host has one of its own.</param>
/// <param name="Written">When it was packed.</param>
internal sealed record Taken(
    string MessageId, string Recipient, DateTimeOffset Written, DateTimeOffset At, IReadOnlyList<string> About, int Door)
{
    /// <summary>The minute in which what it says was decided.</summary>
    public string Slot => MessageId[..12];
}

/// <summary>A mail server for as many as come at once: takes every letter, and knows what it took, when and from which host.</summary>
internal sealed partial class PostOffice : IAsyncDisposable
{
    private readonly CancellationTokenSource closing = new();
    private readonly ConcurrentQueue<Taken> taken = [];
    private readonly SemaphoreSlim arrivals = new(0);
    private readonly List<(TcpListener Listener, Task Serving)> doors = [];
    private readonly ConcurrentQueue<(int Door, DateTimeOffset At)> interruptions = [];

    /// <summary>The one that the letters are dated by.</summary>
    public Clock Clock { get; set; } = Clock.Showing(DateTimeOffset.UnixEpoch, 1);

    public IReadOnlyCollection<Taken> Taken => taken;

    public int Count => taken.Count;

    /// <returns>The port at which one host, and no other, hands its letters over.</returns>
    public int Open()
    {
        TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start(backlog: 512);
        doors.Add((listener, Serve(listener)));
        return PortOf(listener);
    }

    /// <summary>The host at that door is killed or stopped now.</summary>
    public void Interrupt(int door) => interruptions.Enqueue((door, Clock.Now));

    /// <summary>
    /// Whether the host that handed this over was killed or stopped with it in hand: after it was packed, and before anybody had it for the
    /// last time.
    /// </summary>
    public bool WasInterrupted(Taken letter, DateTimeOffset last) =>
        interruptions.Any(one => one.Door == letter.Door && letter.Written <= one.At && one.At <= last);

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
        foreach ((TcpListener listener, Task serving) in doors)
        {
            listener.Stop();
            await serving;
            listener.Dispose();
        }

        closing.Dispose();
    }

    private static int PortOf(TcpListener listener) => ((IPEndPoint)listener.LocalEndpoint).Port;

    private async Task Serve(TcpListener listener)
    {
        int door = PortOf(listener);
        try
        {
            while (true)
            {
                TcpClient client = await listener.AcceptTcpClientAsync(closing.Token);
                _ = Task.Run(() => Talk(client, door));
            }
        }
        catch (Exception end) when (end is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // We are closing.
        }
    }

    private async Task Talk(TcpClient client, int door)
    {
        using (client)
        {
            try
            {
                await Talk(client.GetStream(), door);
            }
            catch (Exception end) when (end is IOException or OperationCanceledException)
            {
                // The other side was killed in the middle of it.
            }
        }
    }

    private async Task Talk(NetworkStream line, int door)
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

                    Take(letter, door);
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

    private void Take(string letter, int door)
    {
        DateTimeOffset at = Clock.Now;
        using MemoryStream bytes = new(Encoding.UTF8.GetBytes(letter));
        MimeMessage message = MimeMessage.Load(bytes);
        IEnumerable<string> about = ItemLink().Matches(message.TextBody!).Select(link => $"{link.Groups[1].Value}/{link.Groups[2].Value}");
        taken.Enqueue(new(message.MessageId!, message.Headers["X-FollowUp-Recipient"]!, message.Date, at, [.. about.Distinct()], door));
        _ = arrivals.Release();
    }

    private async Task Say(NetworkStream line, string answer) =>
        await line.WriteAsync(Encoding.ASCII.GetBytes(answer + "\r\n"), closing.Token);

    [GeneratedRegex("#/agreements/([a-z0-9-]+)/items/([a-z0-9-]+)")]
    private static partial Regex ItemLink();
}
