using FollowUp.Tables.Rows;

namespace FollowUp.Tables.Store;

/// <summary>What a write does to its row.</summary>
internal enum WriteKind
{
    Add,
    Replace,
    Merge,
    Delete,
}

/// <summary>One row to be written.</summary>
/// <param name="IfMatch">The version it must have, or "*" for any; null where it need not exist.</param>
internal sealed record Change(WriteKind Kind, string Table, string Partition, string Key, Property[] Properties, string? IfMatch);

/// <summary>What became of a write: the row as it is now (null once deleted), or why not.</summary>
internal readonly record struct Outcome(Row? Row, Refusal? Refusal);

/// <summary>What became of a batch: all its rows, or the first refusal and where it arose.</summary>
internal readonly record struct BatchOutcome(Row?[] Rows, Refusal? Refusal, int RefusedAt)
{
    public static BatchOutcome No(Refusal refusal, int at) => new([], refusal, at);
}
