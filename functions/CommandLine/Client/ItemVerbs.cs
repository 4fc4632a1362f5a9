using FollowUp.Access;
using FollowUp.Agreements;

namespace FollowUp.CommandLine.Client;

/// <summary>All verbs of an item, as data: one more is a line here, and has its command, its help and its tool.</summary>
internal static class ItemVerbs
{
    private static readonly VerbField Reason = new("reason", "reason", "why, as it will stand in the journal");
    private static readonly VerbField Note = new("note", "note", "a word with it") { IsOptional = true };
    private static readonly VerbField DueOn = new("due-on", "dueOn", "the new due date, like 2020-05-29") { IsDay = true };

    private static readonly IReadOnlyList<VerbField> Words =
    [
        new("kind", "kind", "what kind of item it is") { IsOptional = true },
        new("number", "number", "its number in somebody else's list") { IsOptional = true },
        new("clause", "clause", "the clause that it comes from, by id") { IsOptional = true },
    ];

    public static IReadOnlyList<ItemVerb> All { get; } =
    [
        new(ItemVerbNames.Sign, HttpMethod.Put, "receipt", "The owner signs that the item arrived"),
        new(ItemVerbNames.Progress, HttpMethod.Post, "progress", "The owner gives interim word, which closes nothing",
            new VerbField("text", "text", "the word")),
        new(ItemVerbNames.FinishStage, HttpMethod.Put, "stages/{stage}", "The owner has a stage behind them",
            new VerbField("stage", null, "its id; the next one unless told") { FromItem = item => item?.NextStage }),
        new(ItemVerbNames.AddEvidence, HttpMethod.Post, "evidence", "The owner hands in a file that shows what was done",
            new VerbField("file", null, "where it lies on this machine") { IsFile = true }),
        new(ItemVerbNames.Complete, HttpMethod.Put, "completion", "The owner reports it done, with evidence",
            new VerbField("evidence", "evidence.kind", "what shows it") { Words = ["document", "file", "link", "none"] },
            new VerbField("ref", "evidence.ref", "the document's number, the sha256 of a file, or the link's whole address")
            {
                IsOptional = true,
            },
            new VerbField("note", "evidence.note", "a word with it; of none, how it is known") { IsOptional = true }),
        new(ItemVerbNames.Confirm, HttpMethod.Put, "confirmation", "The issuer confirms that it is done, which closes it", Note),
        new(ItemVerbNames.Return, HttpMethod.Post, "return", "The issuer sends the report back", Reason),
        new(ItemVerbNames.Extend, HttpMethod.Post, "extensions", "The owner asks for a later due date, before this one has passed",
            DueOn, Reason),
        new(ItemVerbNames.DecideExtension, HttpMethod.Put, "extensions/{number}", "The issuer decides on an extension that was asked for",
            new VerbField("decision", "decision", "what it is") { Words = ["granted", "refused"] },
            Note,
            new VerbField("number", null, "which request; the one that waits unless told")
            {
                IsNumber = true,
                FromItem = item => item?.PendingExtension,
            }),
        new(ItemVerbNames.Ask, HttpMethod.Post, "questions", "Owner and issuer ask each other",
            new VerbField("text", "text", "the question")),
        new(ItemVerbNames.AnswerQuestion, HttpMethod.Put, "questions/{number}", "Whoever was asked answers",
            new VerbField("text", "text", "the answer"),
            new VerbField("number", null, "which question; the one that waits unless told")
            {
                IsNumber = true,
                FromItem = item => item?.OpenQuestion,
            }),
        new(ItemVerbNames.Escalate, HttpMethod.Post, "escalations", "Sends it up to the next level at once", Reason),
        new(ItemVerbNames.Reschedule, HttpMethod.Put, "due-date", "The coordinator sets another due date", DueOn, Reason),
        new(ItemVerbNames.HandOver, HttpMethod.Put, "owner", "The coordinator names another owner",
            new VerbField("owner", "owner", "whose it is from now on, by id"), Reason),
        new(ItemVerbNames.Suspend, HttpMethod.Put, "waiting", "The other side must move first: the clock stands still", Reason),
        new(ItemVerbNames.Resume, HttpMethod.Delete, "waiting", "The other side moved: the clock runs again"),
        new(ItemVerbNames.Amend, HttpMethod.Put, "wording", "The coordinator puts its words right; nobody is told",
            [.. Wording.Languages.Select(TitleIn), .. Words, Reason with { IsOptional = true }]),
        new(ItemVerbNames.Withdraw, HttpMethod.Put, "withdrawal", "The coordinator takes the item off the list", Reason),
        new(ItemVerbNames.EndSeries, HttpMethod.Put, "series-end", "What comes round does so no more; this one stays as it is", Reason),
    ];

    private static VerbField TitleIn(string language) =>
        new($"title-{language}", $"title.{language}", "its title; another language stays as it is") { IsOptional = true };

    /// <returns>Null for a word that is no verb.</returns>
    public static ItemVerb? Find(string name) => All.FirstOrDefault(verb => verb.Name == name);
}
