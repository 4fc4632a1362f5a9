using FollowUp.Faults;

namespace FollowUp.Operations.Sheets;

/// <summary>What a preview of a file showed is not what would happen by now.</summary>
public sealed class ImportOutdatedException()
    : Exception(RefusalPhrases.ImportOutdated.Text);

/// <summary>Somebody else wrote between two transactions of one file.</summary>
/// <param name="rows">How many of its rows are in.</param>
public sealed class ImportBrokenOffException(int rows)
    : Exception(RefusalPhrases.ImportBrokenOff.Fill(rows));
