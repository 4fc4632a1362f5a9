using System.Text;
using FollowUp.Answers;
using FollowUp.Board.Tests.Rig;
using Microsoft.Playwright;
using NodaTime;

namespace FollowUp.Board.Tests;

/// <summary>Law 12: a signed paper goes in with the report, on the board and by a letter's link, and is read by whoever confirms.</summary>
public sealed class Evidence_on_the_board
{
    private static readonly byte[] Paper = "%PDF-1.7\nsigned"u8.ToArray();

    [Fact]
    public async Task goes_in_with_the_report_and_is_taken_by_who_reads_it()
    {
        await using RunningApp app = await Bureau.Open("life");
        await Window.On(app, new Seat(Width: 360, Height: 740, Locale: "ru-RU", Expects: "422"), async window =>
        {
            await window.Open(Bureau.Item + "life");
            await window.Main.Locator(".verb[data-verb=complete]").ClickAsync();
            await window.Main.Locator("input[name=act-kind][value=file]").CheckAsync();
            await Submit(window);
            await Assertions.Expect(window.Main.Locator("#act-file-error")).ToHaveTextAsync("Пожалуйста, выберите.");

            await Choose(window.Main.Locator("#act-file"), "подписан.pdf", "<!doctype html>");
            await Submit(window);
            await Assertions.Expect(window.Main.Locator("#act-file-error")).ToContainTextAsync("Файлы такого вида не принимаются");
            await Fits.Everyone(window, "evidence-refused");

            await Choose(window.Main.Locator("#act-file"), "подписан.pdf", Encoding.UTF8.GetString(Paper));
            await Submit(window);
            await Assertions.Expect(window.Main.Locator(".act-done")).ToBeFocusedAsync();
            ILocator file = window.Main.Locator(".evidence-files a");
            await Assertions.Expect(file).ToHaveTextAsync("подписан.pdf");
            await Fits.Everyone(window, "evidence-handed-in");
            (await Taken(window, file)).Should().Be(("подписан.pdf", Encoding.UTF8.GetString(Paper)));
        });
        (await Bureau.Journal(app, "life")).Should().Equal("evidence-added by law", "reported by law");
    }

    [Fact]
    public async Task goes_in_by_the_link_of_a_letter()
    {
        await using RunningApp app = await Bureau.Open("life");
        await Window.On(app, new Seat(Width: 360, Height: 740, Locale: "zh-CN", Expects: "422"), async window =>
        {
            await window.OpenLink(Token(app, AnswerAction.Complete, "law"));
            ILocator form = window.Main.Locator("details[data-action=complete]");
            await form.Locator("#kind-file").CheckAsync();
            await Choose(form.Locator("#complete-file"), "signed.exe", "MZ\0");
            await form.Locator("button[type=submit]").ClickAsync();
            await Assertions.Expect(form.Locator("#complete-file")).ToBeFocusedAsync();
            await Fits.Everyone(window, "evidence-link-refused");

            await Choose(form.Locator("#complete-file"), "signed.pdf", Encoding.UTF8.GetString(Paper));
            await form.Locator("button[type=submit]").ClickAsync();
            await Assertions.Expect(window.Main.Locator("#note")).ToContainTextAsync("signed.pdf");

            await window.OpenLink(Token(app, AnswerAction.Confirm, "lead"));
            await Fits.Everyone(window, "evidence-link-read");
            (await Taken(window, window.Main.Locator("button.file"))).Should().Be(("signed.pdf", Encoding.UTF8.GetString(Paper)));
        });
        (await Bureau.Journal(app, "life")).Should().Equal("evidence-added by law through letter", "reported by law through letter");
    }

    private static string Token(RunningApp app, string action, string who)
    {
        Instant from = Instant.FromDateTimeOffset(Bureau.Monday);
        return AnswerToken.Sign(new("talks", "life", action, who, 0, 0, from, from + Duration.FromDays(30)), app.Keys);
    }

    private static Task Submit(Window window) => window.Main.Locator("#act-submit").ClickAsync();

    private static Task Choose(ILocator field, string name, string content) => field.SetInputFilesAsync(
        new FilePayload { Name = name, MimeType = "application/pdf", Buffer = Encoding.UTF8.GetBytes(content) });

    private static async Task<(string Name, string Content)> Taken(Window window, ILocator file)
    {
        IDownload download = await window.Page.RunAndWaitForDownloadAsync(() => file.ClickAsync());
        using StreamReader content = new(await download.CreateReadStreamAsync());
        return (download.SuggestedFilename, await content.ReadToEndAsync(TestContext.Current.CancellationToken));
    }
}
