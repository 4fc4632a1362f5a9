using System.Globalization;
using System.Text.Json.Nodes;
using Spectre.Console;

namespace FollowUp.Start;

/// <summary>The rehearsal as a coordinator reads it: day by day, and then how every item ended.</summary>
internal static class Timeline
{
    public static void Write(IAnsiConsole console, DemoEvents events, string letters)
    {
        console.WriteLine("Times are UTC; letters come by their readers' own clocks.");
        foreach (IGrouping<string, DemoEvent> day in events.All.Where(IsTold).GroupBy(one => Day(one.At)))
        {
            console.WriteLine();
            console.MarkupLineInterpolated($"[bold]{day.Key}[/]");
            foreach (DemoEvent one in day)
            {
                console.MarkupLine($"  [grey]{one.At.UtcDateTime:HH:mm}[/] {Sentence(one)}");
            }
        }

        console.WriteLine();
        console.Write(Items(events));
        int sent = events.All.Count(one => one.Event == "letter");
        int saved = events.All.Count(one => one is { Event: "notice", State: "superseded" or "skipped" });
        string legend = "Moved: days since it was agreed; late: days; told: people who heard so; sent: notices.";
        console.MarkupLineInterpolated(
            $"{sent} letters in {letters}; {saved} notices not sent, each with its reason in the ledger. {legend}");
    }

    /// <summary>What was skipped before it began, for everybody or for a new owner, fills pages and tells nothing.</summary>
    private static bool IsTold(DemoEvent one) =>
        one is not { Event: "notice", State: "skipped", Text: "before assignment" or "it was handed over since" }
            and not { Event: "letter" };

    private static string Sentence(DemoEvent one)
    {
        string item = Markup.Escape(one.Item ?? one.Agreement ?? "");
        string text = one.Text is null ? "" : $"[grey]: {Markup.Escape(one.Text)}[/]";
        return one.Event switch
        {
            "notice" =>
                $"[{Colour(one)}]{Markup.Escape($"{one.To} {Heard(one)}")}[/] {item} [grey]{Rung(one)}[/]{text}",
            _ => $"[bold]{Markup.Escape(one.By ?? "FollowUp")}[/] {Did(one.Event)} {item}{From(one)}{text}",
        };
    }

    private static string From(DemoEvent one) => one.Through == "letter" ? " [bold]by the link in their letter[/]" : "";

    private static string Rung(DemoEvent notice) =>
        $"{notice.Ladder}/{notice.Rung}{(notice.Occurrence > 0 ? $" #{notice.Occurrence}" : "")}";

    private static string Heard(DemoEvent notice) => notice.State switch
    {
        "sent" => notice.Ladder switch
        {
            "overdue" => "is told it is overdue:",
            "review" => "reads in the weekly letter of what is late:",
            "due" => "is reminded:",
            "receipt" => "is asked to sign for:",
            "progress" => "is asked for word on:",
            "confirmation" => "is asked to confirm:",
            "returned" => "gets back:",
            "waiting" => "is asked to ask the other side about:",
            "extension" => "is asked to decide on the extension of:",
            "answered" => "is told the decision on:",
            "moved" => "is told the new date of:",
            "handover" => "is told that somebody else has:",
            "silence" => "is told that nobody says anything about:",
            "blocked" => "is told it cannot begin:",
            "closing" => "is told it is closed:",
            _ => "hears of:",
        },
        _ => $"is not told ({notice.State}):",
    };

    private static string Did(string what) => what switch
    {
        "registered" => "registers",
        "assigned" => "hands over",
        "signed" => "signs for",
        "progress" => "gives word on",
        "stage-done" => "moves past a stage of",
        "extension-asked" => "asks for an extension of",
        "extension-granted" => "[green]grants[/] the extension of",
        "extension-refused" => "[yellow]refuses[/] the extension of",
        "waiting" => "[yellow]stops the clock[/] of",
        "resumed" => "lets the clock run again of",
        "handed-over" => "passes on",
        "rescheduled" => "[yellow]reschedules[/]",
        "re-based" => "puts on newer terms:",
        "reported" => "reports done:",
        "confirmed" => "[green]confirms[/]",
        "returned" => "[yellow]sends back[/]",
        "withdrawn" => "[yellow]withdraws[/]",
        _ => what,
    };

    private static string Colour(DemoEvent notice) => notice switch
    {
        { State: not "sent" } => "grey",
        { Ladder: "overdue" } => "red",
        { Ladder: "closing" } => "green",
        _ => "blue",
    };

    private static Table Items(DemoEvents events)
    {
        Table table = new Table().RoundedBorder();
        foreach (string heading in new[] { "item", "owner", "due", "moved", "ended", "late", "told", "sent" })
        {
            // Dates and ids stay whole, even in a narrow window.
            _ = table.AddColumn(heading, column => column.NoWrap().PadLeft(0));
        }

        foreach (JsonNode item in events.ItemsAtEnd)
        {
            string id = (string)item["id"]!;
            int sent = events.All.Count(one => one is { Event: "notice", State: "sent" } && one.Item == id);
            _ = table.AddRow(
                Markup.Escape(id), Markup.Escape((string)item["owner"]!), (string)item["dueOn"]!,
                $"{(int)item["slippage"]!["days"]!:+0;-0;0}", (string)item["state"]!,
                $"{(int)item["daysLate"]!}", $"{item["toldLate"]!.AsArray().Count}", $"{sent}");
        }

        return table;
    }

    private static string Day(DateTimeOffset at) => at.UtcDateTime.ToString("ddd d MMM yyyy", CultureInfo.InvariantCulture);
}
