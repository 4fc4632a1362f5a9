using FollowUp.Agreements;

namespace FollowUp.CommandLine.Client.Answers;

/// <summary>How agreements stood at an instant.</summary>
internal sealed record ReportView(DateTimeOffset AsOf, IReadOnlyList<AgreementReportView> Agreements);

/// <summary>One agreement's part of it.</summary>
internal sealed record AgreementReportView(
    string Agreement, Wording Title, IReadOnlyList<FigureView> Figures, IReadOnlyList<ReportSectionView> Sections);

/// <summary>A count, and how many entries of the journal it stands on.</summary>
internal sealed record FigureView(string Code, int Count);

/// <summary>Items that stand alike.</summary>
internal sealed record ReportSectionView(string Code, IReadOnlyList<ReportItemView> Items);

/// <summary>An item of a report.</summary>
internal sealed record ReportItemView(int Number, string Item, Wording Title);
