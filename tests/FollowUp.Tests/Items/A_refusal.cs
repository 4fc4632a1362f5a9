using FollowUp.Items;
using NodaTime;

namespace FollowUp.Tests.Items;

/// <summary>It names the item, the verb and the reason. Tests <see cref="ItemRefusedException"/>.</summary>
public sealed class A_refusal
{
    private static readonly Instant Now = Sample.At("2020-03-02 09:00");
    private static readonly Evidence Document = new("document", "No. 12", null);
    private static readonly AgreedItem Item = Sample.Item("2020-03-06", "2020-03-02 08:00");
    private static readonly AgreedItem Reported = Item.Report(new("ana"), Now, Document);
    private static readonly AgreedItem Confirmed = Reported.Confirm(new("boris"), Now, null);
    private static readonly AgreedItem Suspended = Item.Suspend(new("chen"), Now, "their text is not here");
    private static readonly AgreedItem Withdrawn = Item.Withdraw(new("chen"), Now, "agreed otherwise");

    public static TheoryData<string, AgreedItem, string, string> NotNow => new()
    {
        { "sign", Confirmed, "signed for", "it was confirmed by boris at 2020-03-02T01:00:00Z" },
        { "sign", Withdrawn, "signed for", "it was withdrawn by chen at 2020-03-02T01:00:00Z" },
        { "progress", Confirmed, "reported on", "it was confirmed by boris at 2020-03-02T01:00:00Z" },
        { "report", Withdrawn, "reported done", "it was withdrawn by chen at 2020-03-02T01:00:00Z" },
        { "confirm", Item, "confirmed", "nobody has reported its completion" },
        { "confirm", Withdrawn, "confirmed", "it was withdrawn by chen at 2020-03-02T01:00:00Z" },
        { "return", Item, "returned", "nobody has reported its completion" },
        { "return", Confirmed, "returned", "it was confirmed by boris at 2020-03-02T01:00:00Z" },
        { "withdraw", Confirmed, "withdrawn", "it was confirmed by boris at 2020-03-02T01:00:00Z" },
        { "stage", Confirmed, "moved past a stage", "it was confirmed by boris at 2020-03-02T01:00:00Z" },
        { "ask", Reported, "extended", "its completion was reported by ana at 2020-03-02T01:00:00Z and awaits the issuer" },
        { "ask", Suspended, "extended", "it waits for the other side; its due date moves by the working days of that" },
        { "reschedule", Reported, "rescheduled", "its completion was reported by ana at 2020-03-02T01:00:00Z and awaits the issuer" },
        { "reschedule", Suspended, "rescheduled", "it waits for the other side; its due date moves when that ends" },
        { "suspend", Reported, "suspended", "its completion was reported by ana at 2020-03-02T01:00:00Z and awaits the issuer" },
        { "resume", Item, "resumed", "it does not wait for anybody" },
        { "resume", Withdrawn, "resumed", "it was withdrawn by chen at 2020-03-02T01:00:00Z" },
        { "hand", Reported, "handed over", "its completion was reported by ana at 2020-03-02T01:00:00Z and awaits the issuer" },
        { "re-base", Confirmed, "re-based", "it was confirmed by boris at 2020-03-02T01:00:00Z" },
    };

    /// <summary>What was done fifty times is done no more: the item has another trouble.</summary>
    public static TheoryData<string, AgreedItem, string, string> Enough => new()
    {
        { "ask",
            Item with { Extensions = [
                .. Fifty(new Extension(1, "ana", Now, new(2020, 3, 9), "ill") { Decision = new("boris", Now, false, null) }),
            ] }, "extended", "an extension was asked for 50 times already" },
        { "suspend", Item with { Suspensions = [.. Fifty(new Suspension("chen", Now, "no text") { Ended = new("chen", Now, 0) })] },
            "suspended", "it was suspended 50 times already" },
        { "hand", Item with { HandOvers = [.. Fifty(new HandOver("chen", Now, "ana", "gleb", "moved"))] }, "handed over",
            "it changed hands 50 times already" },
        { "re-base", Item with { Rebases = [.. Fifty(new Rebase("chen", Now, [], []))] }, "re-based", "it was re-based 50 times already" },
    };

    [Theory]
    [MemberData(nameof(Enough), DisableDiscoveryEnumeration = true)]
    public void says_that_it_is_enough(string verb, AgreedItem item, string said, string why)
    {
        item.Invoking(it => Do(verb, it, Rightful(verb))).Should().Throw<ItemRefusedException>()
            .WithMessage($"Item protocol-1 cannot be {said}: {why}.").Which.Refusal.Should().Be(Refusal.NotNow);
        AgreedItem less = item with
        {
            Extensions = [.. item.Extensions.Skip(1)],
            Suspensions = [.. item.Suspensions.Skip(1)],
            HandOvers = [.. item.HandOvers.Skip(1)],
            Rebases = [.. item.Rebases.Skip(1)],
        };
        less.Invoking(it => Do(verb, it, Rightful(verb))).Should().NotThrow();
    }

    [Theory]
    [MemberData(nameof(NotNow), DisableDiscoveryEnumeration = true)]
    public void says_what_the_state_of_the_item_forbids(string verb, AgreedItem item, string said, string why) =>
        item.Invoking(it => Do(verb, it, Rightful(verb))).Should().Throw<ItemRefusedException>()
            .WithMessage($"Item protocol-1 cannot be {said}: {why}.").Which.Refusal.Should().Be(Refusal.NotNow);

    [Theory]
    [InlineData("sign", "signed for", "its owner (ana)")]
    [InlineData("progress", "reported on", "its owner (ana) or who supports (gleb)")]
    [InlineData("report", "reported done", "its owner (ana)")]
    [InlineData("confirm", "confirmed", "its issuer (boris: away, egor stands in)")]
    [InlineData("return", "returned", "its issuer (boris: away, egor stands in)")]
    [InlineData("withdraw", "withdrawn", "its coordinator (chen)")]
    [InlineData("stage", "moved past a stage", "its owner (ana) or who supports (gleb)")]
    [InlineData("ask", "extended", "its owner (ana)")]
    [InlineData("decide", "extended", "its issuer (boris: away, egor stands in)")]
    [InlineData("reschedule", "rescheduled", "its coordinator (chen)")]
    [InlineData("suspend", "suspended", "its coordinator (chen)")]
    [InlineData("resume", "resumed", "its coordinator (chen)")]
    [InlineData("hand", "handed over", "its coordinator (chen)")]
    [InlineData("re-base", "re-based", "its coordinator (chen)")]
    public void says_who_may(string verb, string said, string who) =>
        Reported.Invoking(it => Do(verb, it, new("dora", [new("owner", "egor", "dora"), new("issuer", "boris", "egor")])))
            .Should().Throw<ItemRefusedException>()
            .WithMessage($"Item protocol-1 cannot be {said} by dora: only {who} may do that.").Which.Refusal
            .Should().Be(Refusal.NotAllowed);

    // Who may not, may not know whether it happened either.
    [Fact]
    public void of_a_stranger_comes_before_the_repetition() =>
        Confirmed.Invoking(it => it.Confirm(new("ana"), Now, null)).Should().Throw<ItemRefusedException>().Which.Refusal
            .Should().Be(Refusal.NotAllowed);

    private static IEnumerable<T> Fifty<T>(T one) => Enumerable.Repeat(one, 50);

    private static Actor Rightful(string verb) => new(verb switch
    {
        "confirm" or "return" or "decide" => "boris",
        "withdraw" or "reschedule" or "suspend" or "resume" or "hand" or "re-base" => "chen",
        _ => "ana",
    });

    private static AgreedItem Do(string verb, AgreedItem item, Actor by) => verb switch
    {
        "sign" => item.Sign(by, Now),
        "progress" => item.ReportProgress(by, Now, "word"),
        "report" => item.Report(by, Now, Document),
        "confirm" => item.Confirm(by, Now, null),
        "return" => item.SendBack(by, Now, "not signed"),
        "stage" => item.FinishStage(by, Now, "draft"),
        "ask" => item.AskForExtension(by, Now, Sample.Day("2020-03-20"), "the annex is being translated", 2),
        "decide" => item.DecideExtension(by, Now, 1, isGranted: true, null),
        "reschedule" => item.Reschedule(by, Now, Sample.Day("2020-03-20"), "the visit was put off"),
        "suspend" => item.Suspend(by, Now, "their text is not here"),
        "resume" => item.Resume(by, Now, item.DaysOf()),
        "hand" => item.HandTo(by, Now, "gleb", "a new department"),
        "re-base" => item.RebaseTo(by, Now, new(2, new Dictionary<string, int> { ["CN"] = 1 })),
        _ => item.Withdraw(by, Now, "agreed otherwise"),
    };
}
