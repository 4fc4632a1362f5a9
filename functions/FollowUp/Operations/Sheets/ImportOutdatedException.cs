using FollowUp.Faults;

namespace FollowUp.Operations.Sheets;

/// <summary>What a preview of a file showed is not what would happen by now.</summary>
public sealed class ImportOutdatedException()
    : Exception(RefusalPhrases.ImportOutdated.Text);
