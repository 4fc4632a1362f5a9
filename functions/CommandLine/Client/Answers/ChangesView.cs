namespace FollowUp.CommandLine.Client.Answers;

/// <summary>What is new.</summary>
internal sealed record ChangesView(IReadOnlyList<EventView> Events, string Next, bool More);

/// <summary>One event.</summary>
internal sealed record EventView(DateTimeOffset Time, EventDataView Data);

/// <summary>What happened to what.</summary>
internal sealed record EventDataView(string Event, string Agreement, int Seq)
{
    public string? Item { get; init; }
    public string? By { get; init; }
    public string? State { get; init; }
}
