using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;

namespace FollowUp.Phrases;

/// <summary>What may stand in a blank of a template: how it is written in English, how that looks, and what it is as data.</summary>
internal sealed partial record BlankKind(string Pattern, Func<object, string> Write, Func<string, object> Read)
{
    private const string Id = "[A-Za-z0-9-]+", Day = @"[0-9]{1,2} [A-Z][a-z]{2}", Quoted = """
        "(?:[^"\\]|\\.)*"
        """;

    /// <summary>How letters leave, as it is called in a sentence.</summary>
    private static readonly Dictionary<string, string> Channels =
        new() { ["mail-server"] = "The mail server", ["letter-folder"] = "The letter folder" };

    private static readonly Dictionary<string, BlankKind> All = new()
    {
        [""] = new(Id, Plain, text => text),
        ["number"] = new(@"\d+", Plain, text => Number(text)),
        ["text"] = new(".+", Plain, text => text),
        ["date"] = new(
            @"\d{4}-\d{2}-\d{2}", day => LocalDatePattern.Iso.Format((LocalDate)day), text => LocalDatePattern.Iso.Parse(text).Value),

        // "As it was written", with what would end it escaped · a list of such
        ["quoted"] = new(Quoted, text => Quote((string)text), Unquote),
        ["texts"] = new($"{Quoted}(?:, {Quoted})*", texts => string.Join(", ", ((IEnumerable<string>)texts).Select(Quote)),
            text => QuotedForm().Matches(text).Select(one => Unquote(one.Value)).ToArray()),

        // A, B, C · A and B and C · plan default 1 → 2, calendar CN 1 → 3 · due/week, due/eve
        ["ids"] = List(Id, ", "),
        ["all"] = List(Id, " and "),
        ["changes"] = new($"{RevisionChange.Pattern}(?:, {RevisionChange.Pattern})*",
        changes => string.Join(", ", (IEnumerable<RevisionChange>)changes), text => text.Split(", ").Select(RevisionChange.Read).ToArray()),
        ["rungs"] = new($"{Id}/{Id}(?:, {Id}/{Id})*", rungs => string.Join(", ", (IEnumerable<RungName>)rungs),
        text => text.Split(", ").Select(RungName.Read).ToArray()),

        // 1 Oct · Sun 27 Sep · 31 Dec 2026 · 1 to 8 Oct. What is written without its year is read as such.
        ["day"] = new(Day, day => Written((LocalDate)day, "d MMM"), text => DayOfYear(text)),
        ["weekday"] = new($"[A-Z][a-z]{{2}} {Day}", day => Written((LocalDate)day, "ddd d MMM"), text => DayOfYear(text[4..])),
        ["fullDay"] = new($"{Day} [0-9]{{4}}", day => Written((LocalDate)day, "d MMM uuuu"),
        text => LocalDatePattern.CreateWithInvariantCulture("d MMM uuuu").Parse(text).Value),
        ["days"] = new($"(?:[0-9]{{1,2}}(?: [A-Z][a-z]{{2}})? to )?{Day}", days => days.ToString()!, Days),

        // Why nobody works on some days.
        ["daysOff"] = new(".+", days => days.ToString()!, text => text),

        // How a notice came to its reader: A absent → B
        ["trace"] = new("[^()]+", Plain, text => text),

        // The mail server
        ["channel"] = new("[^:]+?", channel => Channels.GetValueOrDefault((string)channel, (string)channel),
            text => Channels.FirstOrDefault(known => known.Value == text).Key ?? text),

        // February · cannot be (signed for) by · only (its owner (a), its issuer (b: away, c stands in)) may do that
        ["month"] = new("[A-Z][a-z]+", month => CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName((int)month),
            text => Array.IndexOf(CultureInfo.InvariantCulture.DateTimeFormat.MonthNames, text) + 1),
        ["verb"] = new("[^:]+?", Plain, text => text),
        ["roles"] = new(".+", Plain, text => RolesIn(text)),

        // Whether what stands around it is said at all.
        ["flag"] = new("", _ => "", _ => true),

        // 14 days later · 2 working days · 1 time · five days
        ["slippage"] = new("[1-9][0-9]* days? (?:later|earlier)", Slippage,
            text => text.EndsWith("later", StringComparison.Ordinal) ? Number(text) : -Number(text)),
        ["workingDays"] = Counted("working day"),
        ["times"] = Counted("time"),
        ["spelled"] = new("a day|five days", days => days is 1 ? "a day" : "five days", text => text == "a day" ? 1 : 5),
    };

    public static BlankKind Named(string name) => All[name];

    private static BlankKind List(string one, string between) => new(
        $"{one}(?:{between}{one})*", list => string.Join(between, (IEnumerable<string>)list), text => text.Split(between));

    private static BlankKind Counted(string what) =>
        new($"[0-9]+ {what}s?", count => $"{count} {what}{(count is 1 ? "" : "s")}", text => Number(text));

    private static string Plain(object value) => Convert.ToString(value, CultureInfo.InvariantCulture)!;

    private static string Quote(string text) => $"\"{Escaping().Replace(text, @"\$0")}\"";

    private static string Unquote(string text) => Escaped().Replace(text[1..^1], "$1");

    [GeneratedRegex(Quoted, RegexOptions.Singleline)]
    private static partial Regex QuotedForm();

    [GeneratedRegex("""["\\]""")]
    private static partial Regex Escaping();

    [GeneratedRegex(@"\\(.)", RegexOptions.Singleline)]
    private static partial Regex Escaped();

    private static string Slippage(object days) => (int)days switch
    {
        1 => "1 day later",
        -1 => "1 day earlier",
        > 0 => $"{days} days later",
        _ => $"{-(int)days} days earlier",
    };

    private static string Written(LocalDate day, string form) => day.ToString(form, CultureInfo.InvariantCulture);

    private static AnnualDate DayOfYear(string text) => AnnualDatePattern.CreateWithInvariantCulture("d MMM").Parse(text).Value;

    /// <summary>Without the people: whoever reads it as data knows them by their roles.</summary>
    private static string[] RolesIn(string text) =>
        [.. text.Split(" or ").Select(part => part.StartsWith("who supports", StringComparison.Ordinal) ? "supporting" : part)
            .Select(part => part.StartsWith("its ", StringComparison.Ordinal) ? part.Split(' ')[1] : part)
            .Where(part => !part.Contains(' ', StringComparison.Ordinal))];

    private static object Days(string text)
    {
        string[] ends = text.Split(" to ");
        string last = ends[^1], first = ends[0].Contains(' ', StringComparison.Ordinal)
            ? ends[0] : $"{ends[0]}{last[last.IndexOf(' ', StringComparison.Ordinal)..]}";
        return (DayOfYear(first), DayOfYear(last));
    }

    private static int Number(string text) => int.Parse(text.Split(' ')[0], NumberStyles.None, CultureInfo.InvariantCulture);
}
