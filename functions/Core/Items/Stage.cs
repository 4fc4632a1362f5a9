using NodaTime;

namespace FollowUp.Items;

/// <summary>A step on the way with a date of its own, e.g. the draft of a protocol.</summary>
public sealed record Stage(string Id, LocalDate DueOn)
{
    public StageDone? Done { get; init; }
}
