using System.Globalization;
using FollowUp.Following;
using FollowUp.Items;
using FollowUp.People;
using FollowUp.Plans;
using NodaTime;

namespace FollowUp.Tests.Following;

/// <summary>
/// The life of one item, months long, in microseconds: the real timetable and decision over a clock that jumps to the next alarm
/// or event. What is planned goes out a minute later. Tells what happened, by the wall clock of the item:
/// <c>03-03 09:00 owner hears: due/week</c>.
/// </summary>
public sealed class Story(AgreedItem item, Plan? plan = null, Contacts? cast = null)
{
    private const int StepsMax = 2_000; // A story that is still going after this many steps never ends.

    private readonly Plan plan = plan ?? Plan.Default;
    private readonly Contacts cast = cast ?? Sample.Cast();
    private readonly SortedDictionary<Instant, (string What, Func<AgreedItem, Instant, AgreedItem> Verb)> events = [];
    private readonly List<(Instant From, Instant To)> outages = [];
    private readonly Dictionary<RungKey, LedgerRow> ledger = [];
    private readonly List<(Instant At, string What)> told = [];

    public AgreedItem Item { get; private set; } = item;

    public IReadOnlyCollection<LedgerRow> Ledger => ledger.Values;

    /// <summary>Also tells what was not said, and why.</summary>
    public bool TellsSilence { get; init; }

    public Story On(string at, string what, Func<AgreedItem, Instant, AgreedItem> verb)
    {
        events.Add(Sample.At(at, Item.TimeZone), (what, verb));
        return this;
    }

    /// <summary>The host is down: nothing is looked at and nothing goes out.</summary>
    public Story Down(string from, string to)
    {
        outages.Add((Sample.At(from, Item.TimeZone), Sample.At(to, Item.TimeZone)));
        return this;
    }

    public string Told(string? until = null)
    {
        Run(Item.AssignedAt!.Value, until is null ? Instant.MaxValue : Sample.At(until, Item.TimeZone));
        return string.Join('\n', told.Select(line => $"{Wall(line.At)} {line.What}"));
    }

    private void Run(Instant now, Instant until)
    {
        for (int steps = 0; steps < StepsMax; steps++)
        {
            Post(now);
            bool changed = Happen(now);
            if (changed || Item.NextAt is null || Item.NextAt <= now)
            {
                Look(now);
            }

            Instant? next = new Instant?[] { Item.NextAt, Pending()?.Plus(Duration.FromMinutes(1)), events.Count > 0 ? events.First().Key : null }.Min();
            if (next is not { } at || Awake(at) > until)
            {
                return;
            }

            now = Awake(at);
        }

        throw new InvalidOperationException($"After {StepsMax} steps it is {Wall(now)} and still no end.");
    }

    private Instant Awake(Instant at) => outages.Where(outage => outage.From <= at && at < outage.To).Select(outage => outage.To).DefaultIfEmpty(at).First();

    private bool Happen(Instant now)
    {
        bool any = false;
        while (events.Count > 0 && events.First().Key <= now)
        {
            (Instant at, (string what, Func<AgreedItem, Instant, AgreedItem> verb)) = events.First();
            _ = events.Remove(at);
            Item = verb(Item, at);
            told.Add((at, what));
            any = true;
        }

        return any;
    }

    private void Look(Instant now)
    {
        IReadOnlyList<Line> lines = Item.Lines(cast, plan, [.. ledger.Values]);
        Decision decision = Decision.At(now, lines, person => Recipient.Of(cast[person].Person, Item.Chain, cast.Find, now, Item.IsOut));
        foreach (LedgerRow row in decision.Rows)
        {
            ledger.Add(row.Key, row);
            if (row.IsFinal && TellsSilence)
            {
                told.Add((now, $"{row.Role} is spared: {Rung(row)}, {row.Why}"));
            }
        }

        Item = Item with { NextAt = decision.NextAt };
    }

    private Instant? Pending() => ledger.Values.Where(row => !row.IsFinal).Select(row => (Instant?)row.DecidedAt).Min();

    /// <summary>As the mailroom does it: what is overtaken is not sent, and who hears of lateness is remembered.</summary>
    private void Post(Instant now)
    {
        foreach (LedgerRow row in ledger.Values.Where(row => !row.IsFinal && row.DecidedAt < now).ToList())
        {
            bool holds = Timetable.Holds(row, Item, cast);
            ledger[row.Key] = row.Become(holds ? NoticeState.Sent : NoticeState.Skipped, now, holds ? null : "overtaken");
            if (holds)
            {
                told.Add((row.DecidedAt, $"{row.Role} hears: {Rung(row)}{(row.Trace is null ? "" : $" ({row.Trace})")}"));
                Item = row.Key.Ladder == LadderName.Overdue && !Item.ToldLate.Contains(row.SentTo!) ? Item with { ToldLate = [.. Item.ToldLate, row.SentTo!] } : Item;
            }
        }
    }

    private static string Rung(LedgerRow row) =>
        $"{row.Key.Ladder.ToString().ToLowerInvariant()}/{row.Key.Rung}{(row.Key.Occurrence == 0 ? "" : $" {row.Key.Occurrence}")}";

    private string Wall(Instant at) => at.InZone(Item.Zone).ToString("MM-dd HH:mm", CultureInfo.InvariantCulture);
}
