using FollowUp.Board.Tests.Rig;

namespace FollowUp.Board.Tests;

public sealed class A_narrow_screen
{
    private static readonly Seat Narrow = new(Width: 360, Height: 740);

    [Theory]
    [InlineData("en-GB")]
    [InlineData("zh-CN")]
    [InlineData("ru-RU")]
    public async Task never_scrolls_sideways(string locale) =>
        await Window.On(await Moments.Late, Narrow with { Locale = locale }, async window =>
    {
        await HasNothingBeside(await window.Open());
        await HasNothingBeside(await window.OpenItem("protocol-1"));
        foreach (string hash in new[] { "#/agreements/2019-11-21-beijing", "#/people", "#/people/nia-law", "#/plans", "#/plans/default",
            "#/calendars/CN" })
        {
            await HasNothingBeside(await window.Open(hash));
            await window.Look($"narrow-{hash[2..].Replace('/', '-')}-{locale}");
        }
    });

    [Theory]
    [InlineData("en-GB")]
    [InlineData("zh-CN")]
    [InlineData("ru-RU")]
    public async Task never_scrolls_sideways_for_all_that_changed(string locale) =>
        await Window.On(await Moments.AfterDetours, Narrow with { Locale = locale }, async window =>
    {
        await HasNothingBeside(await window.Open());
        await HasNothingBeside(await window.Open("#/register?q=articles"));
        await HasNothingBeside(await window.Open("#/agreements/detours"));
        foreach (string item in new[] { "articles", "experts", "signature", "meeting", "islands" })
        {
            await HasNothingBeside(await window.Open(Detours.Item + item));
        }
    });

    [Fact]
    public async Task never_scrolls_sideways_for_what_strangers_wrote() =>
        await Window.On(await Moments.AfterAnOutage, Narrow, async window =>
    {
        await HasNothingBeside(await window.Open());
        await HasNothingBeside(await window.Open(Outage.Item + "handed-in"));
    });

    [Theory]
    [InlineData("en-GB")]
    [InlineData("zh-CN")]
    [InlineData("ru-RU")]
    public async Task never_scrolls_sideways_when_it_is_empty(string locale) =>
        await Window.On(await Moments.Empty, Narrow with { Locale = locale }, async window =>
    {
        foreach (string hash in new[] { "#/", "#/new", "#/words" })
        {
            await HasNothingBeside(await window.Open(hash));
            await window.Page.Locator("details").EvaluateAllAsync<object?>("all => all.forEach(fold => { fold.open = true; })");
            await HasNothingBeside(window);
            await window.Look($"narrow-{hash[2..]}-{locale}");
        }
    });

    private static async Task HasNothingBeside(Window window) =>
        (await window.Page.EvaluateAsync<int>("document.documentElement.scrollWidth")).Should().BeLessThanOrEqualTo(360);
}
