namespace FollowUp.CommandLine.Client.Answers;

/// <summary>What is new.</summary>
internal sealed record ChangesView(IReadOnlyList<ChangeView> Events, string Next, bool More);

/// <summary>One event.</summary>
internal sealed record ChangeView(DateTimeOffset Time, ChangeDataView Data);

/// <summary>What happened to what.</summary>
internal sealed record ChangeDataView(string Event, string Agreement, int Seq)
{
    public string? Item { get; init; }
    public string? By { get; init; }
    public string? State { get; init; }
}
