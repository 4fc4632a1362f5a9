using FollowUp.Board.Tests.Rig;
using Microsoft.Playwright;

namespace FollowUp.Board.Tests;

/// <summary>
/// Between what is sent and its answer, its reader goes on: the answer finds them, and disturbs nothing that they do by then.
/// </summary>
public sealed class An_answer_that_comes_late
{
    private const string Words = "Two of three articles are settled.";

    [Fact]
    public async Task is_said_in_the_language_that_is_shown_by_then()
    {
        await using RunningApp app = await Bureau.Open("life");
        await Window.On(app, new Seat(Expects: "ERR_FAILED"), async window =>
        {
            TaskCompletionSource answers = await Send(window, route => route.AbortAsync());
            await window.Button("中文").ClickAsync();
            await Assertions.Expect(window.Main.Locator("#act-submit")).ToHaveAttributeAsync("aria-disabled", "true");
            answers.SetResult();
            await Assertions.Expect(window.Main.Locator(".act-trouble")).ToContainTextAsync("未收到答复");
            await Assertions.Expect(window.Main.Locator("#act-text")).ToHaveValueAsync(Words);
        });
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task takes_nothing_from_whoever_types_elsewhere(bool isOtherItem)
    {
        await using RunningApp app = await Bureau.Open("life", "other");
        await Window.On(app, new Seat(IsStill: true), async window =>
        {
            TaskCompletionSource answers = await Send(window, route => route.ContinueAsync());
            ILocator reason = window.Main.Locator("#act-reason");
            if (isOtherItem)
            {
                await window.Page.EvaluateAsync($"location.hash = '{Bureau.Item}other?act=suspend'");
            }
            else
            {
                await window.Button("Wait for the other side").ClickAsync();
            }

            await Assertions.Expect(reason).ToBeFocusedAsync();
            await reason.FillAsync("Their draft is missing.");
            await reason.EvaluateAsync("one => { one.setSelectionRange(3, 3); one.isTheSame = true; }");
            answers.SetResult();
            await Assertions.Expect(window.Page.Locator(".late-news")).ToContainTextAsync("Recorded meanwhile: Report progress.");
            await Assertions.Expect(reason).ToBeFocusedAsync();
            (await reason.EvaluateAsync<bool>("one => one.isTheSame && one.selectionStart === 3")).Should().BeTrue();
            await Fits.Everyone(window, $"late-{isOtherItem}");
            await window.Page.Locator(".late-news a").ClickAsync();
            await Assertions.Expect(window.Main.Locator(".timeline")).ToContainTextAsync(Words);
        });
        (await Bureau.Journal(app, "life")).Should().Equal("progress by law");
    }

    /// <summary>Sends some words; what becomes of the call waits until the test says so.</summary>
    private static async Task<TaskCompletionSource> Send(Window window, Func<IRoute, Task> then)
    {
        TaskCompletionSource answers = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await window.Page.RouteAsync("**/progress", async route =>
        {
            await answers.Task;
            await then(route);
        });
        await window.Open($"{Bureau.Item}life?act=progress");
        await window.Main.Locator("#act-text").FillAsync(Words);
        await window.Main.Locator("#act-submit").ClickAsync();
        return answers;
    }
}
