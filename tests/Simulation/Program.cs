using System.Globalization;

namespace FollowUp.Simulation;

/// <summary>
/// <c>--lives 1000000</c> (or <c>FOLLOWUP_LIVES</c>) lives longer; <c>FOLLOWUP_SEED</c> replays one world, or begins there where lives
/// are asked for as well; <c>FOLLOWUP_SHRINK</c> says for how many seconds to look for a shorter story after a failure. Everything else
/// is the test runner's.
/// </summary>
public static class Program
{
    private const int LivesOfACheck = 2_000;

    /// <summary>What is checked every time is the same every time; who lives longer sees other worlds.</summary>
    private const int SeedOfACheck = 20_191_121;

    public static int Lives { get; private set; } = Number("FOLLOWUP_LIVES") ?? LivesOfACheck;

    public static int FirstSeed { get; private set; } =
        Number("FOLLOWUP_SEED") ?? (Number("FOLLOWUP_LIVES") is null ? SeedOfACheck : Environment.TickCount);

    /// <summary>Whether only the world of that seed is asked for.</summary>
    public static bool IsOneWorld { get; private set; } = Number("FOLLOWUP_SEED") is not null && Number("FOLLOWUP_LIVES") is null;

    public static TimeSpan Shrinking { get; } = TimeSpan.FromSeconds(Number("FOLLOWUP_SHRINK") ?? 90);

    public static async Task<int> Main(string[] args)
    {
        List<string> rest = [.. args];
        int lives = rest.IndexOf("--lives");
        if (lives >= 0 && lives + 1 < rest.Count)
        {
            Lives = int.Parse(rest[lives + 1], CultureInfo.InvariantCulture);
            rest.RemoveRange(lives, 2);
            (FirstSeed, IsOneWorld) = (Number("FOLLOWUP_SEED") ?? Environment.TickCount, false);
        }

        return await Xunit.Runner.InProc.SystemConsole.ConsoleRunner.Run([.. rest]);
    }

    private static int? Number(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;
}
