using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(FollowUp.Board.Tests.Rig.Chromium))]

namespace FollowUp.Board.Tests.Rig;

/// <summary>The one browser of the test run: Debian's, since Playwright's own cannot be downloaded everywhere.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private const string Program = "/usr/bin/chromium";

    /// <summary>Milliseconds. Two cores may have more to do than this page.</summary>
    private const int Patience = 20_000;

    private static IPlaywright? playwright;
    private static IBrowser? browser;

    public static IBrowser Browser => browser ?? throw new InvalidOperationException(
        $"There is no {Program}. Install it with: apt-get update && apt-get install -y chromium");

    public async ValueTask InitializeAsync()
    {
        if (!File.Exists(Program))
        {
            return; // Each test that needs it says so.
        }

        Assertions.SetDefaultExpectTimeout(Patience);
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Program,
            // A process for each window, and drawing for eyes that are not there, took a fourth of the run.
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync",
                "--no-first-run",
                "--disable-software-rasterizer", "--disable-extensions", "--disable-smooth-scrolling", "--process-per-site",
            ],
        });
    }

    public async ValueTask DisposeAsync()
    {
        await (browser?.DisposeAsync() ?? ValueTask.CompletedTask);
        playwright?.Dispose();
    }
}
