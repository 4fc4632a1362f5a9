using System.Text.RegularExpressions;
using FollowUp.Items;

namespace FollowUp.Parsing;

/// <summary>What items of one agreement say about each other: whom they wait for, and whose names they take.</summary>
public static partial class ItemDependencyRules
{
    /// <summary>Judges the items of an agreement that comes in whole.</summary>
    public static void Refuse(IReadOnlyList<ItemDraft> items, JsonField agreement)
    {
        HashSet<string> ids = [.. items.Select(item => item.Id)];
        foreach (ItemDraft item in items)
        {
            RefuseStrangers(item, ids, agreement.Reading);
            if (SeriesOf(item.Id) is { } series && items.Any(other => other.Id == series && other.Recurrence is not null))
            {
                agreement.Reading.Fault($"{item.Pointer}/id", $"is kept for an occurrence of {series}, which comes round");
            }
        }

        Dictionary<string, IReadOnlyList<string>> waitsFor = items.DistinctBy(item => item.Id).ToDictionary(item => item.Id, item => item.DependsOn);
        if (Dependencies.Circular(waitsFor) is { } circular && !waitsFor[circular].Contains(circular))
        {
            agreement.Reading.Fault($"{items.First(item => item.Id == circular).Pointer}/dependsOn", $"goes round in a circle: {circular} would wait for itself");
        }
    }

    /// <summary>Whom an item waits for must be there; nobody watches for an item that may come one day.</summary>
    /// <param name="ids">Of the items of its agreement.</param>
    public static void RefuseStrangers(ItemDraft item, IReadOnlyCollection<string> ids, ParseContext parse)
    {
        foreach ((string other, int n) in item.DependsOn.Select((other, n) => (other, n)))
        {
            if (other == item.Id)
            {
                parse.Fault($"{item.Pointer}/dependsOn/{n}", "is the item itself");
            }
            else if (other.Length > 0 && !ids.Contains(other))
            {
                parse.Fault($"{item.Pointer}/dependsOn/{n}", $"names no item of this agreement: {other}");
            }
        }
    }

    /// <summary>Of which item this id would be an occurrence, should that come round; null for an id that ends otherwise.</summary>
    public static string? SeriesOf(string id) => Numbered().Match(id) is { Success: true } match ? match.Groups[1].Value : null;

    [GeneratedRegex(@"^(.+)-[1-9][0-9]{0,2}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Numbered();
}
