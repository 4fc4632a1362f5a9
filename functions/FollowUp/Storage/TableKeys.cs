using System.Globalization;
using FollowUp.Ledger;
using FollowUp.Plans;
using FollowUp.Values;
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
///                                       key|{hash of an idempotency key}           that a request under it took effect
///                                       staged|{n}                                 what is decided and not all written yet
///   Due          {minute}|{shard}       agreement|{agreement}|{host}               look at what is due of it at that minute
///                                       item|{agreement}|{item}                    look at this item, and start its clock
///                                       succession|{person}|{number}               carry it out
///                                       person|{person}|{revision}                 look at whatever names them: they are not as they were
///   Postbag      {minute}|{shard}       {recipient}|                               their letter of that minute, once it is packed
///                                       {recipient}|{agreement}|{ledger row}       a notice to send in it; the key is all there is
///   People, Plans, Calendars  register  {id}, {id}|{revision}                      as it is, and as it was
///                                       ~last                                      which of them was written last
///   People       named                  {person}|{agreement}                       an agreement in which they have a part
///                                       ~agreement|{agreement}                     an agreement
///                                       ~due|{day}|{agreement}                     an agreement of which something open is due that day
///                                       ~complete                                  all that there is stands here
///                successions            {person}                               who takes over from them, and how far that is
///                feeds                  person|{person}, agreement|{agreement}     which of its calendar addresses counts
///   Calendars    ~pulse                 ~pulse                                     says nothing; written to see whether it can be
///                ~pulse                 ~mail                                      since when no letter was taken, and why; gone when
/// one is
///                ~pulse                 ~full|{agreement}|{item}                   since when its row is full; gone once it is closed
///   Files        {agreement}|{item}|{sha256}    {n}                                a piece of a file's content, where there are no blobs
/// </code>
/// Keys are made of ids and numbers only, never of what people wrote: [A-Za-z0-9._~|-], at most 300 characters (the emulator takes 512).
/// </summary>
internal static class TableKeys
{
    public const string Head = "agreement";
    public const string Register = "register";
    public const string Named = "named";

    /// <summary>Where calendar addresses lie; in a partition of its own, where nobody comes across them.</summary>
    public const string Feeds = "feeds";

    /// <summary>Where successions lie, in a partition of their own.</summary>
    public const string Successions = "successions";

    /// <summary>How all rows of days begin.</summary>
    public const string DueDays = "~due|";

    /// <summary>Says that the catalogue leaves nothing out.</summary>
    public const string Complete = "~complete";

    /// <summary>
    /// Says nothing, and is written to see whether anything can be; in a partition of its own, where nobody comes across it.
    /// </summary>
    public const string Pulse = "~pulse";

    /// <summary>That no letter is taken; beside the pulse.</summary>
    public const string Mail = "~mail";

    /// <summary>The row that names what was written last; no id has a tilde.</summary>
    public const string Last = "~last";

    /// <summary>How the marks of items begin whose rows are full; beside the pulse.</summary>
    public const string FullItems = "~full|";

    /// <summary>
    /// Sixteen partitions carry a minute in which every item of a ministry is due: each agreement's items lie in one of them.
    /// </summary>
    private const int DueShards = 16;

    /// <summary>
    /// An agreement's notices go to many people: the fewer places they lie in, the more go at once. Azure takes 2 000 rows a second in
    /// each.
    /// </summary>
    private const int BagShards = 4;

    public static string Item(string item) => $"item|{item}";

    public static string Ledger(RungKey key) => string.Create(
        CultureInfo.InvariantCulture,
        $"ledger|{key.Item}|{key.AnchorRevision:D4}|{key.Ladder.ToString().ToLowerInvariant()}|{key.Rung}|{key.Occurrence:D4}|{key.Recipient}");

    /// <summary>The rung whose row in the ledger has this key.</summary>
    public static RungKey Rung(string ledger)
    {
        string[] parts = ledger.Split('|');
        return new(parts[1], Number(parts[2]), Enum.Parse<LadderName>(parts[3], ignoreCase: true), parts[4], Number(parts[5]), parts[6]);

        static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
    }

    /// <summary>The item in whose ledger the row with this key is.</summary>
    public static string ItemOf(string ledger) => ledger.Split('|', 3)[1];

    /// <summary>How the keys of all ledgers begin.</summary>
    public const string Ledgers = "ledger|";

    /// <summary>How the keys of the journal begin.</summary>
    public const string JournalEntries = "journal|";

    public static string LedgerOf(string item) => $"ledger|{item}|";

    public static string Journal(int seq) => string.Create(CultureInfo.InvariantCulture, $"journal|{seq:D10}");

    public static string Staged(int piece) => string.Create(CultureInfo.InvariantCulture, $"staged|{piece}");

    public static string Idempotency(string hash) => $"key|{hash}";

    public static string DueAt(Instant at, string shardOf) => $"{DueBefore(at)}|{Shard(shardOf, DueShards):x}";

    /// <summary>Sorts before every partition of the minute of <paramref name="at"/>, and after those of earlier minutes.</summary>
    public static string DueBefore(Instant at) => Slot.FromInstant(at);

    public static string DueAgreement(string agreement, string host) => $"agreement|{agreement}|{host}";

    public static string DueItem(string agreement, string item) => $"item|{agreement}|{item}";

    public static string Due(DueEntry row) => $"{row.Kind.ToString().ToLowerInvariant()}|{row.First}|{row.Second}";

    public static string DuePerson(string person, int revision) =>
        string.Create(CultureInfo.InvariantCulture, $"person|{person}|{revision}");

    public static string DueSuccession(string person, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"succession|{person}|{number}");

    public static string Part(string person, string agreement) => $"{person}|{agreement}";

    public static string Listed(string agreement) => $"~agreement|{agreement}";

    public static string DueOn(LocalDate day, string agreement) => $"{DueBefore(day)}{agreement}";

    /// <summary>Sorts before every agreement of that day, and after those of earlier days.</summary>
    public static string DueBefore(LocalDate day) => $"{DueDays}{LocalDatePattern.Iso.Format(day)}|";

    /// <summary>Everybody's letters of a minute lie together, so that what a ministry is to hear goes in few requests.</summary>
    public static string Bag(LetterKey letterKey) => $"{letterKey.Slot}|{Shard(letterKey.Recipient, BagShards):x}";

    /// <summary>Everybody's bags of that minute, as a query; from the partition of one letter on, where there is one.</summary>
    public static string BagsFrom(string slot, LetterKey? letterKey) =>
        $"PartitionKey ge '{(letterKey is null ? $"{slot}|" : Bag(letterKey))}' and PartitionKey lt '{After($"{slot}|")}'";

    /// <summary>Whether a row of those partitions is the letter's, or lies before it.</summary>
    public static bool IsUpTo(LetterKey letterKey, string partition, string row) =>
        partition == Bag(letterKey) && string.CompareOrdinal(row, After(Letter(letterKey))) < 0;

    public static string Notice(LetterKey letterKey, NoticeRef notice) => $"{letterKey.Recipient}|{notice.Agreement}|{Ledger(notice.Key)}";

    /// <summary>The notice whose row in the bag has this key.</summary>
    public static NoticeRef Posted(string notice)
    {
        string[] parts = notice.Split('|', 3);
        return new(parts[1], Rung(parts[2]));
    }

    /// <summary>Whose bag the row with this key is in.</summary>
    public static string ReaderOf(string row) => row.Split('|', 2)[0];

    /// <summary>The first row of its post, so that one request brings it with the notices.</summary>
    public static string Letter(LetterKey letterKey) => $"{letterKey.Recipient}|";

    public static string File(FileKey key) => $"{key.Agreement}|{key.Item}|{key.Sha256}";

    public static string FilePiece(int piece) => string.Create(CultureInfo.InvariantCulture, $"{piece:D4}");

    public static string Full(string agreement, string item) => $"{FullItems}{agreement}|{item}";

    public static string Feed(string kind, string id) => $"{kind}|{id}";

    public static string Revision(string id, int revision) => string.Create(CultureInfo.InvariantCulture, $"{id}|{revision:D6}");

    /// <summary>All row keys that begin with <paramref name="prefix"/>: Table Storage knows ranges, not prefixes.</summary>
    public static string RowsFrom(string prefix) => $"RowKey ge '{prefix}' and RowKey lt '{After(prefix)}'";

    public static string In(string partition) => $"PartitionKey eq '{partition}'";

    /// <summary>Sorts after every key that begins with <paramref name="prefix"/>.</summary>
    private static string After(string prefix) => $"{prefix[..^1]}{(char)(prefix[^1] + 1)}";

    private static int Shard(string of, int shards)
    {
        int hash = 0;
        foreach (char letter in of)
        {
            hash = unchecked((hash * 31) + letter);
        }

        return (hash & int.MaxValue) % shards;
    }
}
