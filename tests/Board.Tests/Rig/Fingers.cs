using Microsoft.Playwright;

namespace FollowUp.Board.Tests.Rig;

/// <summary>Somebody who has a keyboard and nothing else: Tab until what they look for has the focus, then type.</summary>
public sealed class Fingers(IPage page)
{
    /// <summary>More stops than this on the way to a thing are a trap, or it is not there.</summary>
    private const int StopsMax = 150;

    /// <summary>What a reader of the screen would call the thing that has the focus.</summary>
    private const string Name =
        """
        () => {
          const one = document.activeElement;
          const label = one.labels?.[0]?.textContent ?? one.getAttribute('aria-label') ?? one.textContent;
          return label.trim();
        }
        """;

    /// <summary>Tabs on to the next thing of that name.</summary>
    public async Task To(string name)
    {
        List<string> passed = [];
        for (int stop = 0; stop < StopsMax; stop++)
        {
            await page.Keyboard.PressAsync("Tab");
            string reached = await page.EvaluateAsync<string>(Name);
            if (reached == name)
            {
                return;
            }

            passed.Add(reached);
        }

        throw new InvalidOperationException($"Nothing that Tab leads to is called “{name}”, only: {string.Join(" · ", passed)}");
    }

    /// <summary>Whatever stands there is replaced, as it is when one tabs to it.</summary>
    public async Task Write(string name, string text)
    {
        await To(name);
        await page.Keyboard.TypeAsync(text);
    }

    public async Task Press(string name, string key = "Enter")
    {
        await To(name);
        await page.Keyboard.PressAsync(key);
    }

    /// <summary>Types on where the focus is.</summary>
    public Task Go(string text) => page.Keyboard.TypeAsync(text);
}
