using System.Collections.Frozen;

namespace FollowUp.Access;

/// <summary>
/// Who may call a function: the whole matrix, a line for each function that has a route. What it does not name, nobody may.
/// </summary>
/// <param name="Roles">To the thing that is called for; any of them suffices.</param>
public sealed record AccessRule(AccessScope Scope, AccessRoles Roles)
{
    private const AccessRoles Readers = AccessRoles.Coordinator | AccessRoles.Owner | AccessRoles.Issuer | AccessRoles.Leader
        | AccessRoles.Auditor | AccessRoles.Admin;

    // A coordinator stands with each verb, since they may do it on somebody's behalf; who may be named is the verb's own affair.
    private const AccessRoles OwnersVerb = AccessRoles.Owner | AccessRoles.Coordinator;

    private const AccessRoles IssuersVerb = AccessRoles.Issuer | AccessRoles.Coordinator;

    private const AccessRoles Keepers = AccessRoles.Coordinator | AccessRoles.Admin;

    /// <summary>What opens a person's calendar to whoever has it: whoever keeps the register may give it to them, too.</summary>
    private static readonly AccessRule Personal = new(AccessScope.Person, AccessRoles.Self | Keepers);

    /// <summary>What is told to addresses outside, all that there is: for whoever answers for the installation.</summary>
    private static readonly AccessRule Admins = new(AccessScope.Office, AccessRoles.Admin);

    private static readonly AccessRule Public = new(AccessScope.Public, AccessRoles.None);

    private static readonly AccessRule ByLink = new(AccessScope.Link, AccessRoles.None);

    private static readonly AccessRule Listed = new(AccessScope.Known, AccessRoles.None);

    private static readonly FrozenDictionary<string, AccessRule> Rules = new Dictionary<string, AccessRule>
    {
        ["NoRoute"] = Public,
        ["ShowBoard"] = Public,
        ["HealthLive"] = Public,
        ["HealthReady"] = Public,
        ["WhoAmI"] = Public,
        ["GetOpenApi"] = Public,
        ["ShowApiDocs"] = Public,

        // Whoever has the link of a letter acts as its reader: the link itself is what opens them.
        ["ShowAnswers"] = ByLink,
        ["GiveAnswer"] = ByLink,
        ["AddAnswerEvidence"] = ByLink,
        ["GetAnswerEvidence"] = ByLink,
        ["ShowFeed"] = ByLink,
        ["ShowRhythm"] = ByLink,
        ["SetRhythm"] = ByLink,
        ["OpenRhythm"] = ByLink,
        ["Unsubscribe"] = ByLink,
        ["ListItems"] = Listed,
        ["GetOverview"] = Listed,
        ["GetFigures"] = Listed,
        ["ListAgreements"] = Listed,
        ["ListPeople"] = Listed,
        ["ListPlans"] = Listed,
        ["ListCalendars"] = Listed,
        ["GetPerson"] = Listed,
        ["GetTold"] = Listed,
        ["GetPlan"] = Listed,
        ["GetCalendar"] = Listed,
        ["ExportItems"] = Listed,
        ["GetChanges"] = Listed,
        ["ExportPeople"] = Listed,
        ["ExportLedger"] = new(AccessScope.Agreement, Readers),
        ["ExportJournal"] =
            new(AccessScope.Agreement, AccessRoles.Coordinator | AccessRoles.Leader | AccessRoles.Auditor | AccessRoles.Admin),
        ["PutPersonRhythm"] = Personal,
        ["GetPersonFeed"] = Personal,
        ["RenewPersonFeed"] = Personal,
        ["WithdrawPersonFeed"] = Personal,
        ["GetAgreement"] = new(AccessScope.Agreement, Readers),
        ["GetAgreementReport"] = new(AccessScope.Agreement, Readers),

        // Each agreement that it names is asked for besides.
        ["GetMeetingReport"] = Listed,
        ["GetAgreementJournal"] =
            new(AccessScope.Agreement, AccessRoles.Coordinator | AccessRoles.Leader | AccessRoles.Auditor | AccessRoles.Admin),
        ["GetAgreementProof"] =
            new(AccessScope.Agreement, AccessRoles.Coordinator | AccessRoles.Leader | AccessRoles.Auditor | AccessRoles.Admin),

        // Behind its address stands all of it: it is for those who see all of it.
        ["GetAgreementFeed"] =
            new(AccessScope.Agreement, AccessRoles.Coordinator | AccessRoles.Leader | AccessRoles.Auditor | AccessRoles.Admin),
        ["RenewAgreementFeed"] = new(AccessScope.Agreement, AccessRoles.Coordinator),
        ["WithdrawAgreementFeed"] = new(AccessScope.Agreement, AccessRoles.Coordinator),
        ["AddItem"] = new(AccessScope.Agreement, AccessRoles.Coordinator),
        ["ImportItems"] = new(AccessScope.Agreement, AccessRoles.Coordinator),
        ["ChangeItems"] = new(AccessScope.Agreement, AccessRoles.Coordinator),
        ["PreviewItem"] = new(AccessScope.Agreement, AccessRoles.Coordinator),
        ["AmendAgreement"] = new(AccessScope.Agreement, AccessRoles.Coordinator),
        ["RebaseAgreement"] = new(AccessScope.Agreement, AccessRoles.Coordinator),
        ["GetItem"] = new(AccessScope.Item, Readers),
        ["GetEvidence"] = new(AccessScope.Item, Readers),
        ["GetTimetable"] = new(AccessScope.Item, Readers),
        ["GetLedger"] = new(AccessScope.Item, Readers),
        ["GetJournal"] = new(AccessScope.Item, Readers),
        ["SignForItem"] = new(AccessScope.Item, OwnersVerb),
        ["ReportProgress"] = new(AccessScope.Item, OwnersVerb),
        ["FinishStage"] = new(AccessScope.Item, OwnersVerb),
        ["AddEvidence"] = new(AccessScope.Item, OwnersVerb),
        ["CompleteItem"] = new(AccessScope.Item, OwnersVerb),
        ["AskForExtension"] = new(AccessScope.Item, OwnersVerb),
        ["ConfirmItem"] = new(AccessScope.Item, IssuersVerb),
        ["ReturnItem"] = new(AccessScope.Item, IssuersVerb),
        ["DecideExtension"] = new(AccessScope.Item, IssuersVerb),
        ["AskQuestion"] = new(AccessScope.Item, OwnersVerb | AccessRoles.Issuer),
        ["AnswerQuestion"] = new(AccessScope.Item, OwnersVerb | AccessRoles.Issuer),
        ["EscalateItem"] = new(AccessScope.Item, OwnersVerb | AccessRoles.Issuer),
        ["SuspendItem"] = new(AccessScope.Item, AccessRoles.Coordinator),
        ["ResumeItem"] = new(AccessScope.Item, AccessRoles.Coordinator),
        ["HandOverItem"] = new(AccessScope.Item, AccessRoles.Coordinator),
        ["RescheduleItem"] = new(AccessScope.Item, AccessRoles.Coordinator),
        ["AmendItem"] = new(AccessScope.Item, AccessRoles.Coordinator),
        ["WithdrawItem"] = new(AccessScope.Item, AccessRoles.Coordinator),
        ["EndSeries"] = new(AccessScope.Item, AccessRoles.Coordinator),
        ["RegisterAgreement"] = new(AccessScope.Office, Keepers),
        ["LoadRegister"] = new(AccessScope.Office, Keepers),
        ["PutPerson"] = new(AccessScope.Office, Keepers),
        ["PutPlan"] = new(AccessScope.Office, Keepers),
        ["PutCalendar"] = new(AccessScope.Office, Keepers),
        ["RepairClocks"] = new(AccessScope.Office, Keepers),
        ["TryLettersAgain"] = new(AccessScope.Office, Keepers),
        ["GetAlarms"] = new(AccessScope.Office, AccessRoles.Auditor | AccessRoles.Admin),
        ["BeginChanges"] = new(AccessScope.Office, Keepers),
        ["ListWebhooks"] = Admins,
        ["AddWebhook"] = Admins,
        ["RemoveWebhook"] = Admins,
        ["RotateWebhookSecret"] = Admins,
        ["TestWebhook"] = Admins,
        ["ResumeWebhook"] = Admins,
        ["ReplacePerson"] = new(AccessScope.Office, Keepers),
        ["ErasePerson"] = new(AccessScope.Office, AccessRoles.Admin),
        ["CallOffSuccession"] = new(AccessScope.Office, Keepers),
        ["GetSuccession"] = new(AccessScope.Office, Keepers | AccessRoles.Auditor),
        ["DryRun"] = new(AccessScope.Office, Keepers | AccessRoles.Auditor),
    }.ToFrozenDictionary();

    /// <summary>All that there are, by the name of their function.</summary>
    public static IReadOnlyDictionary<string, AccessRule> All => Rules;

    /// <summary>Whether it decides in the issuer's place, which nobody may do about their own work (law 15).</summary>
    public bool Judges => Roles.HasFlag(AccessRoles.Issuer) && Roles != Readers;

    /// <returns>Null for a function that nobody thought of: it is refused.</returns>
    public static AccessRule? Of(string function) => Rules.GetValueOrDefault(function);
}
