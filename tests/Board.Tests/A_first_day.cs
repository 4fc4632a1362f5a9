using System.Text.Json.Nodes;
using FollowUp.Board.Tests.Rig;
using Microsoft.Playwright;

namespace FollowUp.Board.Tests;

/// <summary>A coordinator begins with nothing: what was signed is entered on the board, and followed from there on.</summary>
public sealed class A_first_day
{
    private static readonly DateTimeOffset Monday = Moments.Day("2026-01-12T10:00:00+08:00");

    /// <summary>Days as they are typed into the field of a browser that came from America: its language is not the page's.</summary>
    private static readonly (string Title, string Owner, string Due)[] Items =
    [
        ("Survey the river bed", "River", "03152026"),
        ("Exchange the survey's charts", "River", "04302026"),
        ("Name the pilots", "Port", "02162026"),
        ("Agree on signals at night", "River", "05292026"),
        ("Open a line between the harbour masters", "Port", "02272026"),
        ("Hold the first joint exercise", "Port", "06262026"),
        ("Draft the annex on salvage", "River", "09152026"),
        ("Meet again", "Port", "11202026"),
    ];

    [Fact]
    public async Task is_done_by_keyboard_alone()
    {
        await using RunningApp app = await RunningApp.Start(Monday);
        await Window.On(app, new Seat(IsStill: true), async window =>
        {
            await window.Open();
            Fingers fingers = new(window.Page);
            await fingers.Press("Enter the first agreement");
            await window.Heading("A new agreement");

            await EnterAgreement(fingers);
            await EnterPeople(fingers);
            await fingers.Write("Coordinator", "Off");
            await fingers.Press("Add a level");
            await fingers.Go("Dir");
            await fingers.Press("Add a clause");
            await fingers.Go("6.2");
            await fingers.Write("What it says", "Both sides keep the river open to navigation.");
            await EnterItems(fingers);

            await fingers.Press("Show who will be told what");
            await Assertions.Expect(window.Main.GetByRole(AriaRole.Heading, new() { Name = "What will be said" })).ToBeFocusedAsync();
            await Assertions.Expect(window.Main.Locator(".foreseen")).ToHaveCountAsync(Items.Length);
            await window.Look("first-day-preview");
            await window.Page.Keyboard.PressAsync("Shift+Tab");
            await window.Page.Keyboard.PressAsync("Enter");

            await window.Heading("Talks on the river");
            await Assertions.Expect(window.Main.Locator(".slip")).ToHaveCountAsync(Items.Length);
            await Assertions.Expect(window.Card("Name the pilots")).ToContainTextAsync("Port desk");
            await window.Look("first-day-board");
        });
        await IsStored(app);
    }

    [Fact]
    public async Task keeps_what_was_typed_and_says_what_is_missing_beside_it() =>
        await Window.On(await Moments.Empty, new Seat(IsStill: true, Expects: "422"), async window =>
        {
            await window.Open("#/new");
            await window.Field("Title").FillAsync("Talks on the river");
            await window.Field("What is to be done").FillAsync("Survey the river bed");
            await window.Page.ReloadAsync();
            await window.Heading("A new agreement");

            await Assertions.Expect(window.Field("What is to be done")).ToHaveValueAsync("Survey the river bed");
            await Assertions.Expect(window.Main.Locator(".draft")).ToContainTextAsync("Draft of ");
            await window.Button("Save the agreement").ClickAsync();

            await Assertions.Expect(window.Main.Locator(".fault-summary")).ToContainTextAsync("things are to be put right");
            await Assertions.Expect(window.Field("Name of the party")).ToBeFocusedAsync();
            await Assertions.Expect(window.Field("Due")).ToHaveAccessibleDescriptionAsync("This is needed.");
            await Assertions.Expect(window.Field("Title")).ToHaveValueAsync("Talks on the river");
            await window.Look("first-day-faults");
            await IsSaidBesideTheField(window);
        });

    [Fact]
    public async Task takes_a_draft_back_that_was_discarded_by_mistake() => await Window.On(await Moments.Empty, async window =>
    {
        await window.Open("#/new");
        await window.Field("Title").FillAsync("Talks on the river");
        await window.Button("discard").ClickAsync();
        await Assertions.Expect(window.Field("Title")).ToHaveValueAsync("");

        await window.Button("Take it back").ClickAsync();

        await Assertions.Expect(window.Field("Title")).ToHaveValueAsync("Talks on the river");
    });

    /// <summary>What only the service can know is said in the same place.</summary>
    private static async Task IsSaidBesideTheField(Window window)
    {
        await window.Field("Name of the party").FillAsync("River administration");
        await window.Field("Short name").FillAsync("CN");
        await window.Field("Calendar").First.FillAsync("Atlantis");
        await window.Field("Name").FillAsync("Office");
        await window.Field("Mail address").FillAsync("office@rivers.example");
        await window.Field("Calendar").Nth(1).FillAsync("CN");
        foreach (string who in new[] { "Owner", "Issuer" })
        {
            await window.Field(who).SelectOptionAsync("Office");
        }

        await window.Field("Due").FillAsync("2020-05-29");
        await window.Button("Save the agreement").ClickAsync();

        await Assertions.Expect(window.Field("Calendar").First).ToBeFocusedAsync();
        await Assertions.Expect(window.Field("Calendar").First).ToHaveAttributeAsync("aria-invalid", "true");
        await Assertions.Expect(window.Main.Locator(".error").Filter(new() { HasText = "Atlantis" })).ToBeVisibleAsync();
        await Assertions.Expect(window.Field("Due")).ToHaveValueAsync("2020-05-29");
    }

    /// <summary>By mouse, in the languages of the two sides: an agreement of one item, from the empty board to its page.</summary>
    [Theory]
    [InlineData("zh-CN", "填写第一份协议", "标题", "名称", "简称", "邮箱", "督办员", "办理内容", "责任单位", "交办人", "期限", "登记", "修订议定书")]
    [InlineData("ru-RU", "Ввести первое соглашение", "Название", "Название стороны", "Кратко", "Адрес почты", "Контролёр",
        "Что нужно сделать", "Ответственный исполнитель", "Автор поручения", "Срок", "Зарегистрировать", "Пересмотреть протокол")]
    public async Task is_done_by_mouse_in_other_languages(
        string locale, string enter, string title, string party, string code, string mail, string coordinator, string what, string owner,
        string issuer, string due, string register, string words)
    {
        await using RunningApp app = await RunningApp.Start(Monday);
        await Window.On(app, new Seat(Locale: locale, Width: 768), async window =>
        {
            await window.Open();
            await window.Look($"empty-{locale}");
            await window.Page.GetByRole(AriaRole.Link, new() { Name = enter }).ClickAsync();
            await window.Field(title).First.FillAsync(words);
            await window.Field(party).First.FillAsync(words);
            await window.Field(code).FillAsync("cn");
            await window.Main.Locator("[data-at=people] [data-at=name] input").First.FillAsync(words);
            await window.Field(mail).FillAsync("desk@rivers.example");
            await window.Main.Locator("[data-at=people] [data-at=calendar] input").FillAsync("CN");
            await window.Field(what).FillAsync(words);
            foreach (string part in new[] { coordinator, owner, issuer })
            {
                await window.Field(part).SelectOptionAsync(words);
            }

            await window.Field(due).FillAsync("2026-05-29");
            await window.Look($"new-{locale}");
            await window.Button(register).ClickAsync();
            await window.Heading(words);
            await Assertions.Expect(window.Card(words)).ToContainTextAsync(words);
        });
    }

    private static async Task EnterAgreement(Fingers fingers)
    {
        await fingers.Write("Title", "Talks on the river");
        await fingers.Write("Place (may be left out)", "Blagoveshchensk");
        await fingers.Write("Name of the party", "River administration");
        await fingers.Write("Short name", "cn");
        await fingers.Write("Time zone", "Asia/Shanghai");
    }

    private static async Task EnterPeople(Fingers fingers)
    {
        foreach ((string name, int place) in new[] { "Office", "River desk", "Port desk", "Director" }.Select((name, n) => (name, n)))
        {
            if (place == 0)
            {
                await fingers.To("Name");
            }
            else
            {
                await fingers.Press("Add a person");
            }

            await fingers.Go(name);
            await fingers.Write("Mail address", $"{name.Split(' ')[0].ToLowerInvariant()}@rivers.example");
            if (place == 0)
            {
                await fingers.Write("Time zone", "Asia/Shanghai");
                await fingers.Write("Calendar", "CN");
            }
        }
    }

    private static async Task EnterItems(Fingers fingers)
    {
        foreach (((string title, string owner, string due), int place) in Items.Select((item, n) => (item, n)))
        {
            if (place == 0)
            {
                await fingers.To("What is to be done");
            }
            else
            {
                await fingers.Press("Add an item");
            }

            await fingers.Go(title);
            await fingers.Write("Owner", owner);
            await fingers.To("Issuer");
            if (place == 0)
            {
                await fingers.Go("Dir");
            }

            await fingers.Write("Due", due);
            await fingers.To("Kind");
            await fingers.Write("Clause", "6.2");
        }
    }

    private static async Task IsStored(RunningApp app)
    {
        JsonNode agreement = JsonNode.Parse(await app.Http.GetStringAsync("api/agreements"))!["agreements"]![0]!;
        ((string)agreement["id"]!).Should().Be("2026-01-12-blagoveshchensk");
        ((string)agreement["parties"]![0]!["calendar"]!).Should().Be("CN");
        JsonNode item = JsonNode.Parse(
            await app.Http.GetStringAsync("api/agreements/2026-01-12-blagoveshchensk/items/survey-the-river-bed"))!;
        new[] { "owner", "issuer", "coordinator", "clause", "dueOn" }.Select(name => (string)item[name]!)
            .Should().Equal("river-desk", "director", "office", "6-2", "2026-03-15");
        item["chain"]!.AsArray().Select(level => (string)level!).Should().Equal("director");
    }
}
