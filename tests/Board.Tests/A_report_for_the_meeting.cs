using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using FollowUp.Board.Tests.Rig;
using Microsoft.Playwright;

namespace FollowUp.Board.Tests;

/// <summary>What was agreed and how it stands, in two languages side by side; the next report begins where this one ended.</summary>
public sealed class A_report_for_the_meeting
{
    private const string Page = "#/agreements/2019-11-21-beijing/report";

    [Fact]
    public async Task is_asked_for_without_a_mouse_and_comes_on_both_papers() =>
        await Window.On(await Moments.Waiting, new Seat(Expects: "422"), async window =>
    {
        await window.Open("#/agreements/2019-11-21-beijing");
        await window.Page.GetByRole(AriaRole.Link, new() { Name = "Report for the meeting" }).PressAsync("Enter");
        await Assertions.Expect(window.Main.Locator("h1")).ToBeFocusedAsync();
        await Assertions.Expect(window.Field("Changes since")).ToHaveValueAsync("");
        await window.Field("Next meeting").FillAsync("2020-09-30");
        await window.Field("Left column").SelectOptionAsync("ru");
        await window.Field("Right column").SelectOptionAsync("ru");
        await window.Field("Next meeting").PressAsync("Enter");
        await Assertions.Expect(window.Main.Locator(".error", new() { HasText = "Choose two different languages" })).ToBeVisibleAsync();
        await Fits.Colouring(window, ColorScheme.Dark, "report-fault");

        await window.Field("Left column").SelectOptionAsync("zh");
        await window.Button("Make the report").PressAsync("Enter");
        ILocator open = window.Page.GetByRole(AriaRole.Link, new() { Name = "Open to read and print" });
        await Assertions.Expect(open).ToBeFocusedAsync();
        await Assertions.Expect(window.Main.GetByRole(AriaRole.Status)).ToContainTextAsync("6 items");
        await Fits.Colouring(window, ColorScheme.Light, "report-ready");
        await window.Look("report-form");

        IPage paper = await window.Page.Context.RunAndWaitForPageAsync(() => open.PressAsync("Enter"));
        await Assertions.Expect(paper.Locator("h1")).ToHaveTextAsync(["议定事项落实情况报告", "Справка о выполнении договорённостей"]);
        IDownload file = await window.Page.RunAndWaitForDownloadAsync(
            () => window.Page.GetByRole(AriaRole.Link, new() { Name = "Save as a Word document" }).PressAsync("Enter"));
        file.SuggestedFilename.Should().Be("report-2019-11-21-beijing-2020-07-08-zh-ru.docx");

        // The next one goes on from there; nobody but this browser remembers it (law 17).
        await window.Page.ReloadAsync();
        await Assertions.Expect(window.Field("Changes since")).ToHaveValueAsync("2020-07-08T05:00");
        await window.Button("Make the report").PressAsync("Enter");
        await Assertions.Expect(window.Main.Locator(".error", new() { HasText = "must lie before" })).ToBeVisibleAsync();
    });

    /// <summary>The papers of the demo themselves; whoever sets BOARD_LOOKS has them to look at.</summary>
    [Theory]
    [InlineData("zh,ru")]
    [InlineData("en,zh")]
    [InlineData("en,ru")]
    public async Task of_the_demo_is_valid_in(string languages)
    {
        RunningApp app = await Moments.Waiting;
        string call = $"/api/agreements/2019-11-21-beijing/report?since=2020-05-01T00:00:00Z&nextMeeting=2020-09-30&languages={languages}";
        CancellationToken cancel = TestContext.Current.CancellationToken;
        byte[] docx = await app.Http.GetByteArrayAsync($"{call}&format=docx", cancel);
        byte[] html = await app.Http.GetByteArrayAsync($"{call}&format=html", cancel);

        using (WordprocessingDocument document = WordprocessingDocument.Open(new MemoryStream(docx), isEditable: false))
        {
            new OpenXmlValidator().Validate(document, cancel).Select(fault => $"{fault.Path?.XPath}: {fault.Description}")
                .Should().BeEmpty();
        }

        if (Environment.GetEnvironmentVariable("BOARD_LOOKS") is { Length: > 0 } folder)
        {
            await File.WriteAllBytesAsync(Path.Combine(folder, $"report-{languages}.docx"), docx, cancel);
            await File.WriteAllBytesAsync(Path.Combine(folder, $"report-{languages}.html"), html, cancel);
        }
    }

    [Fact]
    public async Task reads_well_on_a_narrow_screen() => await Window.On(await Moments.Waiting, new Seat(360, 800), async window =>
    {
        await window.Open(Page);
        (await window.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth")).Should().BeTrue();
        await window.Look("report-narrow");
    });
}
