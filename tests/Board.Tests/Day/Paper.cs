namespace FollowUp.Board.Tests.Day;

/// <summary>
/// What lies before a coordinator in the morning, in the language that they write in: an invented agreement of eight items, and who has a
/// part in it. <see cref="Who"/> and <see cref="What"/> are the places in it.
/// </summary>
internal sealed record Paper(
    string Locale, string Title, string Place, string Clause, string Reason, string[] Parties, string[] People, string[] Items,
    Made Made)
{
    public const string Office = "office@rivers.example";

    public static readonly string[] Addresses =
        [Office, "river@rivers.example", "port@rivers.example", "director@rivers.example", "deputy@rivers.example", "harbour@amur.example"];

    public static readonly DateOnly[] Due =
    [
        new(2026, 3, 31), new(2026, 4, 30), new(2026, 3, 20), new(2026, 5, 29), new(2026, 2, 27), new(2026, 6, 26), new(2026, 9, 15),
        new(2026, 11, 20),
    ];

    private static readonly Paper[] All =
    [
        new(
            "en-GB", "Talks on the river", "Blagoveshchensk", "Both sides keep the river open.", "The annex is with the other side.",
            ["River administration", "Port of the far bank"],
            ["Office", "River desk", "Port desk", "Director", "Deputy", "Harbour master"],
            ["Survey the river bed", "Exchange the charts", "Name the pilots", "Agree on signals at night", "Open a line between the ports",
                "Hold the first exercise", "Draft the annex on salvage", "Meet again"],
            new("2026-01-12-blagoveshchensk", "survey-the-river-bed", "river-desk", "director", "office")),
        new(
            "zh-CN", "界河会谈纪要", "黑河", "双方保持界河畅通。", "附件尚在对方处。",
            ["界河管理局", "对岸港务局"],
            ["督办室", "航道处", "港务处", "局长", "副局长", "港务监督长"],
            ["测量河床", "交换航道图", "指定引航员", "商定夜间信号", "开通港口间热线", "举行首次演练", "起草救助附件", "再次会晤"],
            new("2026-01-12", "other", "person-b", "person-d", "person")),
        new(
            "ru-RU", "Переговоры о реке", "Благовещенск", "Стороны держат реку открытой.", "Приложение у другой стороны.",
            ["Управление реки", "Порт другого берега"],
            ["Канцелярия", "Речной отдел", "Портовый отдел", "Директор", "Заместитель", "Капитан порта"],
            ["Измерить дно реки", "Обменяться картами", "Назвать лоцманов", "Согласовать ночные сигналы", "Открыть линию между портами",
                "Провести первое учение", "Составить приложение о спасании", "Встретиться снова"],
            new("2026-01-12-blagoveshchensk", "izmerit-dno-reki", "rechnoy-otdel", "direktor", "kantselyariya")),
    ];

    public static Paper Of(string locale) => All.Single(paper => paper.Locale == locale);

    public string Name(Who who) => People[(int)who];

    public string Item(What what) => Items[(int)what];

    /// <summary>Where items are owned by turns.</summary>
    public static Who Owner(What what) => what is What.Survey or What.Charts or What.Signals or What.Annex ? Who.River : Who.Port;
}

/// <summary>Everybody of the <see cref="Paper"/>, in its order.</summary>
internal enum Who
{
    Office,
    River,
    Port,
    Director,
    Deputy,
    Harbour,
}

/// <summary>Every item of the <see cref="Paper"/>, in its order.</summary>
internal enum What
{
    Survey,
    Charts,
    Pilots,
    Signals,
    Line,
    Exercise,
    Annex,
    Meeting,
}

/// <summary>What is called how where nobody says: by the Latin letters of its name or, where it has none, by what it is.</summary>
/// <param name="Item">The <see cref="What.Survey"/>.</param>
/// <param name="Owner">Of it, and so on.</param>
internal sealed record Made(string Agreement, string Item, string Owner, string Issuer, string Coordinator);
