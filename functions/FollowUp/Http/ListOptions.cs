using FollowUp.Access;
using FollowUp.Items;
using FollowUp.Operations.Lists;
using FollowUp.Parsing;
using FollowUp.Storage;
using FollowUp.Values;

namespace FollowUp.Http;

/// <summary>Which items one looks for, as the options of a call say it.</summary>
internal static class ListOptions
{
    /// <summary>Those that leave items out.</summary>
    public static readonly string[] OfFilter =
        ["owner", "state", "slip", "agreement", "dueFrom", "dueBefore", "figure", "section", "kind", "party", "awaits", "q"];

    /// <summary>Those that no list of earlier versions knew: it goes from agreement to agreement and needs no catalogue of items.</summary>
    public static readonly string[] OfCatalogue =
        ["dueFrom", "figure", "section", "kind", "party", "awaits", "q", "sort", "language"];

    private static readonly string[] States = [.. ItemFilter.Open, "confirmed", "withdrawn", "open"];

    public static ListFilter Filter(QueryOptions query)
    {
        string? state = State(query);
        string? section = query.OneOf("section", [.. Sections.All.Select(one => one.Word())]);
        string? figure = query.OneOf("figure", [.. Outcomes.All.Select(one => one.Word())]);
        return new()
        {
            Agreement = query.Id("agreement"),
            Owner = query.Id("owner"),
            Kind = query.OneOf("kind", [.. AgreedItem.Kinds]),
            Party = query["party"],
            Awaits = query["awaits"] is ListFilter.Anybody and var anybody ? anybody : query.Id("awaits"),
            States = state switch { null => [], "open" => ItemFilter.Open, _ => [state] },
            Section = section is null ? null : Sections.All.Single(one => one.Word() == section),
            Slip = SlipOf(query),
            DueFrom = query.Date("dueFrom"),
            DueBefore = query.Date("dueBefore"),
            Outcome = figure is null ? null : Outcomes.All.Single(one => one.Word() == figure),
            Words = Words(query),
        };
    }

    public static string? State(QueryOptions query) => query.OneOf("state", States);

    public static Slip? SlipOf(QueryOptions query) =>
        query.OneOf("slip", "blue", "yellow", "red") is { } slip ? Enum.Parse<Slip>(slip, ignoreCase: true) : null;

    public static ListOrder Order(QueryOptions query) => new(
        query.OneOf("sort", [.. ListOrder.Sorts]) ?? ListOrder.Urgency,
        query.OneOf("language", [.. Agreements.Wording.Languages]) ?? Agreements.Wording.Languages[0]);

    /// <summary>Where the page before ended; null for the first.</summary>
    public static ListPosition? Position(QueryOptions query, ListOrder order) => query["cursor"] switch
    {
        null => null,
        { } cursor when ListPosition.Parse(cursor) is { } position && position.Sort == order.Sort => position,
        _ => throw new InvalidInputException("/cursor", "is none that this list gave out; begin again without it"),
    };

    /// <summary>What the caller may see.</summary>
    public static Shown Shown(Principal who) => new(item => Visibility.Sees(who, item), agreement => Visibility.Sees(who, agreement));

    private static IReadOnlyList<string> Words(QueryOptions query) => query["q"] switch
    {
        null => [],
        { Length: > SearchText.LengthMax } => throw new InvalidInputException("/q", $"must be at most {SearchText.LengthMax} characters"),
        { } search => SearchText.WordsOf(search),
    };
}
