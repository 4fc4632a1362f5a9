namespace FollowUp.Http;

/// <summary>What was previewed is not what would happen by now.</summary>
public sealed class OutdatedPreviewException()
    : Exception("A plan or calendar has changed since the preview. Look at a new preview, and send its token.");
