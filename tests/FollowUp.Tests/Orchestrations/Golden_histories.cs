using System.Globalization;
using FollowUp.Histories;
using FollowUp.Orchestrations;
using FollowUp.Start;
using FollowUp.Tests.Orchestrations.Rig;

namespace FollowUp.Tests.Orchestrations;

/// <summary>
/// Orchestrations that run while the app is replaced are replayed from their histories by the new code: it must decide again what each
/// history says. Recorded ones, of every version that may still run somewhere, are in tests/Histories. Tests <see cref="FollowItem"/> and
/// <see cref="DeliverPost"/>.
/// </summary>
public sealed class Golden_histories
{
    private static readonly string Folder = Path.Combine(Root.Folder, "tests", "Histories");

    public static TheoryData<string> Files => [.. All.Keys];

    private static SortedDictionary<string, RecordedHistory> All { get; } = new(
        Directory.EnumerateFiles(Folder, "*.json", SearchOption.AllDirectories)
            .ToDictionary(file => Path.GetRelativePath(Folder, file), RecordedHistory.Read),
        StringComparer.Ordinal);

    [Theory]
    [MemberData(nameof(Files))]
    public void are_repeated_by_todays_code_step_by_step(string file)
    {
        RecordedHistory history = All[file];
        Replayed code = new(history);
        List<string> differences = [];
        foreach ((int index, RecordedStep step) in history.Steps.Index())
        {
            string said = string.Join(", ", step.Decided.Select(code.Words));
            string decided = string.Join(", ", code.Decides(step.Before, step.Happened));
            if (said != decided)
            {
                string where = string.Create(CultureInfo.InvariantCulture, $"{file}, step {index + 1} at {step.At:u}");
                differences.Add($"{where}: history says [{said}], today's code decides [{decided}]");
            }
        }

        differences.Should().BeEmpty();
        if (!history.Events[^1].IsEnd)
        {
            code.Decides(history.Events, []).Should().BeEmpty("nothing has happened since");
        }
    }

    [Fact]
    public void are_there_of_every_orchestration_whole_and_half_way()
    {
        ILookup<string, RecordedHistory> recorded = All.Values.ToLookup(one => one.Orchestration);

        OrchestrationMethods.All.Keys.Should().NotBeEmpty();
        foreach (string orchestration in OrchestrationMethods.All.Keys)
        {
            recorded[orchestration].Select(history => history.Events[^1].IsEnd).Should()
                .Contain([true, false], $"{orchestration} needs recording");
        }
    }
}
