using System.Globalization;
using FollowUp.Following;
using NodaTime;
using NodaTime.Text;

namespace FollowUp.Storage;

/// <summary>
/// Where things lie. One partition of the Agreements table is one agreement, so that all that changes together commits together.
/// <code>
///   Agreements   {agreement}            agreement                                  the head: content, state, end of the journal
///                                       item|{item}                                the item as it stands
///                                       ledger|{item}|{anchor}|{ladder}|{rung}|{n}|{recipient}
///                                       journal|{seq}                              what happened
///                                       key|{hash of an idempotency key}           what was answered to it
///   Due          {minute}|{shard}       item|{agreement}|{item}                    look at this item at that minute
///                                       post|{recipient}|{slot}                    a letter should be out soon after
///                                       person|{person}|{revision}                 look at whatever names them: they are not as they were
///   Postbag      {recipient}            {slot}|                                    the letter of that minute, once it is packed
///                                       {slot}|{agreement}|{ledger row}            a notice to send in it
///   People, Plans, Calendars  register  {id}, {id}|{revision}                      as it is, and as it was
///                                       ~last                                      which of them was written last
///   People       named                  {person}|{agreement}                       an agreement in which they have a part
///   Calendars    ~pulse                 ~pulse                                     says nothing; written to see whether it can be
/// </code>
/// Keys are made of ids and numbers only, never of what people wrote: [A-Za-z0-9._~|-], at most 256 characters.
/// </summary>
internal static class Keys
{
    public const string Head = "agreement";
    public const string Register = "register";
    public const string Named = "named";

    /// <summary>Says nothing, and is written to see whether anything can be; in a partition of its own, where nobody comes across it.</summary>
    public const string Pulse = "~pulse";

    /// <summary>The row that names what was written last; no id has a tilde.</summary>
    public const string Last = "~last";

    /// <summary>Sixteen partitions carry a minute in which every item of a ministry is due.</summary>
    private const int Shards = 16;

    /// <summary>Minutes as part of keys; also the form of a letter's slot.</summary>
    public static readonly InstantPattern Minute = InstantPattern.CreateWithInvariantCulture("uuuuMMddHHmm");

    public static string Item(string item) => $"item|{item}";

    public static string Ledger(RungKey key) => string.Create(
        CultureInfo.InvariantCulture,
        $"ledger|{key.Item}|{key.AnchorRevision:D4}|{key.Ladder.ToString().ToLowerInvariant()}|{key.Rung}|{key.Occurrence:D4}|{key.Recipient}");

    public static string LedgerOf(string item) => $"ledger|{item}|";

    public static string Journal(int seq) => string.Create(CultureInfo.InvariantCulture, $"journal|{seq:D10}");

    public static string Idempotency(string hash) => $"key|{hash}";

    public static string DueAt(Instant at, string shardOf) => $"{DueBefore(at)}|{Shard(shardOf):x}";

    /// <summary>Sorts before every partition of the minute of <paramref name="at"/>, and after those of earlier minutes.</summary>
    public static string DueBefore(Instant at) => Minute.Format(at);

    public static string DueItem(string agreement, string item) => $"item|{agreement}|{item}";

    public static string DuePost(string recipient, string slot) => $"post|{recipient}|{slot}";

    public static string DuePerson(string person, int revision) => string.Create(CultureInfo.InvariantCulture, $"person|{person}|{revision}");

    public static string Mention(string person, string agreement) => $"{person}|{agreement}";

    public static string Notice(string slot, string agreement, RungKey key) => $"{slot}|{agreement}|{Ledger(key)}";

    /// <summary>The first row of its slot, so that one request brings it with the notices.</summary>
    public static string Letter(string slot) => $"{slot}|";

    public static string Revision(string id, int revision) => string.Create(CultureInfo.InvariantCulture, $"{id}|{revision:D6}");

    /// <summary>All row keys that begin with <paramref name="prefix"/>: Table Storage knows ranges, not prefixes.</summary>
    public static string RowsFrom(string prefix) => $"RowKey ge '{prefix}' and RowKey lt '{prefix[..^1]}{(char)(prefix[^1] + 1)}'";

    public static string In(string partition) => $"PartitionKey eq '{partition}'";

    private static int Shard(string of)
    {
        int hash = 0;
        foreach (char letter in of)
        {
            hash = unchecked((hash * 31) + letter);
        }

        return (hash & int.MaxValue) % Shards;
    }
}
