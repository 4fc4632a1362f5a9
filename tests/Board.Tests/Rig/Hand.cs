using Microsoft.Playwright;

namespace FollowUp.Board.Tests.Rig;

/// <summary>How somebody presses and types: by the mouse, or by the keyboard alone.</summary>
public sealed class Hand(Window window, bool hasMouse)
{
    /// <summary>More stops than this on the way to a thing are a trap, or it is not there.</summary>
    private const int StopsMax = 60;

    private readonly IKeyboard keyboard = window.Page.Keyboard;

    public async Task Press(string selector)
    {
        await Reach(selector);
        if (!hasMouse)
        {
            await keyboard.PressAsync("Enter");
        }
    }

    /// <summary>A radio button: by keyboard, with the arrows from the one that has the focus.</summary>
    public async Task Choose(string group, string value)
    {
        ILocator wanted = window.Main.Locator($"input[name=act-{group}][value='{value}']");
        if (hasMouse)
        {
            await wanted.ClickAsync();
            return;
        }

        await Reach($"input[name=act-{group}]");
        await keyboard.PressAsync("Space");
        for (int n = 0; n < 5 && !await wanted.IsCheckedAsync(); n++)
        {
            await keyboard.PressAsync("ArrowDown");
        }

        await Assertions.Expect(wanted).ToBeCheckedAsync();
    }

    public async Task Write(string field, string text)
    {
        await Reach($"#act-{field}");
        await keyboard.TypeAsync(text);
    }

    /// <summary>A date, in the browser's own order, whatever the page's language; by mouse as its calendar fills it in.</summary>
    public async Task Date(string field, DateOnly date)
    {
        if (hasMouse)
        {
            await window.Main.Locator($"#act-{field}").FillAsync($"{date:yyyy-MM-dd}");
            return;
        }

        await Reach($"#act-{field}");
        await keyboard.TypeAsync($"{date:MMddyyyy}");
        await Assertions.Expect(window.Main.Locator($"#act-{field}")).ToHaveValueAsync($"{date:yyyy-MM-dd}");
    }

    private async Task Reach(string selector)
    {
        if (hasMouse)
        {
            await window.Main.Locator(selector).First.ClickAsync();
            return;
        }

        await Assertions.Expect(window.Main.Locator(selector).First).ToBeVisibleAsync();
        for (int stop = 0; stop < StopsMax; stop++)
        {
            if (await window.Page.EvaluateAsync<bool>("selector => document.activeElement.matches(selector)", selector))
            {
                return;
            }

            await keyboard.PressAsync("Tab");
        }

        throw new InvalidOperationException($"Tab does not lead to {selector}.");
    }
}
