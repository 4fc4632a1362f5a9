using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace FollowUp.Board.Tests.Rig;

/// <summary>Whether everybody can use what a window shows.</summary>
public static class Fits
{
    private static readonly int[] Widths = [360, 768, 1280, 1920];

    /// <summary>
    /// Run in the page itself: for pages of one frame its own driver opens another page each time, and reads axe three times.
    /// </summary>
    private const string Axe =
        """
        async rules => {
          const only = rules.length > 0 ? { runOnly: { type: 'rule', values: rules } } : {};
          const { violations } = await axe.run(document, { resultTypes: ['violations'], ...only });
          return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
            .map(({ id, nodes }) => `${id}: ${nodes.map(node => node.html).join(', ')}`);
        }
        """;

    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    private static readonly string[] Everything = [];

    /// <summary>Nothing else of a page is different in the dark.</summary>
    private static readonly string[] Colours = ["color-contrast", "link-in-text-block"];

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

    /// <summary>The same as it stands, in the light; where it is worth it, in the dark as well.</summary>
    public static async Task Here(Window window, string name, bool alsoInTheDark)
    {
        await Screen(window, name);
        if (alsoInTheDark)
        {
            await Colouring(window, ColorScheme.Dark, name);
        }

        await Colouring(window, ColorScheme.Light, name);
        if (Environment.GetEnvironmentVariable("FOLLOWUP_SCREENSHOTS") is { } folder)
        {
            await Photograph(window, Path.Combine(folder, name));
        }
    }

    /// <summary>Nothing that axe calls serious, in one of the two.</summary>
    public static async Task Colouring(Window window, ColorScheme scheme, string name)
    {
        await window.Page.EmulateMediaAsync(new() { ColorScheme = scheme });
        if (!await window.Page.EvaluateAsync<bool>("typeof axe === 'object'"))
        {
            await window.Page.EvaluateAsync(Script);
        }

        string[] found = await window.Page.EvaluateAsync<string[]>(Axe, scheme == ColorScheme.Light ? Everything : Colours);
        found.Should().BeEmpty($"{name} {scheme}");
    }

    /// <summary>From the phone to the screen on the wall, for whoever wants to look at it.</summary>
    private static async Task Photograph(Window window, string path)
    {
        PageViewportSizeResult seat = window.Page.ViewportSize!;
        foreach (int width in Widths)
        {
            await window.Page.SetViewportSizeAsync(width, seat.Height);
            foreach (ColorScheme scheme in new[] { ColorScheme.Dark, ColorScheme.Light })
            {
                await window.Page.EmulateMediaAsync(new() { ColorScheme = scheme });
                await window.Page.ScreenshotAsync(new() { Path = $"{path}-{width}-{scheme}.png", FullPage = true });
            }
        }

        await window.Page.SetViewportSizeAsync(seat.Width, seat.Height);
    }
}
