using System.Globalization;
using System.Text;
using FollowUp.Items;
using NodaTime;
using NodaTime.Text;

namespace FollowUp.Operations.Lists;

/// <summary>In which order a list stands.</summary>
/// <param name="Sort">One of <see cref="Sorts"/>.</param>
/// <param name="Language">In which titles and names are put in order.</param>
public sealed record ListOrder(string Sort, string Language)
{
    public const string Urgency = "urgency";

    /// <summary>A longer name says nothing more to whoever looks through a list; the ids decide then.</summary>
    private const int KeyMax = 400;

    private readonly CompareInfo words = CultureInfo.GetCultureInfo(Language).CompareInfo;

    /// <summary>
    /// <c>urgency</c>: by section, what is latest first, then what is due first; the closed, last closed first. The others say it
    /// themselves.
    /// </summary>
    public static IReadOnlyList<string> Sorts { get; } = [Urgency, "due", "late", "title", "owner", "agreement"];

    /// <summary>What stands first has the least, by ordinal comparison. Many may have the same.</summary>
    internal string KeyOf(Entry entry, Func<string, string> nameOf) => Sort switch
    {
        Urgency when entry.Section == Section.Closed => $"{(int)entry.Section}|{Descending(ClosedAt(entry.Item))}",
        Urgency => $"{(int)entry.Section}|{Latest(entry)}",
        "due" => Day(entry.Item.DueOn),
        "late" => Latest(entry),
        "title" => Key(entry.Item.Title.TextIn(Language)),
        "owner" => Key(nameOf(entry.Item.Owner)),
        "agreement" => Key(entry.Agreement.Title.TextIn(Language)),
        _ => throw new InvalidOperationException($"Nothing is sorted by {Sort}."),
    };

    private static string Latest(Entry entry) =>
        string.Create(CultureInfo.InvariantCulture, $"{99_999 - Math.Min(entry.DaysLate, 99_999):D5}|{Day(entry.Item.DueOn)}");

    private static Instant ClosedAt(AgreedItem item) => item.Confirmation?.At ?? item.Withdrawal?.At ?? Instant.MinValue;

    private static string Descending(Instant at) =>
        string.Create(CultureInfo.InvariantCulture, $"{long.MaxValue / 2 - at.ToUnixTimeMilliseconds():D19}");

    private static string Day(LocalDate day) => LocalDatePattern.Iso.Format(day);

    /// <summary>The bytes by which the language compares, a character for each.</summary>
    private string Key(string text)
    {
        byte[] key = words.GetSortKey(text, CompareOptions.IgnoreCase | CompareOptions.IgnoreWidth).KeyData;
        return Encoding.Latin1.GetString(key, 0, Math.Min(key.Length, KeyMax));
    }
}
