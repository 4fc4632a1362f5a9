using FollowUp.Items;
using NodaTime;

namespace FollowUp.Tests.Rig;

/// <summary>Something that somebody may do with an item of <see cref="Sample"/>, or is refused.</summary>
internal static class RandomVerb
{
    /// <returns>The very same item where it was refused, or changed nothing.</returns>
    public static AgreedItem Do(AgreedItem item, Instant at, Random random)
    {
        LocalDate day = item.DayOf(at).PlusDays(random.Next(1, 200));
        Func<AgreedItem>[] verbs =
        [
            () => item.Sign(new(item.Owner), at), () => item.ReportProgress(new(item.Owner), at, "so far"),
            () => item.Reschedule(new("chen"), at, day, "asked"), () => item.HandTo(new("chen"), at, random.One("ana", "zoe"), "so"),
            () => item.Suspend(new("chen"), at, "theirs"), () => item.Resume(new("chen"), at, item.DaysOf()),
            () => item.Stages.Count == 0 ? item : item.FinishStage(new(item.Owner), at, random.One(item.Stages).Id),
            () => item.Report(new(item.Owner), at, new("none", null, "by phone")), () => item.SendBack(new("boris"), at, "no annex"),
            () => item.Escalate(new(random.One(item.Owner, "boris", "chen")), at, "it must go up"),
            () => item.Ask(new(random.One(item.Owner, "boris")), at, "which annex?"),
            () => item.OpenQuestion is { } asked
                ? item.Reply(new(asked.Of == "issuer" ? "boris" : item.Owner), at, asked.Number, "annex 2") : item,
            () => random.Chance(0.1) ? item.Confirm(new("boris"), at, null) : item,
            () => random.Chance(0.1) ? item.Withdraw(new("chen"), at, "otherwise") : item,
        ];
        try
        {
            return random.One(verbs)();
        }
        catch (ItemRefusedException)
        {
            return item;
        }
    }
}
