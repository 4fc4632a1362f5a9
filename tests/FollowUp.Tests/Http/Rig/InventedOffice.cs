using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using FollowUp.Tests.Rig;

namespace FollowUp.Tests.Http.Rig;

/// <summary>
/// An office that nobody has met: its people, its agreement, and its list of five hundred tasks as its coordinator keeps it, with a
/// mistake of twelve kinds here and there. The same seed makes the same list.
/// </summary>
public sealed class InventedOffice(int seed)
{
    public const int Rows = 499;

    private static readonly string[] Units = ["law", "law-2", "lead", "first", "second", "third"];
    private static readonly string[] Works = ["Draft", "Check", "Translate", "Sign", "Publish", "Deliver", "Agree on", "Review"];
    private static readonly string[] Things = ["the annex", "the visit", "the protocol", "the map", "the list of ports", "the agenda"];
    private static readonly string[] Kinds = ["Protocol revision", "访问", "Визит", "mechanism-meeting", "Joint operation", "other"];

    /// <summary>Each spoils one cell of a row, and is found under this column and code.</summary>
    private static readonly (string Field, string Code, int Column, Func<Random, string> Value)[] Mistakes =
    [
        ("title.en", "too-long", 1, _ => new string('x', 301)),
        ("title", "no-language", 1, _ => ""),
        ("title.en", "control-character", 1, _ => "Draft\u0007 the annex"),
        ("kind", "not-one-of", 2, _ => "party"),
        ("owner", "required", 3, _ => ""),
        ("owner", "nobody-called", 3, random => $"nobody {random.Next(100)}"),
        ("owner", "several-called", 3, _ => "The twin office"),
        ("issuer", "nobody-called", 4, _ => "stranger@nia.example"),
        ("dueOn", "no-such-day", 5, _ => "31.06.2020"),
        ("dueOn", "date-unreadable", 5, _ => "by the end of summer"),
        ("dueOn", "date-without-century", 5, _ => "01.07.20"),
        ("dueOn", "before-signing", 5, _ => "2020-05-10"),
        ("clause", "unknown-clause", 6, _ => "p99"),
        ("plan", "unknown-plan", 7, _ => "nowhere"),
    ];

    private readonly Random random = new(seed);

    /// <summary>"7 owner nobody-called": what is wrong in the list, in its order.</summary>
    public List<string> Wrong { get; } = [];

    public static int KindsOfMistakes => Mistakes.Select(mistake => mistake.Code).Distinct().Count() + 1;

    /// <summary>Two units that are called alike, beside those of the town.</summary>
    public static JsonArray Twins
    {
        get
        {
            JsonObject one = Papers.PersonOf("twin-1"), other = Papers.PersonOf("twin-2");
            (one["name"], other["name"]) = ("The twin office", "The Twin Office");
            return [one, other];
        }
    }

    /// <summary>The list as it should be.</summary>
    public string[][] Right() => [.. Enumerable.Range(0, Rows).Select(n => new[]
    {
        $"{2020}/{n + 1}",
        $"{random.One(Works)} {random.One(Things)}, part {n + 1}",
        random.One(Kinds),
        random.Chance(0.5) ? random.One(Units) : $"The {random.One(Units)} office",
        "lead@nia.example",
        Date(new DateOnly(2020, 7, 1).AddDays(random.Next(300))),
        "",
        random.Chance(0.2) ? "default" : "",
    })];

    /// <summary>The list as it comes: in every tenth row or so something is wrong, and each kind of mistake is somewhere.</summary>
    public string[][] Spoilt(string[][] right)
    {
        string[][] rows = [.. right.Select(row => (string[])row.Clone())];
        for (int n = 0; n < rows.Length; n += 9)
        {
            (string field, string code, int column, Func<Random, string> value) = Mistakes[n / 9 % Mistakes.Length];
            rows[n][column] = value(random);
            Wrong.Add($"{n + 2} {(field == "title" ? "title.en" : field)} {code}");
        }

        rows[^1][0] = rows[^2][0];
        Wrong.Add($"{rows.Length + 1} number row-twice");
        return rows;
    }

    public static string Csv(IEnumerable<string[]> rows)
    {
        StringBuilder csv = new("Number;Title;Kind;Owner;Issuer;Due;Clause;Plan\r\n");
        foreach (string[] row in rows)
        {
            _ = csv.AppendJoin(';', row.Select(cell => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")).Append("\r\n");
        }

        return csv.ToString();
    }

    private string Date(DateOnly day) => day.ToString(
        random.One("yyyy-MM-dd", "dd.MM.yyyy", "yyyy/M/d", "yyyy年M月d日"), CultureInfo.InvariantCulture);
}
