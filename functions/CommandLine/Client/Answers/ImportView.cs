using FollowUp.Agreements;

namespace FollowUp.CommandLine.Client.Answers;

/// <summary>What each row of a spreadsheet would become, or has become.</summary>
/// <param name="Preview">The token with which it is done; null where rows are refused.</param>
internal sealed record ImportView(
    string Agreement, int Added, int Changed, int Unchanged, int Refused, IReadOnlyList<ImportRowView> Rows, string? Preview = null)
{
    public IReadOnlyList<string> PassedOver { get; init; } = [];
    public IReadOnlyList<ProblemFault> Faults { get; init; } = [];

    public bool IsSound => Preview is not null && Refused == 0 && Faults.Count == 0;
}

/// <summary>One row.</summary>
internal sealed record ImportRowView(int Row, string Becomes)
{
    public string? Item { get; init; }
    public Wording? Title { get; init; }
    public string? Owner { get; init; }
    public string? DueOn { get; init; }
    public IReadOnlyList<ImportChangeView> Changes { get; init; } = [];
    public IReadOnlyList<string>? Cells { get; init; }
    public IReadOnlyList<ImportFaultView> Faults { get; init; } = [];
}

/// <summary>A difference from what is registered.</summary>
internal sealed record ImportChangeView(string Field, string? Now, string? Was = null);

/// <summary>What is wrong with a row.</summary>
internal sealed record ImportFaultView(string Field, string Detail, string? Column = null);

/// <summary>What came of a register file.</summary>
internal sealed record RegisteredView(int People, int Calendars, int Plans, IReadOnlyList<RegisteredAgreementView> Agreements);

/// <summary>An agreement of it; not new where it was there already, as it is.</summary>
internal sealed record RegisteredAgreementView(string Id, bool IsNew);
