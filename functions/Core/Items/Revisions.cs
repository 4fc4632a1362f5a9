namespace FollowUp.Items;

/// <summary>Revisions of reference data, by number.</summary>
/// <param name="Plan">Of the item's plan.</param>
/// <param name="Calendars">Of each of its calendars, by id.</param>
public sealed record Revisions(int Plan, IReadOnlyDictionary<string, int> Calendars);
