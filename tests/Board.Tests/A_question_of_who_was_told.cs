using FollowUp.Board.Tests.Rig;
using FollowUp.Proof;
using Microsoft.Playwright;

namespace FollowUp.Board.Tests;

/// <summary>Laws 3 and 19 for whoever has to show it to others: a page that can be printed, and a file that can be checked.</summary>
public sealed class A_question_of_who_was_told
{
    [Fact]
    public async Task is_answered_on_a_page_that_can_be_put_to_the_file() => await Window.On(await Moments.Late, async window =>
    {
        await window.Open("#/people/nia-law");
        await window.Main.GetByRole(AriaRole.Link, new() { Name = "Was somebody told?" }).PressAsync("Enter");
        await window.Heading("Was somebody told?");
        await Assertions.Expect(window.Field("Person")).ToHaveValueAsync("nia-law");
        await window.Field("Day").FillAsync("2020-05-29");
        await window.Button("Look it up").PressAsync("Enter");

        await Assertions.Expect(window.Main.Locator("#verdict")).ToContainTextAsync(
            "was told on 29 May 2020, in 1 notice.");
        ILocator told = window.Main.Locator(".told-notice[data-answer=told]");
        await Assertions.Expect(told).ToContainTextAsync("@");
        await Assertions.Expect(told).ToContainTextAsync("of the journal of 2019-11-21-beijing:");
        await Fits.Everyone(window, "told");
        await window.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await Assertions.Expect(window.Main.Locator("form")).ToBeHiddenAsync();
        await Assertions.Expect(told).ToBeVisibleAsync();

        await window.Page.EmulateMediaAsync(new() { Media = Media.Screen });
        await window.Button("中文").ClickAsync();
        await Assertions.Expect(window.Main.Locator("#verdict")).ToContainTextAsync("共 1 项通知");
        await window.Button("Русский").ClickAsync();
        await Assertions.Expect(window.Main.Locator("#verdict")).ToContainTextAsync("передано 1 уведомление");
    });

    [Fact]
    public async Task is_proven_by_a_file_that_the_page_of_an_agreement_gives_out() => await Window.On(await Moments.Late, async window =>
    {
        await window.Open("#/agreements/2019-11-21-beijing");
        await window.Main.GetByText("Take it along as a file").ClickAsync();
        ILocator proof = window.Main.GetByRole(AriaRole.Link, new() { Name = "Proof: journal and ledger" });
        IDownload file = await window.Page.RunAndWaitForDownloadAsync(() => proof.ClickAsync());

        file.SuggestedFilename.Should().Be("2019-11-21-beijing-proof.json");
        using MemoryStream content = new();
        await using Stream read = await file.CreateReadStreamAsync();
        await read.CopyToAsync(content, TestContext.Current.CancellationToken);
        ProofResult result = ProofFile.Verify(content.ToArray());
        result.Findings.Should().BeEmpty();
        result.SealedRows.Should().BeGreaterThan(20);
    });
}
