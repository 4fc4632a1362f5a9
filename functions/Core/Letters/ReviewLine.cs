using FollowUp.Items;
using FollowUp.Ledger;
using FollowUp.People;
using FollowUp.Plans;
using NodaTime;

namespace FollowUp.Letters;

/// <summary>What the weekly letter says of one late item, beside what every notice says.</summary>
/// <param name="ToldOn">Since when its reader's level has known of it, by the reader's clock; null where they learn it now.</param>
/// <param name="Steps">What it waits for.</param>
public sealed record ReviewLine(LocalDate? ToldOn, IReadOnlyList<AwaitedStep> Steps)
{
    /// <summary>What an item can wait for that is late and whose clock runs.</summary>
    private static readonly string[] OfLateItems =
        [NextActions.Sign, NextActions.Report, NextActions.ReportAgain, NextActions.DecideExtension];

    internal static ReviewLine Of(NoticeFacts facts, Person to, Instant now) => new(
        facts.Ledger.Where(row => row.State == NoticeState.Sent && IsToldOfLateness(row.Key, facts.Row.Key)).Min(row => row.At)
            ?.InZone(to.Zone()).Date,
        [
            .. NextActions.Of(facts.Item, [], null, now).Where(step => OfLateItems.Contains(step.Action))
                .Select(step => new AwaitedStep(step.Action, step.Who.Count > 0 ? facts.NameOf(step.Who[0], to.Language) : null)),
        ]);

    private static bool IsToldOfLateness(RungKey row, RungKey line) => row.Ladder is LadderName.Overdue or LadderName.Review
        && (row.AnchorRevision, row.Recipient) == (line.AnchorRevision, line.Recipient) && row != line;
}

/// <summary>A step that an item waits for, by a word of <see cref="NextActions"/>, and whose it is.</summary>
public sealed record AwaitedStep(string Action, string? Who);
