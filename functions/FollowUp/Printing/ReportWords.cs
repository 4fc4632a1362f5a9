using FollowUp.Agreements;
using FollowUp.Delivery.Languages;
using FollowUp.People;
using FollowUp.Reports;
using FollowUp.Values;
using NodaTime;

namespace FollowUp.Printing;

/// <summary>What one language says in a report on one agreement: its sentences, and what it calls people and sides.</summary>
internal sealed class ReportWords(Language language, Agreement agreement, IReadOnlyDictionary<string, Person> people)
{
    /// <summary>Of whom or what nobody knows anything (any more).</summary>
    private const string Unknown = "—";

    /// <summary>A clause of a treaty may take pages; its beginning says which it is.</summary>
    private const int ClauseMax = 600;

    public string Language => language.Id;

    public string Say(ReportLine line)
    {
        Dictionary<string, object?> facts = line.Args.ToDictionary(arg => arg.Key, arg => Fact(arg.Value));
        _ = facts.TryAdd("by", Unknown);
        return PrintableText.Of(language.Say($"report.{line.Code}", facts));
    }

    public string Say(string code, params ReadOnlySpan<(string Name, object? Value)> facts)
    {
        Dictionary<string, object?> named = [];
        foreach ((string name, object? value) in facts)
        {
            named.Add(name, value is LocalDate day ? new Written(DateOf(day)) : value);
        }

        return PrintableText.Of(language.Say($"report.{code}", named));
    }

    /// <summary>One in another language says in which.</summary>
    public SheetText Title(Wording title, string style)
    {
        string text = PrintableText.Of(TextDirection.Isolate(title.TextIn(language.Id)));
        return Foreign(title) is { } other
            ? new($"{text} {Say("other-language", ("language", language.NameOf(other)))}", style, other, [])
            : new(text, style, null, []);
    }

    public SheetText Clause(Clause clause)
    {
        string text = clause.Text.TextIn(language.Id);
        string quoted = text.Length > ClauseMax ? $"{TextRules.Truncate(text, ClauseMax).TrimEnd()}…" : text;
        string said = Say("clause", ("clause", clause.Name), ("text", quoted));
        return Foreign(clause.Text) is { } other
            ? new($"{said} {Say("other-language", ("language", language.NameOf(other)))}", "quote", other, [])
            : new(said, "quote", null, []);
    }

    private string? Foreign(Wording text) => text.LanguageFor(language.Id) is { } other && other != language.Id ? other : null;

    private object? Fact(object value) => value switch
    {
        ReportPerson one => NameOf(one),
        IEnumerable<ReportPerson> some => new Written(language.List(some.Select(one => TextDirection.Isolate(NameOf(one))))),
        LocalDate day => new Written(DateOf(day)),
        IEnumerable<string> some => new Written(language.List(some)),
        Wording text => Title(text, "line").Text is var said ? new Written(said) : null,
        _ => value,
    };

    /// <summary>A day is not torn at the end of a line.</summary>
    public string DateOf(LocalDate day) =>
        language.Say("report.day", new Dictionary<string, object?> { ["on"] = day }).Replace(' ', '\u00A0');

    private string NameOf(ReportPerson one) => people.GetValueOrDefault(one.Id) is not { } person
        ? one.Id
        : one.IsAwaited && SideOf(person) is { } side
            ? Say("person.side", ("name", person.NameIn(language.Id)), ("side", side.Name.TextIn(language.Id)))
            : person.NameIn(language.Id);

    /// <summary>By the calendar that they keep; null where that says nothing.</summary>
    private Party? SideOf(Person person)
    {
        Party[] sides = [.. agreement.Parties.Where(party => party.Calendar == person.Calendar)];
        return sides is [var only] ? only : null;
    }
}
