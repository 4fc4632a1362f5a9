using FollowUp.Board.Tests.Rig;
using Microsoft.Playwright;

namespace FollowUp.Board.Tests;

public sealed class Words_of_strangers
{
    [Fact]
    public async Task stay_text_on_the_board() => await Window.On(await Moments.AfterAnOutage, async window =>
    {
        await window.Open();

        await Assertions.Expect(window.Card(Outage.Image).GetByRole(AriaRole.Heading)).ToHaveTextAsync(Outage.Image);
        await Assertions.Expect(window.Card(Outage.Image).Locator(".source a")).ToHaveTextAsync(Outage.Address);
        await Assertions.Expect(window.Card(Outage.Image).Locator(".facts").First).ToContainTextAsync(Outage.Name);
        await NothingWasObeyed(window);
    });

    [Fact]
    public async Task stay_text_on_an_items_page() => await Window.On(await Moments.AfterAnOutage, async window =>
    {
        await window.Open(Outage.Item + "handed-in");

        await Assertions.Expect(window.Page.Locator("blockquote")).ToHaveTextAsync(Outage.Code);
        await Assertions.Expect(window.Page.Locator(".facts bdi").Filter(new() { HasText = Outage.Address })).ToBeVisibleAsync();
        await NothingWasObeyed(window);
    });

    [Fact]
    public async Task stay_text_in_an_agreements_page_and_title() => await Window.On(await Moments.AfterAnOutage, async window =>
    {
        await window.Open("#/agreements/odd");

        await Assertions.Expect(window.Page).ToHaveTitleAsync($"{Outage.Address} · FollowUp");
        await NothingWasObeyed(window);
    });

    [Fact]
    public async Task stay_text_where_they_are_reasons() => await Window.On(await Moments.AfterDetours, async window =>
    {
        await window.Open();
        await Assertions.Expect(window.Card("Hear from").Locator(".since bdi")).ToHaveTextAsync(Detours.Reason);

        await window.Open(Detours.Item + "third");
        await Assertions.Expect(window.Page.Locator(".changes .text")).ToHaveTextAsync(Detours.Reason);
        await Assertions.Expect(window.Page.Locator("[data-event=waiting] .text")).ToHaveTextAsync(Detours.Reason);
        await NothingWasObeyed(window);
    });

    [Fact]
    public async Task in_an_address_lead_nowhere() => await Window.On(await Moments.AfterAnOutage, new Seat(Expects: "404"), async window =>
    {
        await window.Open($"#/agreements/{Uri.EscapeDataString(Outage.Image)}/items/x");

        await Assertions.Expect(window.Page.GetByRole(AriaRole.Heading, new() { Level = 1 }))
            .ToHaveTextAsync("There is nothing at this address");
        await NothingWasObeyed(window);
    });

    /// <summary>
    /// Arabs and Israelis have their names as they read them; and a name that turns the direction of writing turns nothing after it.
    /// </summary>
    [Theory]
    [InlineData("שרה כהן 7")]
    [InlineData("fine \u202Eelif")]
    [InlineData("a\u2069\u202Eb")]
    public async Task turn_no_sentence_that_they_stand_in(string name) => await Window.On(await Moments.AfterAnOutage, async window =>
    {
        await window.Open();

        bool isInOrder = await window.Page.EvaluateAsync<bool>(
            """
            async name => {
              const { translate } = await import('/board/text/i18n.js');
              const { People } = await import('/board/people/people.js');
              const who = new People([{ id: 'one', name }]).name('one');
              const line = document.querySelector('main').appendChild(document.createElement('p'));
              const isInOrder = words => {
                line.replaceChildren(words);
                const [first, second] = ['123', '(456)'].map(part => {
                  const range = document.createRange();
                  range.setStart(line.firstChild, words.lastIndexOf(part));
                  range.setEnd(line.firstChild, words.lastIndexOf(part) + part.length);
                  return range.getBoundingClientRect();
                });
                return first.right <= second.left;
              };
              return [translate('change.askedBy', { who: name, date: '123 (456)' }), `before ${who} 123 (456)`].every(isInOrder)
                && !isInOrder(`before ${name} 123 (456)`);
            }
            """,
            name);

        isInOrder.Should().BeTrue("by itself it would turn what stands after it, and set apart it does not");
    });

    private static async Task NothingWasObeyed(Window window)
    {
        await Assertions.Expect(window.Main.Locator("img, svg, script, [onerror], [onload], a[href^='javascript' i]")).ToHaveCountAsync(0);
        (await window.Page.EvaluateAsync<bool>("'obeyed' in window")).Should().BeFalse();
    }
}
