using System.Globalization;
using FollowUp.Board.Tests.Rig;
using Microsoft.Playwright;

namespace FollowUp.Board.Tests;

/// <summary>
/// What the browser measures among ten thousand items. Not part of a run, for it says how fast this machine is: ask for it by
/// <c>-explicit only</c>.
/// </summary>
public sealed class A_register_of_ten_thousand
{
    private const int Count = 10_000;

    /// <summary>Notes every task that keeps the page from answering for 50 ms.</summary>
    private const string Watch =
        """
        window.long = [];
        new PerformanceObserver(list => window.long.push(...list.getEntries().map(one => Math.round(one.duration))))
            .observe({ type: 'longtask' });
        """;

    /// <summary>From a choice to the list that answers it.</summary>
    private const string Choose =
        """
        ([id, value]) => new Promise(done => {
          const results = document.querySelector('.results');
          const begun = performance.now();
          new MutationObserver((_, watcher) => { watcher.disconnect(); requestAnimationFrame(() => done(performance.now() - begun)); })
            .observe(results, { childList: true });
          const field = document.getElementById(id);
          field.value = value;
          field.dispatchEvent(new Event('change'));
        })
        """;

    /// <summary>Down as far as lists grow in fifteen seconds, a screen a frame.</summary>
    private const string Scroll =
        """
        () => new Promise(done => {
          const end = performance.now() + 15000;
          window.long.length = 0;
          const step = () => {
            scrollBy(0, innerHeight / 2);
            performance.now() < end ? requestAnimationFrame(step) : done(document.querySelectorAll('.slip').length);
          };
          step();
        })
        """;

    [Fact(Explicit = true)]
    public async Task is_measured()
    {
        await using RunningApp app = await Archive.Of(Count);
        ITestOutputHelper output = TestContext.Current.TestOutputHelper!;
        await Window.On(app, async window =>
        {
            await window.Page.AddInitScriptAsync(Watch);
            await window.Open("#/register");
            foreach (string view in new[] { "#/", "#/register", $"#/agreements/{Archive.LateAgreement(Count)}" })
            {
                await window.Page.GotoAsync("about:blank");
                long before = System.Diagnostics.Stopwatch.GetTimestamp();
                await window.Open(view);
                output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"{view}: read after {System.Diagnostics.Stopwatch.GetElapsedTime(before).TotalMilliseconds:0} ms"));
                output.WriteLine($"  long tasks: {await window.Page.EvaluateAsync<string>("window.long.join(' ')")}");
            }

            await window.Open("#/register");
            foreach ((string field, string value) in new[]
            {
                ("register-kind", "visit"), ("register-owner", "unit"), ("register-sort", "title"), ("register-kind", ""),
                ("register-sort", "urgency"), ("register-owner", ""),
            })
            {
                double took = await window.Page.EvaluateAsync<double>(Choose, new[] { field, value });
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{field}={value}: {took:0} ms"));
            }

            int cards = await window.Page.EvaluateAsync<int>(Scroll);
            output.WriteLine(
                $"scrolled over {cards} cards; long tasks: {await window.Page.EvaluateAsync<string>("window.long.join(' ')")}");
            await Assertions.Expect(window.Page.Locator(".counts .figure").First).ToHaveTextAsync("1");
        });
    }
}
