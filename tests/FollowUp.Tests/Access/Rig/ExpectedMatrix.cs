namespace FollowUp.Tests.Access.Rig;

/// <summary>
/// Who may call what, written down for itself, and not taken from the code. <c>+</c>: for whatever there is; <c>o</c>: for their own alone;
/// <c>~</c>: they may, and are shown their own; <c>.</c>: no. <c>out</c> is whoever is not signed in, <c>stranger</c> whoever signed in and
/// is nobody here, <c>key</c> a program; coordinator is the one that the agreement names, office the coordinator by the settings.
/// What is a person's own is the owner's.
/// </summary>
internal static class ExpectedMatrix
{
    public static readonly string[] Columns =
        ["out", "stranger", "owner", "issuer", "leader", "coordinator", "office", "auditor", "admin", "key"];

    private const string Table = """
                             out stranger owner issuer leader coordinator office auditor admin key
        NoRoute               +     +       +     +      +        +         +       +      +    +
        ShowBoard             +     +       +     +      +        +         +       +      +    +
        HealthLive            +     +       +     +      +        +         +       +      +    +
        HealthReady           +     +       +     +      +        +         +       +      +    +
        WhoAmI                +     +       +     +      +        +         +       +      +    +
        GetOpenApi            +     +       +     +      +        +         +       +      +    +
        ShowApiDocs           +     +       +     +      +        +         +       +      +    +
        ShowAnswers           +     +       +     +      +        +         +       +      +    +
        GiveAnswer            +     +       +     +      +        +         +       +      +    +
        AddAnswerEvidence     +     +       +     +      +        +         +       +      +    +
        GetAnswerEvidence     +     +       +     +      +        +         +       +      +    +
        ShowFeed              +     +       +     +      +        +         +       +      +    +
        ShowRhythm            +     +       +     +      +        +         +       +      +    +
        SetRhythm             +     +       +     +      +        +         +       +      +    +
        OpenRhythm            +     +       +     +      +        +         +       +      +    +
        Unsubscribe           +     +       +     +      +        +         +       +      +    +
        ListAgreements        .     .       ~     ~      ~        ~         +       +      +    +
        ListItems             .     .       ~     ~      ~        ~         +       +      +    +
        GetOverview           .     .       ~     ~      ~        ~         +       +      +    +
        GetFigures            .     .       ~     ~      ~        ~         +       +      +    +
        GetChanges            .     .       ~     ~      ~        ~         +       +      +    +
        ListPeople            .     .       +     +      +        +         +       +      +    +
        ListPlans             .     .       +     +      +        +         +       +      +    +
        ListCalendars         .     .       +     +      +        +         +       +      +    +
        GetPerson             .     .       +     +      +        +         +       +      +    +
        GetPlan               .     .       +     +      +        +         +       +      +    +
        GetCalendar           .     .       +     +      +        +         +       +      +    +
        ExportItems           .     .       ~     ~      ~        ~         +       +      +    +
        ExportPeople          .     .       +     +      +        +         +       +      +    +
        ExportLedger          .     .       o     o      o        o         +       +      +    +
        ExportJournal         .     .       .     .      o        o         +       +      +    +
        GetAgreement          .     .       o     o      o        o         +       +      +    +
        GetAgreementReport    .     .       o     o      o        o         +       +      +    +
        GetMeetingReport      .     .       ~     ~      ~        ~         +       +      +    +
        GetAgreementJournal   .     .       .     .      o        o         +       +      +    +
        GetAgreementProof     .     .       .     .      o        o         +       +      +    +
        GetTold               .     .       ~     ~      ~        ~         +       +      +    +
        GetItem               .     .       o     o      o        o         +       +      +    +
        GetEvidence           .     .       o     o      o        o         +       +      +    +
        GetTimetable          .     .       o     o      o        o         +       +      +    +
        GetLedger             .     .       o     o      o        o         +       +      +    +
        GetJournal            .     .       o     o      o        o         +       +      +    +
        PutPersonRhythm       .     .       o     .      .        .         +       .      +    +
        GetPersonFeed         .     .       o     .      .        .         +       .      +    +
        RenewPersonFeed       .     .       o     .      .        .         +       .      +    +
        WithdrawPersonFeed    .     .       o     .      .        .         +       .      +    +
        GetAgreementFeed      .     .       .     .      o        o         +       +      +    +
        RenewAgreementFeed    .     .       .     .      .        o         +       .      .    +
        WithdrawAgreementFeed .     .       .     .      .        o         +       .      .    +
        SignForItem           .     .       o     .      .        o         +       .      .    +
        ReportProgress        .     .       o     .      .        o         +       .      .    +
        FinishStage           .     .       o     .      .        o         +       .      .    +
        AddEvidence           .     .       o     .      .        o         +       .      .    +
        CompleteItem          .     .       o     .      .        o         +       .      .    +
        AskForExtension       .     .       o     .      .        o         +       .      .    +
        ConfirmItem           .     .       .     o      .        o         +       .      .    +
        ReturnItem            .     .       .     o      .        o         +       .      .    +
        DecideExtension       .     .       .     o      .        o         +       .      .    +
        AskQuestion           .     .       o     o      .        o         +       .      .    +
        AnswerQuestion        .     .       o     o      .        o         +       .      .    +
        EscalateItem          .     .       o     o      .        o         +       .      .    +
        SuspendItem           .     .       .     .      .        o         +       .      .    +
        ResumeItem            .     .       .     .      .        o         +       .      .    +
        HandOverItem          .     .       .     .      .        o         +       .      .    +
        RescheduleItem        .     .       .     .      .        o         +       .      .    +
        AmendItem             .     .       .     .      .        o         +       .      .    +
        WithdrawItem          .     .       .     .      .        o         +       .      .    +
        EndSeries             .     .       .     .      .        o         +       .      .    +
        AmendAgreement        .     .       .     .      .        o         +       .      .    +
        AddItem               .     .       .     .      .        o         +       .      .    +
        ImportItems           .     .       .     .      .        o         +       .      .    +
        ChangeItems           .     .       .     .      .        o         +       .      .    +
        PreviewItem           .     .       .     .      .        o         +       .      .    +
        RebaseAgreement       .     .       .     .      .        o         +       .      .    +
        RegisterAgreement     .     .       .     .      .        .         +       .      +    +
        LoadRegister          .     .       .     .      .        .         +       .      +    +
        PutPerson             .     .       .     .      .        .         +       .      +    +
        PutPlan               .     .       .     .      .        .         +       .      +    +
        PutCalendar           .     .       .     .      .        .         +       .      +    +
        BeginChanges          .     .       .     .      .        .         +       .      +    +
        ListWebhooks          .     .       .     .      .        .         .       .      +    .
        AddWebhook            .     .       .     .      .        .         .       .      +    .
        RemoveWebhook         .     .       .     .      .        .         .       .      +    .
        RotateWebhookSecret   .     .       .     .      .        .         .       .      +    .
        TestWebhook           .     .       .     .      .        .         .       .      +    .
        ResumeWebhook         .     .       .     .      .        .         .       .      +    .
        ReplacePerson         .     .       .     .      .        .         +       .      +    +
        ErasePerson           .     .       .     .      .        .         .       .      +    .
        CallOffSuccession     .     .       .     .      .        .         +       .      +    +
        GetSuccession         .     .       .     .      .        .         +       +      +    +
        DryRun                .     .       .     .      .        .         +       +      +    +
        RepairClocks          .     .       .     .      .        .         +       .      +    +
        TryLettersAgain       .     .       .     .      .        .         +       .      +    +
        GetAlarms             .     .       .     .      .        .         .       +      +    .
        """;

    public static IReadOnlyDictionary<string, string[]> Rows { get; } = Table.Split('\n').Skip(1)
        .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .ToDictionary(cells => cells[0], cells => cells[1..]);

    /// <summary>Whether a role may call it for what is theirs, or for what is others'.</summary>
    public static bool May(string function, string role, bool isOwn) => Rows[function][Array.IndexOf(Columns, role)] switch
    {
        "+" or "~" => true,
        "o" => isOwn,
        "." => false,
        var cell => throw new InvalidOperationException($"{function} has {cell} for {role}"),
    };
}
