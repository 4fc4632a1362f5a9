using FollowUp.Parsing;
using FollowUp.Parsing.Sheets;
using FollowUp.Storage;

namespace FollowUp.Operations.Sheets;

/// <summary>A row as it was read: the item that it describes, and the one that is there.</summary>
/// <param name="Known">Null where there is none.</param>
/// <param name="Reason">Why it changes that; null where the file does not say.</param>
internal sealed record ReadRow(SheetRow Row, ItemDraft Draft, LoadedItem? Known, string? Reason);
