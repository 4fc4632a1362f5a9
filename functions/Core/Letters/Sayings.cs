using System.Globalization;
using FollowUp.Agreements;
using FollowUp.Calendars;
using FollowUp.Ledger;
using FollowUp.Phrases;
using NodaTime;
using NodaTime.Text;

namespace FollowUp.Letters;

/// <summary>Makes <see cref="Saying"/>s of phrases.</summary>
/// <param name="language">The reader's.</param>
/// <param name="nameOf">The name of a person, by id.</param>
internal sealed class Sayings(string language, Func<string, string> nameOf)
{
    /// <summary>Codes of what only letters say: why nobody works on some days.</summary>
    private const string Group = "days-off-group", More = "days-off-more";

    private static readonly AnnualDatePattern DayOfYear = AnnualDatePattern.CreateWithInvariantCulture("MM-dd");

    /// <summary>Blanks whose value is the id of a person.</summary>
    private static readonly string[] People = ["who", "other", "to"];

    /// <summary>Blanks for a phrase within a phrase, and where its sentence stands.</summary>
    private static readonly (string Read, string Written)[] Quoted = [("reason", "why"), ("refusal", "said")];

    public Saying Of(Phrase phrase)
    {
        Dictionary<string, IReadOnlyList<Saying>> parts = [];
        Dictionary<string, string> values = [];
        foreach ((string name, object value) in phrase.Args)
        {
            if (Parts(value) is { } several)
            {
                parts.Add(name, several);
            }
            else
            {
                values.Add(name, Value(name, value));
            }
        }

        // What stands in the words of others, as of a mail server, is said in those.
        foreach ((string read, string written) in Quoted.Where(pair => !parts.ContainsKey(pair.Read) && values.ContainsKey(pair.Written)))
        {
            values.Add(read, values[written]);
        }

        return new(phrase.Code, values) { Parts = parts.Count > 0 ? parts : null };
    }

    /// <summary>
    /// Why the day of a notice is not the one that one would have counted: from its shift, where that can be had, else as far as the
    /// sentence tells.
    /// </summary>
    /// <returns>Null where a reader of this language is best served with the sentence as it is.</returns>
    public IReadOnlyList<Saying>? Explain(string? explanation, Shift? shift)
    {
        if (shift is { } known)
        {
            return [.. known.Parts().Select(Of)];
        }

        Phrase?[] parts = explanation is null || language == "en"
            ? [] : [.. explanation.Split(ShiftPhrases.Between).Select(ShiftPhrases.Vocabulary.Read)];
        return parts.Length > 0 && Array.TrueForAll(parts, part => part is not null) ? [.. parts.Select(part => Of(part!))] : null;
    }

    /// <summary>Step by step to the reader, who is left out.</summary>
    public IReadOnlyList<Saying>? Trace(string? trace) => TracePhrases.Read(trace) is { } steps
        ? [.. steps.Where(step => step.Code != TracePhrases.Receives.Code).Select(Of)]
        : null;

    private IReadOnlyList<Saying>? Parts(object value) => value switch
    {
        Phrase phrase => [Of(phrase)],
        DaysOff days => [.. days.Groups.Select(Of), .. days.More > 0 ? (Saying[])[Counted(More, days.More)] : []],
        _ => null,
    };

    private Saying Of(DaysOffGroup group) =>
        new(Group, new Dictionary<string, string> { ["calendars"] = string.Join(", ", group.Calendars) })
        {
            Parts = new Dictionary<string, IReadOnlyList<Saying>> { ["reasons"] = [.. group.Reasons.Select(Of)] },
        };

    private static Saying Counted(string code, int count) =>
        new(code, new Dictionary<string, string> { ["count"] = count.ToString(CultureInfo.InvariantCulture) });

    private string Value(string name, object value) => value switch
    {
        string id when People.Contains(name) => nameOf(id),
        Wording text => text.TextIn(language),
        LocalDate day => LocalDatePattern.Iso.Format(day),
        AnnualDate day => DayOfYear.Format(day),
        DaySpan span => $"{LocalDatePattern.Iso.Format(span.From)}/{LocalDatePattern.Iso.Format(span.To)}",
        (AnnualDate from, AnnualDate to) => $"{DayOfYear.Format(from)}/{DayOfYear.Format(to)}",
        IsoDayOfWeek weekday => ((int)weekday).ToString(CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
