using System.Text.RegularExpressions;
using FollowUp.Faults;
using FollowUp.Items;

namespace FollowUp.Parsing;

/// <summary>Rules between the items of one agreement: what they wait for, and ids that occurrences of a recurring item need.</summary>
public static partial class ItemDependencyRules
{
    /// <summary>Checks all items of an agreement that comes in whole.</summary>
    public static void CheckAll(IReadOnlyList<ItemDraft> items, JsonField agreement)
    {
        HashSet<string> ids = [.. items.Select(item => item.Id)];
        foreach (ItemDraft item in items)
        {
            CheckDependencies(item, ids, agreement.Context);
            if (SeriesOf(item.Id) is { } series && items.Any(other => other.Id == series && other.Recurrence is not null))
            {
                AddOccurrenceIdFault(item, series, agreement.Context);
            }
        }

        Dictionary<string, IReadOnlyList<string>> waitsFor =
            items.DistinctBy(item => item.Id).ToDictionary(item => item.Id, item => item.DependsOn);
        if (Dependencies.FindCycle(waitsFor) is { } circular && !waitsFor[circular].Contains(circular))
        {
            string pointer = $"{items.First(item => item.Id == circular).Pointer}/dependsOn";
            agreement.Context.AddFault(pointer, RegisterFaults.Circle.Fill(circular));
        }
    }

    /// <summary>The ids of a recurring item's later occurrences are made from its own; no other item may have one of them.</summary>
    public static void AddOccurrenceIdFault(ItemDraft item, string series, ParseContext context) =>
        context.AddFault($"{item.Pointer}/id", RegisterFaults.KeptId.Fill(series));

    /// <summary>What an item waits for must be registered: an item that comes later is not looked up again.</summary>
    /// <param name="ids">Of the items of its agreement.</param>
    public static void CheckDependencies(ItemDraft item, IReadOnlyCollection<string> ids, ParseContext context)
    {
        foreach ((string other, int n) in item.DependsOn.Select((other, n) => (other, n)))
        {
            if (other == item.Id)
            {
                context.AddFault($"{item.Pointer}/dependsOn/{n}", RegisterFaults.WaitsForItself.Text);
            }
            else if (other.Length > 0 && !ids.Contains(other))
            {
                context.AddFault($"{item.Pointer}/dependsOn/{n}", RegisterFaults.UnknownItem.Fill(other));
            }
        }
    }

    /// <summary>Of which item this id would be an occurrence, should that come round; null for an id that ends otherwise.</summary>
    public static string? SeriesOf(string id) => Numbered().Match(id) is { Success: true } match ? match.Groups[1].Value : null;

    [GeneratedRegex(@"^(.+)-[1-9][0-9]{0,2}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Numbered();
}
