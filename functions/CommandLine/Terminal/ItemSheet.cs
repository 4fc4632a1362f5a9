using System.Globalization;
using FollowUp.CommandLine.Client.Answers;

namespace FollowUp.CommandLine.Terminal;

/// <summary>One item, a fact a line; what its reader may do comes last, as commands.</summary>
internal static class ItemSheet
{
    public static void ShowOn(Screen screen, ItemView item, string language)
    {
        screen.ShowLine(item.Title.TextIn(language), new(decoration: Spectre.Console.Decoration.Bold));
        TextTable facts = TextTable.OfFacts();
        foreach ((string name, string? value) in Facts(item).Where(fact => !string.IsNullOrEmpty(fact.Value)))
        {
            facts.Add(name, value);
        }

        facts.ShowOn(screen);
        foreach (OfferView offer in item.Verbs ?? [])
        {
            screen.ShowLine($"followup act {item.Agreement}/{item.Id} {offer.Verb} --by {string.Join('|', offer.By)}");
        }
    }

    private static IEnumerable<(string Name, string? Value)> Facts(ItemView item) =>
    [
        ("item", $"{item.Agreement}/{item.Id}"),
        ("number", item.Number),
        ("kind", item.Kind),
        ("state", item.State),
        ("due", item.OriginalDueOn == item.DueOn ? item.DueOn : $"{item.DueOn} (agreed: {item.OriginalDueOn})"),
        ("late", item.DaysLate == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"{item.DaysLate} days")),
        ("owner", item.Owner),
        ("issuer", item.Issuer),
        ("coordinator", item.Coordinator),
        .. item.Stages.Select(stage =>
            ("stage", (string?)$"{stage.Id} by {stage.DueOn}{(stage.Done is { } done ? $", done by {done.By}" : "")}")),
        .. item.Extensions.Select(asked =>
            ("extension", (string?)$"{asked.Number}: to {asked.DueOn}, {asked.Decision ?? "not decided yet"}")),
        .. item.Questions.Select(asked =>
            ("question", (string?)$"{asked.Number}, {asked.By}: {asked.Text} — {asked.Reply?.Text ?? "not answered yet"}")),
        .. item.EvidenceFiles.Select(file => ("file", (string?)$"{file.Name}, sha256 {file.Sha256}")),
        .. item.NextActions.Select(step => ("waits for", (string?)ItemTable.Step([step]))),
        ("heard of next", Moments.Utc(item.NextAt)),
        .. item.Warnings.Select(warning => ("warning", (string?)warning)),
    ];
}
