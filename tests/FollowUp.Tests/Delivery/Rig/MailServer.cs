using System.Net;
using System.Net.Sockets;
using System.Text;

namespace FollowUp.Tests.Delivery.Rig;

/// <summary>
/// A small mail server with a script: what it answers to a verb (<c>MAIL</c>, <c>RCPT</c>, <c>DATA</c>, and <c>.</c> for the end of
/// the letter), or that it hangs up there. Keeps what it was given.
/// </summary>
public sealed class MailServer : IAsyncDisposable
{
    /// <summary>Instead of an answer: the line goes dead.</summary>
    public const string HangUp = "hang up";

    /// <summary>Instead of an answer: silence, until the other side hangs up.</summary>
    public const string Stall = "stall";

    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource closing = new();
    private readonly Dictionary<string, string> script;
    private readonly Task serving;

    public MailServer(params (string Verb, string Answer)[] script)
    {
        this.script = script.ToDictionary(line => line.Verb, line => line.Answer);
        listener.Start();
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        serving = Serve();
    }

    public int Port { get; }

    /// <summary>Whether the script is played once, and everything is as usual from then on.</summary>
    public bool IsOnce { get; init; }

    /// <summary>The letters that were taken, dots unstuffed.</summary>
    public List<string> Taken { get; } = [];

    public List<string> Commands { get; } = [];

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
        while (!closing.IsCancellationRequested)
        {
            try
            {
                using TcpClient client = await listener.AcceptTcpClientAsync(closing.Token);
                await Talk(client.GetStream());
            }
            catch (Exception end) when (end is OperationCanceledException or IOException or SocketException or ObjectDisposedException)
            {
                // The other side is gone, or we are closing.
            }
        }
    }

    private async Task Talk(NetworkStream line)
    {
        using StreamReader reader = new(line, Encoding.UTF8);
        if (!await Answer(line, "CONNECT", "220 mail.example ESMTP"))
        {
            return;
        }

        while (await reader.ReadLineAsync(closing.Token) is { } command)
        {
            Commands.Add(command);
            string verb = command.Split(' ', ':')[0].ToUpperInvariant();
            bool goesOn = !script.ContainsKey(verb);
            if (!await Answer(line, verb, Usual(verb)) || verb == "QUIT")
            {
                return;
            }

            if (verb == "DATA" && goesOn && !await Take(line, reader))
            {
                return;
            }
        }
    }

    private async Task<bool> Take(NetworkStream line, StreamReader reader)
    {
        StringBuilder letter = new();
        while (await reader.ReadLineAsync(closing.Token) is { } text)
        {
            if (text == ".")
            {
                if (script.GetValueOrDefault(".", "250") is HangUp or Stall or ['2', ..])
                {
                    Taken.Add(letter.ToString());
                }

                return await Answer(line, ".", "250 2.0.0 taken");
            }

            _ = letter.AppendLine(text.StartsWith('.') ? text[1..] : text);
            if (script.ContainsKey("TEXT"))
            {
                return await Answer(line, "TEXT", "");
            }
        }

        return false;
    }

    private async Task<bool> Answer(NetworkStream line, string verb, string usual)
    {
        string answer = script.GetValueOrDefault(verb, usual);
        if (IsOnce)
        {
            _ = script.Remove(verb);
        }

        if (answer == Stall)
        {
            // Reads nothing more either; the other side closes the line in the end, or we do.
            _ = await line.ReadAsync(new byte[1 << 16], closing.Token);
        }

        if (answer is HangUp or Stall)
        {
            return false;
        }

        await line.WriteAsync(Encoding.ASCII.GetBytes(answer + "\r\n"), closing.Token);
        return true;
    }

    private static string Usual(string verb) => verb switch
    {
        "EHLO" => "250-mail.example\r\n250 8BITMIME",
        "DATA" => "354 go on",
        "QUIT" => "221 bye",
        _ => "250 2.0.0 ok",
    };
}
