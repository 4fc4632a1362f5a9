using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;
using CsCheck;
using FollowUp.Parsing.CalendarFiles;
using FollowUp.Tests.Parsing.CalendarFiles.Rig;
using NodaTime;

namespace FollowUp.Tests.Parsing.CalendarFiles;

/// <summary>
/// Random calendars in twelve spellings, each read as ical.js reads it, or refused. What ical.js leaves to its callers, and why it is read
/// as it is here, stands in <c>tests/CalendarReader/read.mjs</c>. Tests <see cref="CalendarFileParser"/> and <see cref="LineUnfolder"/>.
/// </summary>
public sealed partial class Files_of_the_wild(ITestOutputHelper output)
{
    private const int Count = 10_000;

    private static readonly LocalDate Through = new(2025, 6, 30);

    [Fact]
    public void are_read_as_another_program_reads_them_or_refused()
    {
        using OtherReader other = new();
        ConcurrentDictionary<string, int> taken = [];
        ConcurrentDictionary<string, int> refused = [];
        ConcurrentDictionary<string, int> why = [];
        Gen.Select(Gen.Int[0, Spelling.All.Count - 1], Gen.Int[0, int.MaxValue - 1].List[1, 3]).Sample(
            (spelling, seeds) =>
            {
                Spelling spelled = Spelling.All[spelling];
                byte[] file = Spelled.File(spelled, [.. seeds.SelectMany(seed => new Occasions(spelled, seed).Some())]);
                Read ours = Ics.Read(file, Marking(file, Occasions.Working) ?? "", Marking(file, Occasions.Ignored), Through);
                _ = (ours.Faults.Count == 0 ? taken : refused).AddOrUpdate(spelled.Name, 1, (_, so) => so + 1);
                foreach (string fault in ours.Faults.Take(1).Select(fault => Detail().Match(fault).Value))
                {
                    _ = why.AddOrUpdate(fault, 1, (_, so) => so + 1);
                }

                return ours.Faults.Count > 0 || IsSame(ours, other.Read(file, Through, Occasions.Working, Occasions.Ignored), file);
            },
            iter: Count,
            threads: 1);

        foreach ((string fault, int times) in why.OrderByDescending(one => one.Value).Take(12))
        {
            output.WriteLine($"refused {times} times: it {fault}");
        }

        Spelling.All.Should().HaveCount(12);
        foreach (Spelling spelling in Spelling.All)
        {
            output.WriteLine(
                $"{spelling.Name}: {taken.GetValueOrDefault(spelling.Name)} read, {refused.GetValueOrDefault(spelling.Name)} refused");
            taken.GetValueOrDefault(spelling.Name)
                .Should().BeGreaterThan(Count / Spelling.All.Count / 4, $"what is refused shows nothing: {spelling.Name}");
        }
    }

    private static bool IsSame(Read ours, (List<string>? Days, string? Error) theirs, byte[] file)
    {
        List<string> days = [.. Said(ours).Distinct().Order(StringComparer.Ordinal)];
        theirs.Error.Should().BeNull($"it was read here: {Text(file)}");
        days.Should().Equal(theirs.Days!.Order(StringComparer.Ordinal), $"of {Text(file)}");
        return true;
    }

    private static IEnumerable<string> Said(Read read) =>
        read.File.Contributed.DaysOff.Select(day => $"{day.Date:uuuu-MM-dd} off {day.Name.En}")
            .Concat(read.File.Contributed.DaysWorked.Select(day => $"{day.Date:uuuu-MM-dd} worked {day.Name.En}"));

    /// <summary>A word that marks nothing is refused: it is given where a name has it.</summary>
    private static string? Marking(byte[] file, string word) => Unfolded(file).Contains(word, StringComparison.Ordinal) ? word : null;

    private static string Unfolded(byte[] file) => string.Join('\n', FollowUp.Parsing.CalendarFiles.LineUnfolder.Unfold(file).Select(line => line.Text));

    [GeneratedRegex("(?<=: )[^0-9(“]*")]
    private static partial Regex Detail();

    private static string Text(byte[] file) => Encoding.UTF8.GetString(file).Replace("\0", "", StringComparison.Ordinal);
}
