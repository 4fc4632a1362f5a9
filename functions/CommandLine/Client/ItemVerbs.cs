using FollowUp.Access;

namespace FollowUp.CommandLine.Client;

/// <summary>All verbs of an item, as data: one more is a line here, and has its command, its help and its tool.</summary>
internal static class ItemVerbs
{
    private static readonly VerbField Reason = new("reason", "reason", "why, as it will stand in the journal");
    private static readonly VerbField Note = new("note", "note", "a word with it") { IsOptional = true };
    private static readonly VerbField DueOn = new("due-on", "dueOn", "the new due date, like 2020-05-29") { IsDay = true };

    public static IReadOnlyList<ItemVerb> All { get; } =
    [
        new(ItemVerbNames.Sign, HttpMethod.Put, "receipt", "The owner signs that the item arrived"),
        new(ItemVerbNames.Progress, HttpMethod.Post, "progress", "The owner gives interim word, which closes nothing",
            new VerbField("text", "text", "the word")),
        new(ItemVerbNames.FinishStage, HttpMethod.Put, "stages/{stage}", "The owner has a stage behind them",
            new VerbField("stage", null, "its id; the next one unless told") { FromItem = item => item?.NextStage }),
        new(ItemVerbNames.Complete, HttpMethod.Put, "completion", "The owner reports it done, with evidence",
            new VerbField("evidence", "evidence.kind", "what shows it") { Words = ["document", "link", "none"] },
            new VerbField("ref", "evidence.ref", "the number of the document, or the whole address of the link") { IsOptional = true },
            new VerbField("note", "evidence.note", "a word with it; of none, how it is known") { IsOptional = true }),
        new(ItemVerbNames.Confirm, HttpMethod.Put, "confirmation", "The issuer confirms that it is done, which closes it", Note),
        new(ItemVerbNames.Return, HttpMethod.Post, "return", "The issuer sends the report back", Reason),
        new(ItemVerbNames.Extend, HttpMethod.Post, "extensions", "The owner asks for a later due date, before this one has passed",
            DueOn, Reason),
        new(ItemVerbNames.DecideExtension, HttpMethod.Put, "extensions/{number}", "The issuer decides on an extension that was asked for",
            new VerbField("decision", "decision", "what it is") { Words = ["granted", "refused"] },
            Note,
            new VerbField("number", null, "which one; the one that waits unless told") { FromItem = item => item?.PendingExtension }),
        new(ItemVerbNames.Reschedule, HttpMethod.Put, "due-date", "The coordinator sets another due date", DueOn, Reason),
        new(ItemVerbNames.HandOver, HttpMethod.Put, "owner", "The coordinator names another owner",
            new VerbField("owner", "owner", "whose it is from now on, by id"), Reason),
        new(ItemVerbNames.Suspend, HttpMethod.Put, "waiting", "The other side must move first: the clock stands still", Reason),
        new(ItemVerbNames.Resume, HttpMethod.Delete, "waiting", "The other side moved: the clock runs again"),
        new(ItemVerbNames.Withdraw, HttpMethod.Put, "withdrawal", "The coordinator takes the item off the list", Reason),
    ];

    /// <returns>Null for a word that is no verb.</returns>
    public static ItemVerb? Find(string name) => All.FirstOrDefault(verb => verb.Name == name);
}
