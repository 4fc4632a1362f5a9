using System.Globalization;
using FollowUp.Delivery;
using FollowUp.Items;
using FollowUp.Ledger;
using FollowUp.Letters;
using FollowUp.Plans;
using FollowUp.Recipients;
using FollowUp.Tests.Letters.Rig;
using FollowUp.Timetables;
using NodaTime;

namespace FollowUp.Tests.Stories.Rig;

/// <summary>
/// The life of one item, months long, in microseconds: the real timetable and decision over a clock that jumps to the next alarm
/// or event. What is planned goes out a minute later, unless something has happened by then. Tells what happened, by the wall clock of the
/// item: <c>03-03 09:00 owner hears: due/week</c>.
/// </summary>
public sealed class Story(AgreedItem item, Plan? plan = null, Contacts? cast = null)
{
    private const int StepsMax = 2_000; // A story that is still going after this many steps never ends.

    private readonly Plan plan = plan ?? Sample.Ladders;
    private readonly Contacts cast = cast ?? Sample.Cast();
    private readonly SortedDictionary<Instant, (Func<AgreedItem, string> What, Func<AgreedItem, Instant, AgreedItem> Verb)> events = [];
    private readonly List<(Instant From, Instant To)> outages = [];
    private readonly Dictionary<RungKey, LedgerRow> ledger = [];
    private readonly List<(Instant At, RenderedLetter Letter)> letters = [];
    private readonly List<(Instant At, string What)> told = [];
    private Slip slip;

    public AgreedItem Item { get; private set; } = item;

    public IReadOnlyCollection<LedgerRow> Ledger => ledger.Values;

    /// <summary>How often the plan lets the due date be extended.</summary>
    public int ExtensionsMax => plan.ExtensionsMax;

    /// <summary>Also tells what was not said, and why.</summary>
    public bool TellsSilence { get; init; }

    /// <summary>Tells who receives a notice, by name and not by role.</summary>
    public bool TellsNames { get; init; }

    /// <summary>Tells letters with their subjects in place of the notices in them.</summary>
    public bool TellsLetters { get; init; }

    /// <summary>Tells why a day is not the one that one would have counted.</summary>
    public bool TellsShifts { get; init; }

    /// <summary>Also tells when the slip changes its colour.</summary>
    public bool TellsSlips { get; init; }

    public Story On(string at, string what, Func<AgreedItem, Instant, AgreedItem> verb) => On(at, _ => what, verb);

    /// <param name="what">Told of the item as it stands after the verb.</param>
    public Story On(string at, Func<AgreedItem, string> what, Func<AgreedItem, Instant, AgreedItem> verb)
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
        return string.Join('\n', told.OrderBy(line => line.At).Select(line => $"{Wall(line.At)} {line.What}"));
    }

    /// <summary>The story, but for the lines that are not about <paramref name="who"/>.</summary>
    public string ToldOf(string who, string? until = null) =>
        string.Join('\n', Told(until).Split('\n').Where(line => line.Contains(who, StringComparison.OrdinalIgnoreCase)));

    /// <summary>The text of the letter that <paramref name="person"/> got at that moment; the story must tell letters.</summary>
    public string LetterTo(string person, string at) =>
        letters.Single(
            one => one.At == Sample.At(at, Item.TimeZone) && one.Letter.Letter.Recipient == person).Letter.Text.ReplaceLineEndings("\n");

    private void Run(Instant now, Instant until)
    {
        for (int steps = 0; steps < StepsMax; steps++)
        {
            bool changed = Happen(now);
            Post(now);
            if (changed || Item.NextAt is null || Item.NextAt <= now)
            {
                Look(now);
            }

            if (Next(now) is not { } next || Awake(next) > until)
            {
                return;
            }

            now = Awake(next);
        }

        throw new InvalidOperationException($"After {StepsMax} steps it is {Wall(now)} and still no end.");
    }

    private Instant? Next(Instant now)
    {
        bool isOver = !Item.IsOpen && Item.NextAt is null && events.Count == 0;
        Instant? midnight = TellsSlips && !isOver ? Item.DayOf(now).PlusDays(1).AtStartOfDayInZone(Item.Zone).ToInstant() : null;
        return new[] { Item.NextAt, Pending()?.Plus(Duration.FromMinutes(1)), events.Count > 0 ? events.First().Key : null,
            midnight }.Min();
    }

    private Instant Awake(Instant at) =>
        outages.Where(outage => outage.From <= at && at < outage.To).Select(outage => outage.To).DefaultIfEmpty(at).First();

    private bool Happen(Instant now)
    {
        bool any = false;
        while (events.Count > 0 && events.First().Key <= now)
        {
            (Instant at, (Func<AgreedItem, string> what, Func<AgreedItem, Instant, AgreedItem> verb)) = events.First();
            _ = events.Remove(at);
            told.Add((at, Do(what, verb, at)));
            any = true;
        }

        if (TellsSlips && Item.SlipAt(now) is var colour && colour != slip)
        {
            slip = colour;
            told.Add((now, $"the slip is {(slip is Slip.None ? "taken away" : slip.ToString().ToLowerInvariant())}"));
        }

        return any;
    }

    private string Do(Func<AgreedItem, string> what, Func<AgreedItem, Instant, AgreedItem> verb, Instant at)
    {
        try
        {
            AgreedItem before = Item;
            Item = verb(Item, at);
            return ReferenceEquals(before, Item) ? $"{what(Item)}, which changes nothing" : what(Item);
        }
        catch (ItemRefusedException refused)
        {
            return $"{what(Item)}, and is refused: {refused.Message}";
        }
    }

    private void Look(Instant now)
    {
        IReadOnlyList<TimetableEntry> entries = Item.Lines(cast, plan, now, [.. ledger.Values]);
        Decision decision = Decision.Decide(now, entries, new Deputies(Item, cast, now).Resolve)
            .WithReports(Item, plan, cast, [.. ledger.Values], now);
        foreach (LedgerRow row in decision.Rows)
        {
            ledger.Add(row.Key, row);
            Spare(row, now);
        }

        Item = Item with { NextAt = decision.NextAt };
    }

    private Instant? Pending() => ledger.Values.Where(row => !row.IsFinal).Select(row => (Instant?)row.DecidedAt).Min();

    /// <summary>As the mailroom does it: what is overtaken is not sent, and who hears of lateness is remembered.</summary>
    private void Post(Instant now)
    {
        List<LedgerRow> ripe = [.. ledger.Values.Where(row => !row.IsFinal && row.DecidedAt < now)];
        foreach (LedgerRow row in ripe)
        {
            bool holds = NoticeValidity.StillApplies(row, Item, plan, cast);
            ledger[row.Key] = row.WithState(holds ? NoticeState.Sent : NoticeState.Skipped, now, holds ? null : "overtaken");
            Spare(ledger[row.Key], now);
        }

        foreach (IGrouping<object, LedgerRow> bag in ripe.Where(row => ledger[row.Key].State == NoticeState.Sent)
            .GroupBy(row => (object)(row.SentTo, row.DecidedAt)))
        {
            Send([.. bag], now);
        }
    }

    private void Send(IReadOnlyList<LedgerRow> bag, Instant now)
    {
        if (TellsLetters)
        {
            Letter letter = LetterComposer.Compose(
                new(bag[0].SentTo!, bag[0].Slot!), cast[bag[0].SentTo!].Person,
                bag.Select(row => SampleLetters.Facts(row, Item) with { Ledger = row.IsAbsenceReport() ? [.. ledger.Values] : [] }),
                "https://board.example/board/", "followup.example", now, _ => []);
            letters.Add((bag[0].DecidedAt, SampleLetters.Templates.Render(letter)));
            told.Add((bag[0].DecidedAt, $"{letter.Recipient} gets: {Opening(letters[^1].Letter)}"));
        }
        else
        {
            told.AddRange(bag.Select(row => (row.DecidedAt, $"{Hearer(row)} hears: {Rung(row)}{Trace(row)}{Zone(row)}{Shift(row)}")));
        }

        IEnumerable<LedgerRow> late = bag.Where(row => ledger[row.Key].TellsOfLateness(Item));
        foreach (LedgerRow row in late.Where(row => !Item.ToldLate.Contains(row.SentTo!)))
        {
            Item = Item with { ToldLate = [.. Item.ToldLate, row.SentTo!] };
        }
    }

    /// <summary>Its subject as far as the title of the item: what follows that is the date, and what is wanted.</summary>
    private string Opening(RenderedLetter letter)
    {
        string title = Item.Title.TextIn(letter.Letter.Language);
        int end = letter.Subject.IndexOf($"{title} – ", StringComparison.Ordinal);
        return end < 0 ? letter.Subject : letter.Subject[..(end + title.Length)];
    }

    private void Spare(LedgerRow row, Instant now)
    {
        if (TellsSilence && row.IsFinal && row.State != NoticeState.Sent)
        {
            told.Add((now, $"{(TellsNames ? row.Key.Recipient : row.Role)} is spared: {Rung(row)}, {row.Why}"));
        }
    }

    private string Hearer(LedgerRow row) => TellsNames ? row.SentTo! : row.Role;

    private static string Rung(LedgerRow row) =>
        $"{row.Key.Ladder.ToString().ToLowerInvariant()}/{row.Key.Rung}{(row.Key.Occurrence == 0 ? "" : $" {row.Key.Occurrence}")}";

    private static string Trace(LedgerRow row) => row.Trace is null ? "" : $" ({row.Trace})";

    private string Zone(LedgerRow row)
    {
        string zone = cast[row.SentTo!].Person.TimeZone;
        string hour = row.DecidedAt.InZone(DateTimeZoneProviders.Tzdb[zone]).ToString("HH:mm", CultureInfo.InvariantCulture);
        return zone == Item.TimeZone ? "" : $", at {hour} in {zone.Split('/')[^1]}";
    }

    private string Shift(LedgerRow row) => TellsShifts && row.Explanation is { } why ? $", {why}" : "";

    private string Wall(Instant at) => at.InZone(Item.Zone).ToString("MM-dd HH:mm", CultureInfo.InvariantCulture);
}
