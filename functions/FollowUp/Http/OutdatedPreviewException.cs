using FollowUp.Faults;

namespace FollowUp.Http;

/// <summary>What was previewed is not what would happen by now.</summary>
public sealed class OutdatedPreviewException()
    : Exception(RefusalPhrases.PreviewOutdated.Text);
