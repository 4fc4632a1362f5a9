namespace FollowUp.Delivery.Languages;

/// <summary>How a language writes days and lists and counts things: <c>rules.json</c> of its folder.</summary>
/// <param name="Name">Its own name.</param>
/// <param name="Direction"><c>ltr</c>, or <c>rtl</c> where it is written from right to left.</param>
/// <param name="Plurals">The rules of the CLDR for whole numbers, by category; "other" needs none.</param>
/// <param name="Counts">Words with a number, by name; of each a form for every category that the rules know.</param>
/// <param name="Days">Patterns of days and moments: <c>date</c>, <c>dayMonth</c>, <c>weekday</c>, <c>moment</c>, <c>span</c> …</param>
/// <param name="List">What stands between the members of a list.</param>
/// <param name="Between">What stands between two sentences.</param>
/// <param name="Languages">What it calls languages, by their ids.</param>
public sealed record LanguageRules(
    string Name,
    string Direction,
    IReadOnlyDictionary<string, string> Plurals,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Counts,
    IReadOnlyDictionary<string, string> Days,
    IReadOnlyList<string> Months,
    IReadOnlyList<string> MonthsShort,
    IReadOnlyList<string> Weekdays,
    IReadOnlyList<string> WeekdaysShort,
    string List,
    string Between,
    IReadOnlyDictionary<string, string> Languages);
