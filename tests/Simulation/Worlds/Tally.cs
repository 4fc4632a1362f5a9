namespace FollowUp.Simulation.Worlds;

/// <summary>What a world, or many of them, came to in numbers.</summary>
public sealed class Tally
{
    private readonly SortedDictionary<string, long> faults = [];

    public long Worlds { get; set; }
    public long Lives { get; set; }

    /// <summary>Lives that began with waiting for others, and those of them that were assigned one day.</summary>
    public long Waited { get; set; }
    public long Freed { get; set; }

    /// <summary>Lives that came round after others.</summary>
    public long CameRound { get; set; }

    /// <summary>
    /// Lives in which one person had several parts, and notices that passed somebody over who would have judged themselves.
    /// </summary>
    public long Crowded { get; set; }
    public long PassedOver { get; set; }

    /// <summary>Successions that were carried out.</summary>
    public long Successions { get; set; }

    /// <summary>Reports to people on their first day back.</summary>
    public long Reports { get; set; }

    /// <summary>Weekly letters, and how many late items they told of.</summary>
    public long Reviews { get; set; }
    public long Reviewed { get; set; }
    /// <summary>Notices that went out with a daily or weekly letter, later than planned.</summary>
    public long Held { get; set; }

    public double ItemDays { get; set; }
    public long Calls { get; set; }
    public long Refused { get; set; }

    /// <summary>Calls by the link of a letter.</summary>
    public long ByLetter { get; set; }

    /// <summary>Answers of 500, which no call and no trouble may bring about.</summary>
    public long Failures { get; set; }
    public long Letters { get; set; }
    public long Notices { get; set; }
    public long Requests { get; set; }
    public long Jumps { get; set; }

    public void Fault(string kind)
    {
        lock (faults)
        {
            faults[kind] = faults.GetValueOrDefault(kind) + 1;
        }
    }

    public void Add(Tally other)
    {
        lock (faults)
        {
            (Worlds, Lives, ItemDays) = (Worlds + other.Worlds, Lives + other.Lives, ItemDays + other.ItemDays);
            (Waited, Freed, CameRound) = (Waited + other.Waited, Freed + other.Freed, CameRound + other.CameRound);
            (Crowded, PassedOver, Reports) = (Crowded + other.Crowded, PassedOver + other.PassedOver, Reports + other.Reports);
            Successions += other.Successions;
            (ByLetter, Held) = (ByLetter + other.ByLetter, Held + other.Held);
            (Reviews, Reviewed) = (Reviews + other.Reviews, Reviewed + other.Reviewed);
            (Calls, Refused, Failures, Letters) =
                (Calls + other.Calls, Refused + other.Refused, Failures + other.Failures, Letters + other.Letters);
            (Notices, Requests, Jumps) = (Notices + other.Notices, Requests + other.Requests, Jumps + other.Jumps);
            foreach ((string kind, long count) in other.faults)
            {
                faults[kind] = faults.GetValueOrDefault(kind) + count;
            }
        }
    }

    public string Told(TimeSpan spent) => string.Create(System.Globalization.CultureInfo.InvariantCulture,
        $"""
        {Lives:N0} lives in {Worlds:N0} worlds, {ItemDays:N0} item-days in {spent.TotalSeconds:N0} s: {ItemDays / spent.TotalSeconds:N0} item-days/s, {Lives / spent.TotalSeconds:N0} lives/s
        {Waited:N0} waited for others, {Freed:N0} of them were assigned; {CameRound:N0} came round; {Successions:N0} people left to successors
        {Crowded:N0} had one person in several parts; {PassedOver:N0} notices passed over who would have judged themselves; {Reports:N0} reports on a first day back; {Held:N0} notices waited for a daily or weekly letter; {Reviewed:N0} late items in {Reviews:N0} weekly letters of leaders
        {Calls:N0} calls ({ByLetter:N0} by letter, {Refused:N0} refused, {Failures:N0} failed), {Notices:N0} notices, {Letters:N0} letters, {Jumps:N0} moments, {Requests:N0} storage requests ({Requests / Math.Max(1.0, Lives):N0} a life)
        faults: {string.Join(", ", faults.Select(fault => $"{fault.Key} {fault.Value:N0}"))}
        """);
}
