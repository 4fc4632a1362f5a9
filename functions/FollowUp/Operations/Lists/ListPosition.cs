using System.Text;
using FollowUp.Items;
using FollowUp.Values;

namespace FollowUp.Operations.Lists;

/// <summary>
/// A place in a list that is in order. It holds the key by which the list is sorted and not a number, so that nothing is left out, or
/// shown twice, where other items change between two pages.
/// </summary>
/// <param name="Sort">In whose order.</param>
public sealed record ListPosition(string Sort, string Key, ItemRef Item) : IComparable<ListPosition>
{
    public int CompareTo(ListPosition? other) =>
        string.CompareOrdinal(Key, other!.Key) is not 0 and var byKey ? byKey
        : string.CompareOrdinal(Item.Agreement, other.Item.Agreement) is not 0 and var byAgreement ? byAgreement
        : string.CompareOrdinal(Item.Item, other.Item.Item);

    /// <summary>As a cursor, for addresses.</summary>
    public string Format() => Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Sort} {Item.Agreement} {Item.Item} {Key}"))
        .Replace('+', '-').Replace('/', '_').TrimEnd('=');

    /// <summary>Null for what no list gave out.</summary>
    public static ListPosition? Parse(string cursor)
    {
        string text = cursor.Replace('-', '+').Replace('_', '/').PadRight((cursor.Length + 3) / 4 * 4, '=');
        byte[] bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out int length)
            && Encoding.UTF8.GetString(bytes, 0, length).Split(' ', 4) is [var sort, var agreement, var item, var key]
            && ListOrder.Sorts.Contains(sort) && Identifier.IsValid(agreement) && Identifier.IsValid(item)
            ? new(sort, key, new(agreement, item))
            : null;
    }
}
