using FollowUp.Agreements;
using FollowUp.Items;
using NodaTime;

namespace FollowUp.Operations.Lists;

/// <summary>Which items a list shows; what is null or empty leaves nothing out. All that is given must hold.</summary>
public sealed record ListFilter
{
    /// <summary>For <see cref="Awaits"/>: whoever it is.</summary>
    public const string Anybody = "*";

    public string? Agreement { get; init; }
    public string? Owner { get; init; }
    public string? Kind { get; init; }

    /// <summary>The code of a side of its agreement.</summary>
    public string? Party { get; init; }

    /// <summary>Whose next step it waits for; <see cref="Anybody"/> where that is all the same.</summary>
    public string? Awaits { get; init; }

    public IReadOnlyList<string> States { get; init; } = [];
    public Section? Section { get; init; }
    public Slip? Slip { get; init; }
    public LocalDate? DueFrom { get; init; }
    public LocalDate? DueBefore { get; init; }

    /// <summary>What became of it.</summary>
    public Outcome? Outcome { get; init; }

    /// <summary>As <see cref="Values.SearchText.WordsOf"/> gives them.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    internal bool Finds(Entry entry, IReadOnlyDictionary<string, string> nameOf, Instant now) =>
        (Section is null || entry.Section == Section)
        && IsPartOf(entry.Agreement)
        && HasFacts(entry.Item, now)
        && Words.All(word => entry.Listed.Text.Contains(word, StringComparison.Ordinal)
            || nameOf[entry.Item.Owner].Contains(word, StringComparison.Ordinal))
        && (Awaits is null || entry.Waits.Any(step => Awaits == Anybody || step.Who.Contains(Awaits)));

    private bool IsPartOf(Agreement agreement) =>
        (Agreement is null || agreement.Id == Agreement) && (Party is null || agreement.Parties.Any(party => party.Code == Party));

    private bool HasFacts(AgreedItem item, Instant now) =>
        (Owner is null || item.Owner == Owner)
        && (Kind is null || item.Kind == Kind)
        && (States.Count == 0 || States.Contains(item.State))
        && (DueFrom is null || item.DueOn >= DueFrom)
        && (DueBefore is null || item.DueOn < DueBefore)
        && (Outcome is null || item.OutcomeAt(now) == Outcome)
        && (Slip is null || item.SlipAt(now) == Slip);
}
