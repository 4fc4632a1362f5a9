using System.Diagnostics;
using System.Text.Json;

namespace FollowUp.Tests.Rig;

/// <summary>A day as another program reads it from a calendar.</summary>
public sealed record SubscribedDay(
    string Uid, int Sequence, string Summary, string Description, bool IsDay, string Start, string End, string Status, string Stamp,
    string Url, string Transparency, IReadOnlyList<SubscribedAlarm> Alarms, IReadOnlyList<string> Properties);

public sealed record SubscribedAlarm(string Action, string Trigger, string Description);

/// <summary>A calendar as another program reads it.</summary>
/// <param name="Calendar">What it says of itself.</param>
/// <param name="Error">Why it cannot be read; null where it can.</param>
public sealed record SubscribedCalendar(
    IReadOnlyDictionary<string, string> Calendar, IReadOnlyList<string> Components, IReadOnlyList<SubscribedDay> Events, string? Error);

/// <summary>
/// Somebody's calendar program: <c>tests/CalendarReader</c>, which reads what it subscribed to in two independent ways that must
/// agree, and keeps of each UID the newest. What comes with a lower SEQUENCE than it knows it takes for old, as programs do.
/// </summary>
internal sealed class Subscriber : IDisposable
{
    private static readonly string Folder = Path.Combine(Checkout.Folder, "tests", "CalendarReader");
    private static readonly JsonSerializerOptions Camel = new(JsonSerializerDefaults.Web);

    private readonly Process process;
    private readonly Dictionary<string, SubscribedDay> known = [];

    public Subscriber()
    {
        if (!Directory.Exists(Path.Combine(Folder, "node_modules", "node-ical")))
        {
            throw new InvalidOperationException("The independent reader is not installed: npm ci --prefix tests/CalendarReader");
        }

        ProcessStartInfo start =
            new("node", [Path.Combine(Folder, "feed.mjs")]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        process = Process.Start(start) ?? throw new InvalidOperationException("Node cannot be started.");
    }

    /// <summary>What it shows: each day with its summary, in order; what is cancelled is struck out.</summary>
    public IReadOnlyList<string> Shown => [.. known.Values.Where(one => one.Status != "CANCELLED")
        .Select(one => $"{one.Start} {one.Summary}").Order(StringComparer.Ordinal)];

    public IReadOnlyList<string> StruckOut =>
        [.. known.Values.Where(one => one.Status == "CANCELLED").Select(one => one.Summary).Order(StringComparer.Ordinal)];

    public SubscribedCalendar Read(byte[] file)
    {
        process.StandardInput.WriteLine(JsonSerializer.Serialize(new { file = Convert.ToBase64String(file) }));
        process.StandardInput.Flush();
        string line = process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("The independent reader has ended.");
        return JsonSerializer.Deserialize<SubscribedCalendar>(line, Camel)!;
    }

    /// <summary>Looks again at what it subscribed to.</summary>
    public SubscribedCalendar Take(byte[] file)
    {
        SubscribedCalendar read = Read(file);
        read.Error.Should().BeNull();
        foreach (string gone in known.Keys.Except(read.Events.Select(one => one.Uid)).ToArray())
        {
            known.Remove(gone);
        }

        foreach (SubscribedDay one in read.Events.Where(
            one => !known.TryGetValue(one.Uid, out SubscribedDay? old) || one.Sequence >= old.Sequence))
        {
            known[one.Uid] = one;
        }

        return read;
    }

    public void Dispose()
    {
        process.Kill();
        process.Dispose();
    }
}
