using Azure;

namespace FollowUp.Storage;

/// <summary>What ails the store, as it says itself. A file of one's own knows more of it than a service that is silent.</summary>
/// <param name="Says">As a clause: "the store does not answer".</param>
/// <param name="WayOut">What mends it.</param>
/// <param name="Passes">Whether the same call may succeed later, with this very store.</param>
public sealed record StoreTrouble(string Says, string WayOut, bool Passes = true)
{
    private static readonly StoreTrouble Silence = new("the store does not answer", "try again");

    private static readonly Dictionary<string, StoreTrouble> Known = new()
    {
        ["StoreDamaged"] = new("the store's file is damaged", "end FollowUp and put back a backup", Passes: false),
        ["StoreFull"] = new("the disk that the store is on is full", "it goes on once there is room"),
        ["StoreReadOnly"] =
            new("the store's file cannot be written, since it is read-only or was moved away", "it goes on once that is mended"),
        ["StoreFailing"] = new("the disk that the store is on reports errors", "see to the disk"),
        ["StoreUnopened"] =
            new("the store's file cannot be opened again", "see whether it is still there, and whether too many files are open"),
    };

    public string Sentence => $"{char.ToUpperInvariant(Says[0])}{Says[1..]}; {WayOut}.";

    public static StoreTrouble Of(Exception cause) => cause switch
    {
        RequestFailedException { ErrorCode: { } code } when Known.TryGetValue(code, out StoreTrouble? known) => known,
        StoreUnavailableException again => again.Trouble,
        MovedStoreException moved => moved.Trouble,
        AggregateException { InnerExceptions: [.., var last] } => Of(last),
        _ => Silence,
    };
}
