using FollowUp.Faults;

namespace FollowUp.Operations.Bulk;

/// <summary>What a preview showed is not what would happen by now.</summary>
public sealed class BulkOutdatedException()
    : Exception(RefusalPhrases.ChangesOutdated.Text);
