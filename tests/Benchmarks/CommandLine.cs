using System.Globalization;

namespace FollowUp.Benchmarks;

/// <summary>What was asked for on the command line.</summary>
internal sealed class CommandLine(string[] args)
{
    private static readonly string[] OfTheApp =
        ["--burst", "--idle", "--lateness", "--reads", "--growth", "--azure-engine", "--letters-on-azure", "--peers"];

    /// <summary>Small and quick: whether it works, not how fast it is.</summary>
    public bool IsSmoke => args.Contains("--smoke");

    public bool OverFile => !args.Contains("--azurite");

    public bool OverEmulator => !args.Contains("--sqlite");

    public bool OnlyTimetables => args.Contains("--timetables");

    /// <summary>Whether the host is started anew before a burst.</summary>
    public bool IsCold => args.Contains("--cold");

    /// <summary>How often the clock of each item was woken before a burst: as by a year of reports and reminders.</summary>
    public int Wakes => Number("--wakes", 0);

    /// <summary>Where stores with waiting items are kept from one run to the next; null where they are not.</summary>
    public string? Keep => After("--keep");

    /// <summary>The engine, the store and the timetable alone.</summary>
    public bool WantsComponents => OnlyTimetables || !args.Intersect(OfTheApp).Any();

    public bool Wants(string benchmark) => args.Contains(benchmark) || (IsSmoke && !OnlyTimetables && !args.Intersect(OfTheApp).Any());

    public int Items(int otherwise) => Number("--items", otherwise);

    private int Number(string option, int otherwise) =>
        After(option) is { } number ? int.Parse(number, CultureInfo.InvariantCulture) : otherwise;

    private string? After(string option) => Array.IndexOf(args, option) is var at and >= 0 && at + 1 < args.Length ? args[at + 1] : null;
}
