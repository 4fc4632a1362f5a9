using FollowUp.Calendars;
using FollowUp.Items;
using FollowUp.Timetables;
using NodaTime;

namespace FollowUp.Access;

/// <summary>A verb that the caller may do with an item now.</summary>
/// <param name="Verb">A word of <see cref="ItemVerbNames"/>.</param>
/// <param name="By">In whose name: themselves first, then those whom they act for.</param>
public sealed record VerbOffer(string Verb, IReadOnlyList<string> By);

/// <summary>
/// What a caller may do with an item now, and in whose name. It decides nothing: <see cref="Authorization"/>, <see cref="OnBehalf"/> and
/// the verbs themselves are asked, so that nothing is offered that would be refused.
/// </summary>
public static class VerbOffers
{
    /// <summary>Long enough to be a reason, and the id of nobody.</summary>
    private const string Sample = "…";

    /// <summary>Each verb with its function, and how it is tried; in the order of an item's life.</summary>
    private static readonly Trial[] All =
    [
        new(ItemVerbNames.Sign, "SignForItem", (item, by, at, _) => item.Sign(by, at)),
        new(ItemVerbNames.Progress, "ReportProgress", (item, by, at, _) => item.ReportProgress(by, at, Sample)),
        new(ItemVerbNames.FinishStage, "FinishStage",
            (item, by, at, _) => NextStage(item) is { } stage ? item.FinishStage(by, at, stage) : item),
        new(ItemVerbNames.AddEvidence, "AddEvidence", (item, by, at, _) => item.HandIn(by, at, Sample, Sample, Sample, 1)),
        new(ItemVerbNames.Complete, "CompleteItem", (item, by, at, terms) => item.Report(by, at, new("none", null, Sample), terms.Days)),
        new(ItemVerbNames.Confirm, "ConfirmItem", (item, by, at, _) => item.Confirm(by, at, null)),
        new(ItemVerbNames.Return, "ReturnItem", (item, by, at, _) => item.SendBack(by, at, Sample)),
        new(ItemVerbNames.Extend, "AskForExtension",
            (item, by, at, terms) => item.AskForExtension(by, at, item.DueOn.PlusDays(1), Sample, terms.Plan.ExtensionsMax)),
        new(ItemVerbNames.DecideExtension, "DecideExtension", (item, by, at, _) =>
            item.PendingExtension is { } asked ? item.DecideExtension(by, at, asked.Number, isGranted: false, null) : item),
        new(ItemVerbNames.Ask, "AskQuestion", (item, by, at, _) => item.Ask(by, at, Sample)),
        new(ItemVerbNames.AnswerQuestion, "AnswerQuestion", (item, by, at, _) =>
            item.OpenQuestion is { } asked ? item.Reply(by, at, asked.Number, Sample) : item),
        new(ItemVerbNames.Escalate, "EscalateItem", (item, by, at, _) => item.Escalate(by, at, Sample)),
        new(ItemVerbNames.Reschedule, "RescheduleItem",
            (item, by, at, _) => item.Reschedule(by, at, LocalDate.Max(item.DueOn, item.DayOf(at)).PlusDays(1), Sample)),
        new(ItemVerbNames.HandOver, "HandOverItem", (item, by, at, _) => item.HandTo(by, at, Sample, Sample)),
        new(ItemVerbNames.Suspend, "SuspendItem", (item, by, at, _) => item.Suspend(by, at, Sample)),
        new(ItemVerbNames.Resume, "ResumeItem", (item, by, at, terms) => item.Resume(by, at, terms.Days)),
        new(ItemVerbNames.Amend, "AmendItem", (item, by, at, _) => item.Amend(by, at, AmendedField.Number, Sample)),
        new(ItemVerbNames.Withdraw, "WithdrawItem", (item, by, at, _) => item.Withdraw(by, at, Sample)),
        new(ItemVerbNames.EndSeries, "EndSeries", (item, by, at, _) => item.EndSeries(by, at, Sample)),
    ];

    /// <param name="acting">Who acts for those of its people who are away.</param>
    public static IReadOnlyList<VerbOffer> Of(
        AgreedItem item, Principal who, IReadOnlyList<Acting> acting, Instant now, FrozenTerms terms)
    {
        string[] some = [.. who.People.Concat(PartiesOf(item, acting)).Distinct()];
        return
        [
            .. All.Where(trial => Authorization.Decide(trial.Function, who, AccessTarget.Of(item)).IsAllowed)
                .Select(trial => new VerbOffer(
                    trial.Verb,
                    [.. some.Where(by => MayName(trial, item, who, acting, by) && Takes(trial, item, new(by, acting), now, terms))]))
                .Where(offer => offer.By.Count > 0),
        ];
    }

    private static IEnumerable<string> PartiesOf(AgreedItem item, IReadOnlyList<Acting> acting) =>
        [item.Owner, .. item.Supporting, item.Issuer, item.Coordinator, .. acting.Select(one => one.By)];

    /// <summary>Whether they may do it in that person's name, whoever is allowed to.</summary>
    private static bool MayName(Trial trial, AgreedItem item, Principal who, IReadOnlyList<Acting> acting, string by) =>
        who.Kind != PrincipalKind.Person || who.People.Contains(by)
        || (OnBehalf.Acts(who, item) is { } self
            && OnBehalf.Objection(who, AccessRule.Of(trial.Function)!, item, new(self, acting)) is null);

    /// <summary>Whether the verb takes it from them, and changes something.</summary>
    private static bool Takes(Trial trial, AgreedItem item, Actor by, Instant now, FrozenTerms terms)
    {
        try
        {
            return !ReferenceEquals(trial.Try(item, by, now, terms), item);
        }
        catch (Exception refused) when (refused is ItemRefusedException or NoWorkingDayException)
        {
            return false;
        }
    }

    private static string? NextStage(AgreedItem item) => item.Stages.FirstOrDefault(stage => stage.Done is null)?.Id;

    private sealed record Trial(string Verb, string Function, Func<AgreedItem, Actor, Instant, FrozenTerms, AgreedItem> Try);
}
