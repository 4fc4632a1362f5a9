using FollowUp.Items;
using NodaTime;

namespace FollowUp.Tests.Items;

/// <summary>Habit 19: it names the item, the verb and the reason.</summary>
public sealed class A_refusal
{
    private static readonly Instant Now = Sample.At("2020-03-02 09:00");
    private static readonly Evidence Document = new("document", "No. 12", null);
    private static readonly AgreedItem Item = Sample.Item("2020-03-06", "2020-03-02 08:00");
    private static readonly AgreedItem Reported = Item.Report(new("ana"), Now, Document);
    private static readonly AgreedItem Confirmed = Reported.Confirm(new("boris"), Now, null);
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
    };

    [Theory]
    [MemberData(nameof(NotNow), DisableDiscoveryEnumeration = true)]
    public void says_what_the_state_of_the_item_forbids(string verb, AgreedItem item, string said, string why) =>
        item.Invoking(it => Do(verb, it, Rightful(verb))).Should().Throw<ItemRefusedException>()
            .WithMessage($"Item protocol-1 cannot be {said}: {why}.").Which.Refusal.Should().Be(Refusal.NotNow);

    [Theory]
    [InlineData("sign", "signed for", "its owner")]
    [InlineData("progress", "reported on", "its owner or who supports")]
    [InlineData("report", "reported done", "its owner")]
    [InlineData("confirm", "confirmed", "its issuer")]
    [InlineData("return", "returned", "its issuer")]
    [InlineData("withdraw", "withdrawn", "its coordinator")]
    public void says_who_may(string verb, string said, string who) =>
        Reported.Invoking(it => Do(verb, it, new("dora", ["egor"]))).Should().Throw<ItemRefusedException>()
            .WithMessage($"Item protocol-1 cannot be {said} by dora: only {who} may do that.").Which.Refusal.Should().Be(Refusal.NotAllowed);

    // Who may not, may not know whether it happened either.
    [Fact]
    public void of_a_stranger_comes_before_the_repetition() =>
        Confirmed.Invoking(it => it.Confirm(new("ana"), Now, null)).Should().Throw<ItemRefusedException>().Which.Refusal.Should().Be(Refusal.NotAllowed);

    private static Actor Rightful(string verb) => new(verb switch { "confirm" or "return" => "boris", "withdraw" => "chen", _ => "ana" });

    private static AgreedItem Do(string verb, AgreedItem item, Actor by) => verb switch
    {
        "sign" => item.Sign(by, Now),
        "progress" => item.ReportProgress(by, Now, "word"),
        "report" => item.Report(by, Now, Document),
        "confirm" => item.Confirm(by, Now, null),
        "return" => item.SendBack(by, Now, "not signed"),
        _ => item.Withdraw(by, Now, "agreed otherwise"),
    };
}
