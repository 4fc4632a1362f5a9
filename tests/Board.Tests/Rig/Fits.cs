using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace FollowUp.Board.Tests.Rig;

/// <summary>Whether everybody can use what a window shows.</summary>
public static class Fits
{
    private static readonly AxeRunOptions Everything = new() { ResultTypes = [ResultType.Violations] };

    /// <summary>Nothing else of a page is different in the dark.</summary>
    private static readonly AxeRunOptions Colours = new()
    {
        ResultTypes = [ResultType.Violations],
        RunOnly = RunOnlyOptions.Rules("color-contrast", "link-in-text-block"),
    };

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
            await Colouring(window, scheme, name);
            if (Environment.GetEnvironmentVariable("FOLLOWUP_SCREENSHOTS") is { } folder)
            {
                await window.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}-{scheme}.png") });
            }
        }
    }

    /// <summary>Nothing that axe calls serious, in one of the two.</summary>
    public static async Task Colouring(Window window, ColorScheme scheme, string name)
    {
        await window.Page.EmulateMediaAsync(new() { ColorScheme = scheme });
        AxeResult found = await window.Page.RunAxe(scheme == ColorScheme.Light ? Everything : Colours);
        found.Violations.Where(violation => violation.Impact is "serious" or "critical")
            .Select(violation => $"{name} {scheme} {violation.Id}: {string.Join(", ", violation.Nodes.Select(node => node.Html))}")
            .Should().BeEmpty();
    }
}
