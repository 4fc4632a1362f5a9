using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace FollowUp.Board.Tests.Rig;

/// <summary>Whether everybody can use what a window shows.</summary>
public static class Fits
{
    /// <summary>Nothing stands beside the screen.</summary>
    public static async Task Screen(Window window, string name) =>
        (await window.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"))
            .Should().BeLessThanOrEqualTo(window.Page.ViewportSize!.Width, name);

    /// <summary>Nor is there anything that axe calls serious, in light and in the dark.</summary>
    public static async Task Everyone(Window window, string name)
    {
        await Screen(window, name);
        foreach (ColorScheme scheme in new[] { ColorScheme.Dark, ColorScheme.Light })
        {
            await window.Page.EmulateMediaAsync(new() { ColorScheme = scheme });
            AxeResult found = await window.Page.RunAxe(new AxeRunOptions { ResultTypes = [ResultType.Violations] });
            found.Violations.Where(violation => violation.Impact is "serious" or "critical")
                .Select(violation => $"{name} {scheme} {violation.Id}: {string.Join(", ", violation.Nodes.Select(node => node.Html))}")
                .Should().BeEmpty();
            if (Environment.GetEnvironmentVariable("FOLLOWUP_SCREENSHOTS") is { } folder)
            {
                await window.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}-{scheme}.png") });
            }
        }
    }
}
