using Microsoft.Playwright;

namespace FollowUp.Board.Tests.Rig;

/// <summary>Somebody who has a keyboard and nothing else: Tab, forwards or back, until what they look for has the focus.</summary>
public sealed class KeyboardHand(Window window) : Hand(window)
{
    /// <summary>More stops than this on the way to a thing are a trap, or it is not there.</summary>
    private const int StopsMax = 80;

    private const string Where =
        """
        wanted => {
          const one = document.activeElement;
          const name = one.labels?.[0]?.textContent ?? one.getAttribute('aria-label') ?? one.textContent;
          return {
            isThere: one === wanted, isNowhere: one === document.body, isGone: !wanted.isConnected,
            isPast: Boolean(one.compareDocumentPosition(wanted) & Node.DOCUMENT_POSITION_PRECEDING),
            name: `${one.localName} ${name.trim().slice(0, 40)}`,
          };
        }
        """;

    private const string Lines = "list => ({ at: list.selectedIndex, all: [...list.options].map(one => one.text) })";

    private int loadsSeen = -1;

    public override async Task Press(ILocator thing)
    {
        await Reach(thing);
        await Keyboard.PressAsync("Enter");
    }

    public override async Task Choose(ILocator list, string line)
    {
        await Reach(list);
        Dropped dropped = await list.EvaluateAsync<Dropped>(Lines);
        int wanted = Array.IndexOf(dropped.All, line);
        wanted.Should().BeGreaterThanOrEqualTo(0, $"“{line}” must be among {string.Join(" · ", dropped.All)}");
        for (int at = dropped.At; at != wanted; at += Math.Sign(wanted - at))
        {
            await Keyboard.PressAsync(at < wanted ? "ArrowDown" : "ArrowUp");
        }

        (await list.EvaluateAsync<Dropped>(Lines)).At.Should().Be(wanted);
    }

    public override async Task Pick(ILocator radio)
    {
        string group = (await radio.GetAttributeAsync("name"))!;
        ILocator all = Window.Main.Locator($"input[name='{group}']");
        ILocator @checked = Window.Main.Locator($"input[name='{group}']:checked");
        // Tab stops once in a group: at what is chosen, or at its first.
        await Reach(await @checked.CountAsync() > 0 ? @checked : all.First);
        await Keyboard.PressAsync("Space");
        for (int n = 0; n < await all.CountAsync() && !await radio.IsCheckedAsync(); n++)
        {
            await Keyboard.PressAsync("ArrowDown");
        }

        await Assertions.Expect(radio).ToBeCheckedAsync();
    }

    protected override Task Begin(ILocator field) => Reach(field);

    protected override Task BeginDate(ILocator field) => Reach(field);

    private async Task Reach(ILocator wanted)
    {
        await Assertions.Expect(wanted).ToBeVisibleAsync();
        IElementHandle there = await wanted.ElementHandleAsync();
        Stop stop = await there.EvaluateAsync<Stop>(Where);
        (stop.IsNowhere && loadsSeen == Window.Loads).Should().BeFalse($"the focus was lost on the way to {wanted}");
        loadsSeen = Window.Loads;
        string key = stop.IsPast && !stop.IsNowhere ? "Shift+Tab" : "Tab";
        List<string> passed = [stop.Name];
        while (!stop.IsThere && passed.Count <= StopsMax)
        {
            await Keyboard.PressAsync(key);
            there = stop.IsGone ? await wanted.ElementHandleAsync() : there;
            stop = await there.EvaluateAsync<Stop>(Where);
            passed.Add(stop.Name);
        }

        stop.IsThere.Should().BeTrue($"{key} must lead to {wanted} within {StopsMax} stops; it went by {string.Join(" · ", passed)}");
    }

    private sealed record Dropped
    {
        public int At { get; init; }
        public string[] All { get; init; } = [];
    }

    private sealed record Stop
    {
        public bool IsThere { get; init; }
        public bool IsNowhere { get; init; }
        public bool IsGone { get; init; }
        public bool IsPast { get; init; }
        public string Name { get; init; } = "";
    }
}
