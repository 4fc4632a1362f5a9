using System.Text.RegularExpressions;
using FollowUp.Board.Tests.Rig;
using Microsoft.Playwright;

namespace FollowUp.Board.Tests;

public sealed class An_items_page
{
    [Fact]
    public async Task quotes_the_clause_in_each_language() => await Window.On(await Moments.Late, async window =>
    {
        await window.OpenItem("protocol-1");
        ILocator quotes = window.Page.Locator("blockquote");

        await Assertions.Expect(quotes).ToHaveCountAsync(3);
        await Assertions.Expect(quotes.And(window.Page.Locator("[lang=en]")))
            .ToContainTextAsync("Protocol No. 1 to the cooperation treaty of the two services is revised");
        await Assertions.Expect(quotes.And(window.Page.Locator("[lang=zh]"))).ToContainTextAsync("修订两部门合作条约第1号议定书");
        await Assertions.Expect(quotes.And(window.Page.Locator("[lang=ru]"))).ToContainTextAsync("Пересматривается Протокол № 1");
    });

    [Fact]
    public async Task tells_one_story_from_signature_to_the_last_letter_to_come() => await Window.On(await Moments.Late, async window =>
    {
        await window.OpenItem("protocol-1");
        ILocator past = window.Page.Locator(".past > li");
        ILocator future = window.Page.Locator(".future > li");

        await Assertions.Expect(past.First)
            .ToContainTextAsync("Thu, 21 Nov 2019 09:00Registered by NIA, Department of International Cooperation");
        await Assertions.Expect(past.Last)
            .ToContainTextAsync("Tue, 9 Jun 2020 09:01It is overdue level 2 sent to Border representative, second level (level 2)");
        await Assertions.Expect(window.Page.Locator(".now")).ToHaveTextAsync("Now 10 June 2020 at 12:00");
        await Assertions.Expect(future.First)
            .ToContainTextAsync("Mon, 15 Jun 2020 09:00It is overdue reminder, no. 3 expected to NIA, law desk (owner)");
        await Assertions.Expect(future.Filter(new() { HasText = "It is overdue level 3" })).ToContainTextAsync("Fri, 19 Jun 2020");
        await Assertions.Expect(future.Filter(new() { HasText = "The levels read what is late" }).First)
            .ToContainTextAsync("Mon, 15 Jun 2020");
        (await window.Page.Locator(".line time").EvaluateAllAsync<double[]>("all => all.map(one => Date.parse(one.dateTime))"))
            .Should().BeInAscendingOrder();
    });

    [Fact]
    public async Task says_each_notice_once_when_it_was_planned_and_when_sent_with_its_proof() =>
        await Window.On(await Moments.Late, async window =>
    {
        await window.OpenItem("protocol-1");
        ILocator letter = window.Page.Locator(".past .letter").Filter(new() { HasText = "It is overdue level 1" });

        await Assertions.Expect(letter).ToHaveCountAsync(1);
        await Assertions.Expect(letter.Locator("time")).ToHaveTextAsync("09:01");
        await Assertions.Expect(letter.Locator(".chip")).ToHaveTextAsync("sent");
        await Assertions.Expect(letter.Locator(".planned")).ToHaveTextAsync("planned for 09:00");
        await Assertions.Expect(letter.Locator(".proof")).ToHaveCountAsync(2);
        await Assertions.Expect(letter.Locator(".envelope")).ToHaveTextAsync(
        [
            Envelope("NIA, office of the administrator", "lead"), Envelope("Border representative, first level", "level-1"),
        ]);
        await Assertions.Expect(window.Page.Locator("[data-event=notice]")).ToHaveCountAsync(0);
    });

    private static Regex Envelope(string name, string mailbox) =>
        new($@"^letter to {Regex.Escape(name)}, {mailbox}@nia\.example; Message-ID \d{{12}}\.[0-9a-f]{{12}}\.\S+@followup\.example$");

    [Fact]
    public async Task explains_a_day_that_was_moved() => await Window.On(await Moments.Late, async window =>
    {
        await window.OpenItem("protocol-1");
        await Assertions.Expect(window.Page.GetByText("moved from 21 Dec: Saturday (CN)")).ToBeVisibleAsync();
    });

    [Fact]
    public async Task keeps_a_return_and_the_evidence_of_the_second_report() => await Window.On(await Moments.Over, async window =>
    {
        await window.OpenItem("operation-review");

        await Assertions.Expect(window.Page.Locator("[data-event=returned]")).ToContainTextAsync("The annex of the other side is missing.");
        await Assertions.Expect(window.Page.Locator(".facts")).ToContainTextAsync("Document: OPS-2020-05");
        await Assertions.Expect(window.Page.Locator(".step.done")).ToHaveCountAsync(4);
        await Assertions.Expect(window.Page.GetByText("Nothing more will be said about this item.")).ToBeVisibleAsync();
    });

    [Fact]
    public async Task has_a_way_to_now() => await Window.On(await Moments.Late, async window =>
    {
        await window.OpenItem("protocol-1");
        await Assertions.Expect(window.Page.Locator(".now")).Not.ToBeInViewportAsync();
        await window.Button("Go to now").ClickAsync();
        await Assertions.Expect(window.Page.Locator(".now")).ToBeInViewportAsync();
    });
}
