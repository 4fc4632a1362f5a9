using FollowUp.Board.Tests.Rig;
using Microsoft.Playwright;

namespace FollowUp.Board.Tests;

public sealed class The_keyboard
{
    /// <summary>More stops than this on one page are a trap.</summary>
    private const int StopsMax = 100;

    /// <summary>What is still scrolling into view is not there yet.</summary>
    private static readonly Seat Still = new(IsStill: true);

    /// <summary>Where the focus is: the place among all that can take it, and whether that can be seen; null outside the page.</summary>
    private const string Stop =
        """
        all => {
          const one = document.activeElement;
          const style = getComputedStyle(one);
          const box = one.getBoundingClientRect();
          const seen = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2
            && box.bottom > 0 && box.top < innerHeight;
          return { place: all.indexOf(one), what: one.outerHTML.slice(0, 100), seen };
        }
        """;

    [Fact]
    public async Task reaches_everything_on_the_board_and_shows_where_it_is() =>
        await Window.On(await Moments.Late, Still, async window => await ReachesAll(await window.Open()));

    [Fact]
    public async Task reaches_everything_on_an_items_page_and_shows_where_it_is() =>
        await Window.On(await Moments.Late, Still, async window => await ReachesAll(await window.OpenItem("protocol-1")));

    [Fact]
    public async Task skips_to_the_content_first() => await Window.On(await Moments.Late, async window =>
    {
        await window.Open();
        await window.Page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(window.Page.GetByText("Skip to the content")).ToBeInViewportAsync();
        await window.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(window.Main).ToBeFocusedAsync();
    });

    private static async Task ReachesAll(Window window)
    {
        ILocator all = window.Page.Locator("a[href]:visible, button:visible, summary:visible, input:visible, pre:visible");
        HashSet<int> reached = [];
        for (int stop = 0; stop < StopsMax; stop++)
        {
            await window.Page.Keyboard.PressAsync("Tab");
            Focus focus = await all.EvaluateAllAsync<Focus>(Stop);
            if (focus.Place >= 0)
            {
                focus.Seen.Should().BeTrue($"the focus must be seen on {focus.What}");
                if (!reached.Add(focus.Place))
                {
                    break;
                }
            }
        }

        reached.Should().HaveCount(await all.CountAsync());
    }

    private sealed record Focus
    {
        public int Place { get; init; }
        public string What { get; init; } = "";
        public bool Seen { get; init; }
    }
}
