using FollowUp.Agreements;

namespace FollowUp.CommandLine.Client.Answers;

/// <summary>An item, as far as it is shown.</summary>
internal sealed record ItemView(string Agreement, string Id, Wording Title, string Owner, string DueOn, string State)
{
    public string? Number { get; init; }
    public string? Kind { get; init; }
    public string? Issuer { get; init; }
    public string? Coordinator { get; init; }
    public string? OriginalDueOn { get; init; }
    public string? Slip { get; init; }
    public string? Section { get; init; }
    public bool Open { get; init; }
    public int DaysLate { get; init; }
    public DateTimeOffset? NextAt { get; init; }
    public IReadOnlyList<string> Warnings { get; init; } = [];
    public IReadOnlyList<StageView> Stages { get; init; } = [];
    public IReadOnlyList<ExtensionView> Extensions { get; init; } = [];
    public IReadOnlyList<QuestionView> Questions { get; init; } = [];
    public IReadOnlyList<FileView> EvidenceFiles { get; init; } = [];
    public IReadOnlyList<StepView> NextActions { get; init; } = [];

    /// <summary>What its reader may do; null in lists.</summary>
    public IReadOnlyList<OfferView>? Verbs { get; init; }

    /// <summary>The first that is not behind us; null where none is left.</summary>
    public string? NextStage => Stages.FirstOrDefault(stage => stage.Done is null)?.Id;

    /// <summary>The number of the one that waits for its issuer; null where none does.</summary>
    public string? PendingExtension => Extensions.LastOrDefault(asked => asked.Decision is null) is { } waits ? $"{waits.Number}" : null;

    /// <summary>The number of the one that waits for its answer; null where none does.</summary>
    public string? OpenQuestion => Questions.LastOrDefault(asked => asked.Reply is null) is { } waits ? $"{waits.Number}" : null;
}

/// <summary>A step on the way.</summary>
internal sealed record StageView(string Id, string DueOn)
{
    public StageDoneView? Done { get; init; }
}

/// <summary>That it is behind us.</summary>
internal sealed record StageDoneView(string By, DateTimeOffset At);

/// <summary>An extension that was asked for.</summary>
internal sealed record ExtensionView(int Number, string DueOn, string? Decision = null);

/// <summary>What owner or issuer asked.</summary>
internal sealed record QuestionView(int Number, string By, string Text, ReplyView? Reply = null);

/// <summary>What the other said.</summary>
internal sealed record ReplyView(string By, string Text);

/// <summary>A file that was handed in.</summary>
internal sealed record FileView(string Sha256, string Name, long Size);

/// <summary>Whose move it is.</summary>
internal sealed record StepView(string Action, string Role, IReadOnlyList<string> Who);

/// <summary>A verb, and in whose name.</summary>
internal sealed record OfferView(string Verb, IReadOnlyList<string> By);

/// <summary>A page of items.</summary>
/// <param name="Next">The cursor of the next; null on the last.</param>
internal sealed record ItemsView(IReadOnlyList<ItemView> Items, string? Next = null);
