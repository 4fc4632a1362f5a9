namespace FollowUp.LocalHost.TaskHub;

/// <summary>What table storage can take, and what the hub therefore allows.</summary>
internal static class HubLimits
{
    /// <summary>The SDK's own limit on instance ids.</summary>
    public const int InstanceIdMax = 100;

    /// <summary>The emulator refuses keys of 1 024 characters; 256 is safe everywhere, and a row key adds a little to it.</summary>
    public const int PartitionMax = 240;

    /// <summary>One string property takes 32 K characters.</summary>
    public const int ChunkMax = 32_000;

    /// <summary>
    /// A row takes 1 MiB, 524 288 characters at two bytes each. The instance row holds an input, an output and a status of this
    /// size, a tail, and an outbox: 3 × 100 000 + 4 000 + 180 000.
    /// </summary>
    public const int TextMax = 100_000;

    /// <summary>What one step may add to the history, and to the outbox.</summary>
    public const int StepMax = 180_000;

    /// <summary>
    /// Steps stay in the instance row until they take this much: many instances never need a page, and every step writes this row.
    /// </summary>
    public const int TailMax = 4_000;

    /// <summary>What is kept of an error message or a stack trace.</summary>
    public const int FailureTextMax = 4_000;

    /// <summary>
    /// A transaction takes 100 operations: two for the step itself; the rest deletes messages and old pages, those of a deferred step
    /// included.
    /// </summary>
    public const int DeletionsMax = 90;

    /// <summary>How many messages deferred steps may leave for the next commit to delete.</summary>
    public const int DeferredMessagesMax = 8;
}
