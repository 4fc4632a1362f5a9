using System.Runtime.CompilerServices;
using FollowUp.CommandLine.Client;
using FollowUp.CommandLine.Client.Answers;

namespace FollowUp.CommandLine.Tests.Client;

/// <summary>
/// Holds the records beside <see cref="ItemView"/>, and <see cref="Problem"/>, against the list of all that the API's answers have, which
/// the app is held against too.
/// </summary>
public sealed class What_is_read_of_an_answer
{
    private static readonly Dictionary<Type, string> Answers = new()
    {
        [typeof(ItemView)] = "ItemResponse",
        [typeof(ItemsView)] = "ItemsResponse",
        [typeof(StageView)] = "Stage",
        [typeof(StageDoneView)] = "StageDone",
        [typeof(ExtensionView)] = "ExtensionResponse",
        [typeof(StepView)] = "NextActionResponse",
        [typeof(OfferView)] = "VerbOffer",
        [typeof(NoticeView)] = "NoticeResponse",
        [typeof(TimetableView)] = "TimetableResponse",
        [typeof(DryRunView)] = "DryRunResponse",
        [typeof(DryRunItemView)] = "DryRunItemResponse",
        [typeof(ChangeView)] = "DifferenceResponse",
        [typeof(NoticeChangeView)] = "NoticeDifferenceResponse",
        [typeof(ImportView)] = "ImportResponse",
        [typeof(ImportRowView)] = "ImportRowResponse",
        [typeof(ImportChangeView)] = "ImportChangeResponse",
        [typeof(ImportFaultView)] = "ImportFaultResponse",
        [typeof(RegisteredView)] = "RegisterResponse",
        [typeof(RegisteredAgreementView)] = "RegisteredResponse",
        [typeof(OverviewView)] = "OverviewResponse",
        [typeof(SectionView)] = "SectionCount",
        [typeof(WaitView)] = "WaitCount",
        [typeof(AgreementCountView)] = "AgreementCount",
        [typeof(MeView)] = "MeResponse",
        [typeof(ReportView)] = "MeetingReportResponse",
        [typeof(AgreementReportView)] = "AgreementReportResponse",
        [typeof(FigureView)] = "ReportFigure",
        [typeof(ReportSectionView)] = "ReportSection",
        [typeof(ReportItemView)] = "ReportItem",
        [typeof(ToldView)] = "ToldResponse",
        [typeof(ToldNoticeView)] = "ToldNoticeResponse",
        [typeof(ToldLineView)] = "NoticeResponse",
        [typeof(SealView)] = "SealResponse",
        [typeof(Problem)] = "ProblemResponse",
        [typeof(ProblemFault)] = "FaultResponse",
    };

    private static readonly Dictionary<string, string[]> Fields = File.ReadAllLines(Listed())
        .Select(line => line.Split(": ", 2)).Where(line => line.Length == 2)
        .ToDictionary(line => line[0], line => line[1].Split(' '));

    [Fact]
    public void is_there() => string.Join('\n', Answers.SelectMany(one => Read(one.Key).Except(Fields[one.Value])
        .Select(field => $"{one.Value} has no {field}"))).Should().BeEmpty();

    private static IEnumerable<string> Read(Type view) => view.GetProperties()
        .Where(property => property.CanWrite).Select(property => char.ToLowerInvariant(property.Name[0]) + property.Name[1..]);

    private static string Listed([CallerFilePath] string file = "") => Path.GetFullPath(
        Path.Combine(Path.GetDirectoryName(file)!, "../../FollowUp.Tests/Http/Responses/answers.txt"));
}
