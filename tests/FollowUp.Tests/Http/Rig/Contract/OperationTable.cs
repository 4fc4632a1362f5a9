using FollowUp.Http;
using FollowUp.Http.Responses;
using static System.Net.HttpStatusCode;

namespace FollowUp.Tests.Http.Rig.Contract;

/// <summary>
/// A line for each function that the contract describes: what it answers, and what it takes. What it takes is held against the functions
/// themselves by <see cref="The_contract"/>, what it answers against every answer of every test by <see cref="AnswerCheck"/>.
/// </summary>
internal static class OperationTable
{
    private const string Calendar = "text/calendar";
    private const string Csv = "text/csv";
    private const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private const string Document = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private const string Anything = "*/*";

    private static readonly string[] Export = ["format.export", "language"];
    private static readonly string[] Report = ["asOf", "since", "nextMeeting", "languages", "format.report"];

    public static IReadOnlyDictionary<string, Operation> All { get; } = new Dictionary<string, Operation>
    {
        ["GetOpenApi"] = Operation.Answering<object>(),
        ["ShowApiDocs"] = Operation.AnsweringFile(OK, "text/html"),
        ["HealthLive"] = Operation.Answering<HealthResponse>(),
        ["HealthReady"] = Operation.Answering<HealthResponse>(OK, ServiceUnavailable),
        ["WhoAmI"] = Operation.Answering<MeResponse>(),
        ["RepairClocks"] = Operation.Answering<RepairResponse>().With("cursor"),
        ["TryLettersAgain"] = Operation.Answering<RetryResponse>().With("recipient"),
        ["GetAlarms"] = Operation.Answering<AlarmsResponse>(),

        ["GetChanges"] = Operation.Answering<ChangesResponse>().With("since.changes", "limit"),
        ["BeginChanges"] = Operation.Answering<ChangesResponse>(),
        ["ListWebhooks"] = Operation.Answering<WebhooksResponse>(),
        ["AddWebhook"] = Operation.Answering<WebhookResponse>(Created).Of("WebhookRequest"),
        ["RemoveWebhook"] = Operation.Answering<WebhookResponse>(),
        ["RotateWebhookSecret"] = Operation.Answering<WebhookResponse>(),
        ["ResumeWebhook"] = Operation.Answering<WebhookResponse>(),
        ["TestWebhook"] = Operation.Answering<WebhookTestResponse>(),

        ["ListAgreements"] = Operation.Answering<AgreementsResponse>().With("limit", "cursor"),
        ["ListItems"] = Operation.Answering<ItemsResponse>().With([.. ListOptions.OfFilter, "sort", "language", "limit", "cursor"]),
        ["GetOverview"] = Operation.Answering<OverviewResponse>().With(ListOptions.OfFilter).Tagged(),
        ["GetFigures"] = Operation.Answering<FiguresResponse>().With("from", "to", "agreement", "owner"),
        ["GetMeetingReport"] =
            Operation.Answering<MeetingReportResponse>().With(["agreements", .. Report]).OrFile("text/html", Document),
        ["ExportItems"] = Operation.Answering<ExportResponse>().With([.. ListOptions.OfFilter, .. Export]).OrFile(Csv, Workbook),
        ["ExportPeople"] = Operation.Answering<ExportResponse>().With(Export).OrFile(Csv, Workbook),

        ["ListPeople"] = Operation.Answering<PeopleResponse>(),
        ["GetPerson"] = Operation.Answering<PersonResponse>().Guarded().Tagged(),
        ["PutPerson"] = Operation.Answering<PersonResponse>().Of("PersonRequest").Guarded(),
        ["PutPersonRhythm"] = Operation.Answering<PersonRhythmResponse>().Of("RhythmRequest"),
        ["GetTold"] = Operation.Answering<ToldResponse>().With("on", "agreement", "item"),
        ["GetPersonFeed"] = Operation.Answering<FeedResponse>(),
        ["RenewPersonFeed"] = Operation.Answering<FeedResponse>(),
        ["WithdrawPersonFeed"] = Operation.Answering<FeedResponse>(),
        ["GetSuccession"] = Operation.Answering<SuccessionsResponse>(),
        ["ReplacePerson"] = Operation.Answering<SuccessionPreviewResponse>().Or<SuccessionResponse>(Accepted)
            .Of("SuccessionRequest").With("preview"),
        ["CallOffSuccession"] = Operation.Answering<SuccessionResponse>().With("by"),
        ["ErasePerson"] = Operation.Answering<ErasureResponse>().Of("ActRequest").With("preview"),
        ["ListPlans"] = Operation.Answering<PlansResponse>(),
        ["GetPlan"] = Operation.Answering<PlanResponse>().With("revision").Guarded().Tagged(),
        ["PutPlan"] = Operation.Answering<PlanResponse>().Of("PlanRequest").Guarded(),
        ["ListCalendars"] = Operation.Answering<CalendarsResponse>(),
        ["GetCalendar"] = Operation.Answering<CalendarResponse>().Guarded().Tagged(),
        ["PutCalendar"] = Operation.Answering<CalendarResponse>().Of("CalendarRequest").Of(null, Calendar)
            .With("knownThrough", "working", "ignore", "weekend", "language", "earlier").Guarded(),
        ["LoadRegister"] = Operation.Answering<RegisterResponse>(OK, Created).Of("RegisterRequest").Keyed(),
        ["DryRun"] = Operation.Answering<DryRunResponse>().Of("DryRunRequest").With("agreement", "limit", "cursor"),

        ["RegisterAgreement"] = Operation.Answering<AgreementResponse>(OK, Created).Of("AgreementRequest").Keyed(),
        ["GetAgreement"] = Operation.Answering<AgreementResponse>(),
        ["GetAgreementReport"] = Operation.Answering<MeetingReportResponse>().With(Report).OrFile("text/html", Document),
        ["GetAgreementJournal"] = Operation.Answering<AgreementJournalResponse>(),
        ["GetAgreementProof"] = Operation.Answering<object>(),
        ["GetAgreementFeed"] = Operation.Answering<FeedResponse>().With("language"),
        ["RenewAgreementFeed"] = Operation.Answering<FeedResponse>().With("language"),
        ["WithdrawAgreementFeed"] = Operation.Answering<FeedResponse>().With("language"),
        ["ExportLedger"] = Operation.Answering<ExportResponse>().With(Export).OrFile(Csv, Workbook),
        ["ExportJournal"] = Operation.Answering<ExportResponse>().With(Export).OrFile(Csv, Workbook),
        ["AddItem"] = Operation.Answering<ItemResponse>(OK, Created).Of("ItemRequest").Keyed(),
        ["PreviewItem"] = Operation.Answering<DryRunResponse>().Of("ItemRequest"),
        ["ImportItems"] = Operation.Answering<ImportResponse>(OK, Created).Of(null, Csv, Workbook, "application/vnd.ms-excel")
            .With([.. ImportOptions.Names.Select(name => name == "format" ? "format.refused" : name)]).OrFile(Csv, Workbook),
        ["ChangeItems"] = Operation.Answering<BulkResponse>().Of("ChangesRequest").With("preview"),
        ["AmendAgreement"] = Operation.Answering<AgreementResponse>().Of("AgreementWordingRequest").Keyed(),
        ["RebaseAgreement"] = Operation.Answering<AgreementRebaseResponse>().Of("RebaseRequest"),

        ["GetItem"] = Operation.Answering<ItemResponse>().Guarded().Tagged(),
        ["GetTimetable"] = Operation.Answering<TimetableResponse>().With("dueOn"),
        ["GetLedger"] = Operation.Answering<LedgerResponse>(),
        ["GetJournal"] = Operation.Answering<JournalResponse>(),
        ["GetEvidence"] = Operation.AnsweringFile(OK, Anything),
        ["AddEvidence"] = Operation.Answering<ItemResponse>(OK, Created).Of(null, Anything).With("name", "by").Guarded().Keyed(),
        ["SignForItem"] = Verb("ActRequest"),
        ["ReportProgress"] = Verb("TextRequest"),
        ["FinishStage"] = Verb("ActRequest"),
        ["CompleteItem"] = Verb("CompletionRequest"),
        ["ConfirmItem"] = Verb("NoteRequest"),
        ["ReturnItem"] = Verb("ReasonRequest"),
        ["AskForExtension"] = Creating("DueDateRequest"),
        ["DecideExtension"] = Verb("DecisionRequest"),
        ["AskQuestion"] = Creating("TextRequest"),
        ["AnswerQuestion"] = Verb("TextRequest"),
        ["EscalateItem"] = Creating("ReasonRequest"),
        ["SuspendItem"] = Verb("ReasonRequest"),
        ["ResumeItem"] = Operation.Answering<ItemResponse>().With("by").Guarded().Keyed(),
        ["HandOverItem"] = Verb("OwnerRequest"),
        ["RescheduleItem"] = Verb("DueDateRequest"),
        ["AmendItem"] = Verb("ItemWordingRequest"),
        ["WithdrawItem"] = Verb("ReasonRequest"),
        ["EndSeries"] = Verb("ReasonRequest"),

        ["ShowAnswers"] = Operation.Answering<AnswerResponse>().Tagged(),
        ["GiveAnswer"] = Operation.Answering<AnswerResponse>().Of("AnswerRequest").Guarded(),
        ["AddAnswerEvidence"] = Operation.Answering<AnswerResponse>().Of(null, Anything).With("name").Guarded(),
        ["GetAnswerEvidence"] = Operation.AnsweringFile(OK, Anything),
        ["ShowFeed"] = Operation.AnsweringFile(OK, Calendar).Tagged(),
        ["ShowRhythm"] = Operation.Answering<PersonRhythmResponse>(),
        ["SetRhythm"] = Operation.Answering<PersonRhythmResponse>().Of("RhythmRequest"),
        ["OpenRhythm"] = Operation.AnsweringFile(Found),
        ["Unsubscribe"] = Operation.Answering<PersonRhythmResponse>()
            .Of("UnsubscribeRequest", "application/x-www-form-urlencoded", "multipart/form-data"),
    };

    private static Operation Verb(string schema) => Operation.Answering<ItemResponse>().Of(schema).Guarded().Keyed();

    private static Operation Creating(string schema) => Operation.Answering<ItemResponse>(OK, Created).Of(schema).Guarded().Keyed();
}
