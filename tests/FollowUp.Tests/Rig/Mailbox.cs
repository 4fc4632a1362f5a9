using System.Collections.Concurrent;
using System.Globalization;
using FollowUp.Delivery;

namespace FollowUp.Tests.Rig;

/// <summary>Where all letters of a town arrive, in the order they were handed over; and where they can be refused or delayed.</summary>
public sealed class Mailbox(TimeProvider clock) : ILetterChannel
{
    private readonly ConcurrentQueue<Arrival> arrived = new();

    /// <summary>Called before a letter is taken; may throw instead.</summary>
    public Func<RenderedLetter, Task> Before { get; set; } = _ => Task.CompletedTask;

    /// <summary>Called once a letter was taken; may throw all the same.</summary>
    public Func<RenderedLetter, Task> After { get; set; } = _ => Task.CompletedTask;

    /// <summary>What it says when it takes a letter.</summary>
    public string? Reply { get; set; }

    public IReadOnlyList<Arrival> Arrived => [.. arrived];

    /// <summary>All of them, one a line: "05-11 10:01 law: receipt/at-once". Those of one moment arrive in any order.</summary>
    public IReadOnlyList<string> Lines => [.. arrived.Select(arrival => arrival.ToString()).Order(StringComparer.Ordinal)];

    public IReadOnlyList<string> To(string person) => [.. Lines.Where(line => line.Contains($" {person}: ", StringComparison.Ordinal))];

    public IReadOnlyList<string> Since(string moment) =>
        [
            .. Lines.Where(
                line => string.CompareOrdinal(
                    line, string.Create(CultureInfo.InvariantCulture, $"{Town.Moment(moment):MM-dd HH:mm}")) >= 0),
        ];

    public async Task<string?> Send(RenderedLetter letter, CancellationToken cancel)
    {
        await Before(letter);
        arrived.Enqueue(new(clock.GetUtcNow(), letter));
        await After(letter);
        return Reply;
    }
}

/// <summary>A letter, and when it arrived.</summary>
public sealed record Arrival(DateTimeOffset At, RenderedLetter Written)
{
    public string To => Written.Letter.Recipient;

    public string MessageId => Written.Letter.MessageId;

    public override string ToString()
    {
        IEnumerable<string> notices = Written.Letter.Notices.Select(notice => notice.Of.Key).Select(key =>
            $"{key.Ladder.ToString().ToLowerInvariant()}/{key.Rung}{(key.Occurrence > 0 ? $" #{key.Occurrence}" : "")}");
        return string.Create(CultureInfo.InvariantCulture, $"{At.ToOffset(Town.Offset):MM-dd HH:mm} {To}: {string.Join(", ", notices)}");
    }
}
