using FollowUp.Parsing;
using FollowUp.Parsing.Sheets;
using FollowUp.Storage;
using FollowUp.Values;
using NodaTime;

namespace FollowUp.Operations.Sheets;

/// <summary>A spreadsheet that is to go into an agreement.</summary>
/// <param name="By">Who does it, which the journal says of every change.</param>
/// <param name="ContentHash">Of the file and of what was said of it.</param>
public sealed record ImportRequest(string Agreement, SheetTable Table, SheetOptions Options, string By, string ContentHash)
{
    /// <summary>
    /// Whether they are signed in themselves, and may register whatever they like: they add items of others' agreements too.
    /// </summary>
    public bool MayRegister { get; init; }
}

/// <summary>What would become of each row, decided on the agreement as it stands.</summary>
/// <param name="Faults">What is wrong with the file as a whole.</param>
public sealed record ImportPlan(
    ImportRequest Request, StoredAgreement Head, IReadOnlyList<ImportRow> Rows, IReadOnlyList<Fault> Faults, Instant Now)
{
    private const int TokenLength = 32;

    /// <summary>All that is wrong, of the file and of its rows.</summary>
    public IEnumerable<Fault> AllFaults => Faults.Concat(Rows.SelectMany(row => row.Faults));

    /// <summary>
    /// The same for as long as the same would be done: another file, another item in the agreement, a verb that somebody did meanwhile on
    /// one that the file has, or a newer plan or calendar of a new one makes another.
    /// </summary>
    public string Token => Fingerprints.HashOf(new
    {
        Request.ContentHash,
        Request.By,
        Head.Items,
        Rows = Rows.Select(row => row.Decided),
    })[..TokenLength];

    public int Count(RowOutcome outcome) => Rows.Count(row => row.Outcome == outcome);
}
