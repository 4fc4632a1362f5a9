using FollowUp.People;
using FollowUp.Values;

namespace FollowUp.Parsing.Sheets;

/// <summary>
/// Finds people as a spreadsheet names them: by id, by mail address, or by a name in any language; letters' case and width make no
/// difference.
/// </summary>
public sealed class PersonNames
{
    private static readonly char[] Separators = [';', '；', '、', '\n', '\r'];

    private readonly HashSet<string> ids;
    private readonly ILookup<string, string> byName;

    public PersonNames(IReadOnlyCollection<Person> people)
    {
        ids = [.. people.Select(person => person.Id)];
        byName = people.SelectMany(person => NamesOf(person).Select(name => (Key: KeyOf(name), person.Id))).Distinct()
            .ToLookup(name => name.Key, name => name.Id);
        byId = people.ToDictionary(person => person.Id);
    }

    private readonly Dictionary<string, Person> byId;

    /// <summary>The ids of all that are called so, in order; an id names its person alone.</summary>
    public IReadOnlyList<string> Find(string text) => ids.Contains(text) ? [text] : [.. byName[KeyOf(text)].Order(StringComparer.Ordinal)];

    /// <summary>Several of them in one cell, parted by semicolons, Chinese commas or lines.</summary>
    public static IReadOnlyList<string> Split(string cell) =>
        cell.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>How a cell names them so that they are found again: by name, where no other is called so.</summary>
    public string Write(string id, string language) =>
        byId.TryGetValue(id, out Person? person) && person.NameIn(language) is var name && Find(name) is [var only] && only == id
        && Split(name) is [var whole] && whole == name && name == name.Trim() ? name : id;

    private static IEnumerable<string> NamesOf(Person person) =>
        new[] { person.Name, person.Names?.En, person.Names?.Zh, person.Names?.Ru, person.Email }.OfType<string>()
            .Where(name => name.Length > 0);

    /// <summary>An address with a domain of other letters is kept as mail servers know it.</summary>
    private static string KeyOf(string text) => string.Join(' ', SearchText.Fold(text.Contains('@', StringComparison.Ordinal)
        ? MailAddress.Normalize(text) : text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
