using FollowUp.Board.Tests.Rig;
using Microsoft.Playwright;

namespace FollowUp.Board.Tests;

public sealed class What_changed_on_the_way
{
    // Law 10.
    [Fact]
    public async Task begins_with_how_far_the_date_slipped() => await Look(async window =>
        await Assertions.Expect(window.Page.Locator(".slippage")).ToHaveTextAsync(
            "Agreed for 31 March 2020, now 11 May 2020: 41 days later, extended once, 5 working days of waiting given back, rescheduled once."));

    // Law 11.
    [Fact]
    public async Task keeps_every_extension_with_its_reason_and_its_answer() => await Look(async window =>
    {
        await Assertions.Expect(Changes(window, "extension")).ToHaveTextAsync(
        [
            "Extension to 30 April 2020 refused"
                + "Asked for by The treaty desk on 5 March 2020" + "They have not named their experts."
                + "Refused by The lead on 6 March 2020" + "A month is too long.",
            "Extension to 14 April 2020 granted"
                + "Asked for by The treaty desk on 9 March 2020" + "The experts meet on 10 April."
                + "Granted by The lead on 10 March 2020",
            "Extension to 25 May 2020 not decided yet"
                + "Asked for by The new bureau on 27 April 2020" + "One article is still open."
                + "The lead has yet to decide; until then the due date stands",
        ]);
        await Assertions.Expect(window.Fact("Extensions")).ToHaveTextAsync("1 of 3 granted");
    });

    // Law 13.
    [Fact]
    public async Task keeps_what_was_waited_and_given_back() => await Look(async window =>
        await Assertions.Expect(Changes(window, "waiting")).ToHaveTextAsync(
            "Waiting for the other side 16 March 2020 to 23 March 2020" + "Their draft of articles 3 to 5 is missing."
            + "Set to waiting by The coordinating office" + "5 working days given back: due 21 April 2020 instead of 14 April 2020"));

    [Fact]
    public async Task keeps_whose_it_was() => await Look(async window =>
    {
        await Assertions.Expect(Changes(window, "handed-over")).ToHaveTextAsync(
            "Handed over to The new bureau"
                + "From The treaty desk, by The coordinating office on 25 March 2020"
                + "The treaty desk is dissolved.");
        await Assertions.Expect(window.Fact("Owner")).ToHaveTextAsync("The new bureau");
        await Assertions.Expect(window.Fact("Former owners")).ToHaveTextAsync("The treaty desk");
    });

    [Fact]
    public async Task keeps_another_date_apart_from_an_extension() => await Look(async window =>
        await Assertions.Expect(Changes(window, "rescheduled")).ToHaveTextAsync(
            "Rescheduled to 11 May 2020"
                + "From 21 April 2020, by The coordinating office on 24 April 2020"
                + "Both delegations are in quarantine."));

    // Law 9: what the item was moved to, and not what there is by now.
    [Fact]
    public async Task keeps_the_plan_it_was_moved_to() => await Look(async window =>
    {
        await Assertions.Expect(Changes(window, "re-based")).ToHaveTextAsync(
            "Moved to newer terms" + "plan default: revision 3 instead of 2" + "By The coordinating office on 27 April 2020");
        await Assertions.Expect(Event(window, "re-based"))
            .ToContainTextAsync("Moved to newer terms by The coordinating officeplan default: revision 3 instead of 2");
        await Assertions.Expect(window.Fact("Plan")).ToHaveTextAsync("The default plan, revision 3");
    });

    [Fact]
    public async Task comes_in_the_order_in_which_it_happened() => await Look(async window =>
        (await window.Page.Locator(".changes li").EvaluateAllAsync<string[]>("all => all.map(one => one.dataset.change)"))
            .Should().Equal("extension", "extension", "waiting", "handed-over", "rescheduled", "extension", "re-based"));

    [Fact]
    public async Task is_told_by_the_journal_too_in_words_of_the_page() => await Look(async window =>
    {
        await Assertions.Expect(Event(window, "extension-asked").First)
            .ToContainTextAsync("Extension asked for by The treaty deskto 30 April 2020They have not named their experts.");
        await Assertions.Expect(Event(window, "extension-refused")).ToContainTextAsync("Extension refused by The leadA month is too long.");
        await Assertions.Expect(Event(window, "extension-granted"))
            .ToContainTextAsync("Extension granted by The leaddue 14 April 2020 instead of 31 March 2020");
        await Assertions.Expect(Event(window, "waiting"))
            .ToContainTextAsync("Waiting began by The coordinating officeTheir draft of articles 3 to 5 is missing.");
        await Assertions.Expect(Event(window, "resumed"))
            .ToContainTextAsync("5 working days of waiting given back, due 21 April 2020 instead of 14 April 2020");
        await Assertions.Expect(Event(window, "handed-over"))
            .ToContainTextAsync("from The treaty desk to The new bureauThe treaty desk is dissolved.");
        await Assertions.Expect(Event(window, "rescheduled"))
            .ToContainTextAsync("due 11 May 2020 instead of 21 April 2020Both delegations are in quarantine.");
    });

    [Fact]
    public async Task has_its_letters_in_the_timeline() => await Look(async window =>
    {
        foreach ((string rung, string to) in new[]
        {
            ("Please decide on the extension", "The lead (issuer)"), ("The extension is decided", "The treaty desk (owner)"),
            ("The due date has moved", "The treaty desk (owner)"), ("It was handed over", "The treaty desk (former owner)"),
        })
        {
            await Assertions.Expect(window.Page.Locator(".past .letter").Filter(new() { HasText = rung }).First)
                .ToContainTextAsync($"sent to {to}");
        }
    });

    [Fact]
    public async Task shows_on_the_card_beside_the_date() => await Window.On(await Moments.AfterDetours, async window =>
    {
        await window.Open();
        await Assertions.Expect(window.Card("Settle the articles").Locator(".moved"))
            .ToHaveTextAsync("agreed for 31 Mar 2020: 41 days later, extended once");
    });

    [Fact]
    public async Task is_not_there_where_nothing_changed() => await Window.On(await Moments.Late, async window =>
    {
        await window.OpenItem("protocol-1");
        await Assertions.Expect(window.Page.Locator(".changes")).ToHaveCountAsync(0);
        await Assertions.Expect(window.Fact("Due")).ToHaveTextAsync("29 May 2020");
    });

    private static async Task Look(Func<Window, Task> look) =>
        await Window.On(await Moments.AfterDetours, async window => await look(await window.Open(Detours.Articles)));

    private static ILocator Changes(Window window, string kind) => window.Page.Locator($".changes [data-change={kind}]");

    private static ILocator Event(Window window, string name) => window.Page.Locator($".past [data-event={name}]");
}
