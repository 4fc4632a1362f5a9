using Microsoft.Playwright;

namespace FollowUp.Board.Tests.Day;

/// <summary>Before noon: people ring up, and what they say is entered in their names.</summary>
internal static class Acting
{
    /// <summary>Signed for, and then forgotten by everybody but FollowUp.</summary>
    public static async Task Sign(Coordinator at)
    {
        await at.OpenItem(What.Line);
        await Do(at, "sign", Who.Port, _ => Task.CompletedTask);
        await at.Look("item");
        await at.Back();
    }

    public static async Task Extend(Coordinator at)
    {
        await at.OpenItem(What.Survey);
        await Do(at, "sign", Who.River, _ => Task.CompletedTask);
        await Do(at, "extend", Who.River, async form =>
        {
            await at.Hand.Date(at.Field(form, "acts.extend.dueOn"), new(2026, 4, 17));
            await at.Hand.Write(at.Field(form, "acts.field.reason"), at.Paper.Reason);
            await at.Look("item-form", alsoInTheDark: true);
        });
        await Do(at, "decide-extension", Who.Director, form => at.Hand.Pick(at.Field(form, "acts.decide-extension.decision.granted")));
        await Assertions.Expect(at.Main.Locator(".facts time").First).ToHaveAttributeAsync("datetime", "2026-04-17");
        await at.Look("item-extended");
        await at.Back();
    }

    public static async Task HandOver(Coordinator at)
    {
        await at.OpenItem(What.Charts);
        await Do(at, "hand-over", Who.Office, async form =>
        {
            await at.Hand.Write(at.Field(form, "acts.hand-over.owner"), at.Paper.Name(Who.Port));
            await at.Hand.Write(at.Field(form, "acts.field.reason"), at.Paper.Reason);
        });
        await Assertions.Expect(at.Main.Locator(".changes [data-change=handed-over]")).ToContainTextAsync(at.Paper.Name(Who.Port));
        await at.Back();
    }

    public static async Task Suspend(Coordinator at)
    {
        await at.OpenItem(What.Pilots);
        await Do(at, "suspend", Who.Office, form => at.Hand.Write(at.Field(form, "acts.suspend.reason"), at.Paper.Reason));
        await Assertions.Expect(at.Main.Locator(".item")).ToHaveAttributeAsync("data-slip", "waiting");
        await at.Back();
    }

    /// <summary>Reported, sent back, reported again, confirmed.</summary>
    public static async Task Close(Coordinator at)
    {
        await at.OpenItem(What.Signals);
        await Do(at, "sign", Who.River, _ => Task.CompletedTask);
        await Do(at, "complete", Who.River, form => at.Hand.Write(at.Field(form, "acts.complete.ref.document"), "RIVER-2026-7"));
        await Do(at, "return", Who.Director, form => at.Hand.Write(at.Field(form, "acts.return.reason"), at.Paper.Reason));
        await at.Look("item-returned");
        await Do(at, "complete", Who.River, async form =>
        {
            await at.Hand.Pick(at.Field(form, "evidence.none"));
            await at.Hand.Write(at.Field(form, "acts.field.note"), at.Paper.Reason);
        });
        await Do(at, "confirm", Who.Director, _ => Task.CompletedTask);
        await Assertions.Expect(at.Main.Locator(".verb")).ToHaveCountAsync(0);
        await at.Look("item-confirmed");
        await at.Back();
    }

    /// <summary>The days of waiting are given back.</summary>
    public static async Task Resume(Coordinator at)
    {
        await at.OpenItem(What.Pilots);
        await Do(at, "resume", Who.Office, _ => Task.CompletedTask);
        await Assertions.Expect(at.Main.Locator(".facts .moved").First).ToBeVisibleAsync();
    }

    private static async Task Do(Coordinator at, string verb, Who name, Func<ILocator, Task> fill)
    {
        ILocator form = at.Main.Locator(".act-form");
        await at.Press($"acts.{verb}");
        string behalf = name == Who.Office ? "acts.as" : "acts.behalf";
        await Assertions.Expect(form).ToContainTextAsync(at.Words[behalf, "who", at.Paper.Name(name)]);
        await Assertions.Expect(form.Locator(":focus")).ToHaveCountAsync(1);
        await fill(form);
        await at.Press(verb is "confirm" or "decide-extension" ? $"acts.{verb}.do" : $"acts.{verb}", form);
        await Assertions.Expect(at.Main.Locator(".act-done")).ToBeFocusedAsync();
        await at.App.Leap(at.App.Now.AddMinutes(1));
    }
}
