using Microsoft.Playwright;

namespace FollowUp.Board.Tests.Rig;

/// <summary>How somebody works at a window: they look for a thing, get to it, and press it, type into it, or choose in it.</summary>
public abstract class Hand(Window window)
{
    protected Window Window { get; } = window;

    protected IKeyboard Keyboard => Window.Page.Keyboard;

    public static Hand Of(Window window, bool hasMouse) => hasMouse ? new MouseHand(window) : new KeyboardHand(window);

    /// <summary>A link, a button or a fold.</summary>
    public abstract Task Press(ILocator thing);

    /// <summary>A line of a list that drops down.</summary>
    public abstract Task Choose(ILocator list, string line);

    /// <summary>One of several that exclude each other.</summary>
    public abstract Task Pick(ILocator radio);

    /// <summary>Whatever stands in the field is replaced.</summary>
    public async Task Write(ILocator field, string text)
    {
        await Begin(field);
        await Keyboard.TypeAsync(text);
        await Assertions.Expect(field).ToHaveValueAsync(text);
    }

    /// <summary>In the browser's own order, whatever the page's language.</summary>
    public async Task Date(ILocator field, DateOnly day)
    {
        await BeginDate(field);
        await Keyboard.TypeAsync($"{day:MMddyyyy}");
        await Assertions.Expect(field).ToHaveValueAsync($"{day:yyyy-MM-dd}");
    }

    /// <summary>Gets to where one can type, with what stands there chosen.</summary>
    protected abstract Task Begin(ILocator field);

    /// <summary>The same, in the part of a date that comes first.</summary>
    protected abstract Task BeginDate(ILocator field);
}
