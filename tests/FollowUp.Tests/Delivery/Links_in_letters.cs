using FollowUp.Answers;
using FollowUp.Delivery;
using FollowUp.Items;
using FollowUp.Ledger;
using FollowUp.Letters;
using FollowUp.Plans;
using FollowUp.Tests.Letters.Rig;
using Microsoft.Extensions.Configuration;

namespace FollowUp.Tests.Delivery;

/// <summary>Tests <see cref="AnswerLinks"/> and <see cref="LinkSettings"/>: which links letters have, and with what keys.</summary>
public sealed class Links_in_letters
{
    private static readonly string Key = Convert.ToBase64String([.. Enumerable.Repeat((byte)7, 32)]);
    private static readonly AgreedItem Item = Sample.Item("2020-05-29", "2020-05-11 09:00");

    [Fact]
    public void lead_to_the_page_beside_the_board_with_the_token_behind_the_hash()
    {
        LinkSettings settings = Read(("Links:Key", Key));
        AnswerLink[] links = [.. LinksOf(settings, isOneOfMany: false)];
        links.Select(link => link.Action).Should().Equal("sign", "complete");
        foreach (AnswerLink link in links)
        {
            Uri url = new(link.Url);
            (url.AbsolutePath, url.Query).Should().Be(("/board/answer", ""));
            AnswerToken.Read(url.Fragment[1..], settings.Keys!)!.Action.Should().Be(link.Action);
        }

        LinksOf(settings, isOneOfMany: false).Should().Equal(links, "a letter that is packed twice is the same letter");
    }

    [Fact]
    public void are_one_a_notice_where_there_are_too_many_notices_to_read() =>
        LinksOf(Read(("Links:Key", Key)), isOneOfMany: true).Select(link => link.Action).Should().Equal("sign");

    [Fact]
    public void are_none_without_a_key() => LinksOf(Read(("Links:Key", "")), isOneOfMany: false).Should().BeEmpty();

    [Theory]
    [InlineData("Links:Key", "short", null)]
    [InlineData("Links:Key", "c2hvcnQ=", null)]
    [InlineData("Links:PreviousKey", null, "c2hvcnQ=")]
    public void are_refused_a_key_that_is_none(string setting, string? key, string? previous)
    {
        IConfiguration settings = Settings(("Links:Key", key ?? Key), ("Links:PreviousKey", previous ?? ""));
        string fault = LinkSettings.Fault(settings)!;
        fault.Should().StartWith($"The setting {setting} must be at least 32 random bytes in base64");
        fault.Should().NotContainAny("short", "c2hvcnQ=", Key);
        ((Action)(() => LinkSettings.Read(settings))).Should().Throw<InvalidOperationException>().WithMessage(fault);
    }

    [Fact]
    public void are_not_signed_with_a_key_of_the_past_alone() =>
        LinkSettings.Fault(Settings(("Links:PreviousKey", Key))).Should().Contain("set both, or neither");

    private static IReadOnlyList<AnswerLink> LinksOf(LinkSettings settings, bool isOneOfMany)
    {
        LedgerRow row = SampleLetters.Row(LadderName.Receipt, Role.Owner, "ana");
        NoticeFacts facts = SampleLetters.Facts(row, Item) with
        {
            Answers =
            [
                .. new[] { AnswerAction.Sign, AnswerAction.Complete }
                    .Select(action => AnswerScope.For(Item, action, "ana", Sample.At("2020-05-11 10:00"))),
            ],
        };
        return new AnswerLinks(settings, new("https://board.example/board/", "nia.example", new("FollowUp", "f@nia.example")))
            .Of(facts, isOneOfMany);
    }

    private static LinkSettings Read(params (string, string?)[] settings) => LinkSettings.Read(Settings(settings));

    private static IConfiguration Settings(params (string Name, string? Value)[] settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Name, setting.Value))).Build();
}
