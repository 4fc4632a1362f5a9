using System.Collections.Frozen;

namespace FollowUp.Access;

/// <summary>
/// Calls that read or write much more than they send: whole agreements, whole registers, files. A caller may make many of them, and not
/// without end.
/// </summary>
public static class CostlyCalls
{
    /// <summary>By the names of their functions, as in <see cref="AccessRule"/>.</summary>
    public static IReadOnlySet<string> All { get; } = new[]
    {
        "AddAnswerEvidence", "AddEvidence", "ChangeItems", "DryRun", "ExportItems", "ExportJournal", "ExportLedger", "ExportPeople",
        "GetAgreementProof", "GetAgreementReport", "GetFigures", "GetMeetingReport", "GetTold", "ImportItems", "LoadRegister",
        "PreviewItem", "RebaseAgreement", "RepairClocks", "ReplacePerson",
    }.ToFrozenSet();
}
