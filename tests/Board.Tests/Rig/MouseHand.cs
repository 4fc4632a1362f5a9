using Microsoft.Playwright;

namespace FollowUp.Board.Tests.Rig;

/// <summary>Somebody who points and clicks, and types only into what they clicked on.</summary>
public sealed class MouseHand(Window window) : Hand(window)
{
    /// <summary>Pixels from the left edge: where the first part of a date stands.</summary>
    private const int FirstPart = 16;

    public override Task Press(ILocator thing) => thing.ClickAsync();

    /// <summary>
    /// The browser draws the lines outside the page, where nothing that drives it can point; that the list itself can be is tried.
    /// </summary>
    public override async Task Choose(ILocator list, string line)
    {
        await list.ClickAsync(new() { Trial = true });
        await list.SelectOptionAsync(line);
    }

    public override Task Pick(ILocator radio) => radio.ClickAsync();

    protected override Task Begin(ILocator field) => field.ClickAsync(new() { ClickCount = 3 });

    protected override Task BeginDate(ILocator field) => field.ClickAsync(new() { Position = new() { X = FirstPart, Y = FirstPart } });
}
