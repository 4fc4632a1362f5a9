using CsCheck;
using FollowUp.Delivery;
using FollowUp.Plans;
using FollowUp.Tests.Letters.Rig;
using FollowUp.Values;
using MimeKit;

namespace FollowUp.Tests.Values;

/// <summary>Law 18: one idea of it, of whoever takes it and whoever writes letters to it. Tests <see cref="MailAddress"/>.</summary>
public sealed class A_mail_address
{
    private static readonly MailboxAddress From = new("FollowUp", "followup@nia.example");

    private static readonly RenderedLetter Letter = SampleLetters.Written(SampleLetters.Row(LadderName.Overdue, "owner", "ana"));

    /// <summary>Like addresses, and nearly so: with dots, hyphens and much else where they do not belong.</summary>
    private static readonly Gen<string> Nearly =
        from local in Gen.OneOf(Parts("abcxyz0189+-_'{", 1, 12), Parts("abzAZ09.!#$%&'*+/=?^_`{|}~-é\"\\ @<>(),:;[]", 1, 12))
        from domain in Gen.OneOf(Parts("abcxyz09.-", 1, 20), Parts("abяф法é。.-_ß\u00adａ", 1, 12),
            Any("nia.example", "xn--e1afmkfd.xn--p1ai", "пример.рф", "10.0.0.1"))
        from at in Any("@", "@", "@", "@", "", "@@", " @")
        select local + at + domain;

    [Theory]
    [InlineData("law@nia.example")]
    [InlineData("i.v.ivanov+minutes@mvd.example")]
    [InlineData("o'brien@nia.example")]
    [InlineData("law@mail")]
    [InlineData("1@1.example")]
    [InlineData("a@xn--e1afmkfd.xn--p1ai")]
    public void is_kept_as_it_is_written(string address) =>
        (MailAddress.Normalize(address), MailAddress.Fault(address)).Should().Be((address, null));

    /// <summary>So mail servers know them; no letter needs more than ASCII for its address.</summary>
    [Theory]
    [InlineData("law@пример.рф", "law@xn--e1afmkfd.xn--p1ai")]
    [InlineData("law@外交部.中国", "law@xn--tlq87w5j9b.xn--fiqs8s")]
    [InlineData("law@cafe\u0301.example", "law@xn--caf-dma.example")]
    public void of_other_than_Latin_domains_is_kept_as_servers_write_it(string address, string kept) =>
        (MailAddress.Normalize(address), MailAddress.Fault(MailAddress.Normalize(address))).Should().Be((kept, null));

    [Theory]
    [InlineData("ivanov.@nia.example", "must not have a dot at the beginning or the end of what is before its @*")]
    [InlineData(".ivanov@nia.example", "must not have a dot at the beginning*")]
    [InlineData("a..b@nia.example", "must not have a dot*, nor two in a row")]
    [InlineData("a@nia..example", "must have a domain after its @, like nia.example: *")]
    [InlineData("a@nia.example.", "must have a domain after its @, like nia.example: *")]
    [InlineData("a@.example", "must have a domain*")]
    [InlineData("a@-nia.example", "must have a domain*")]
    [InlineData("a@nia-.example", "must have a domain*")]
    [InlineData("a@nia_law.example", "must have a domain*")]
    [InlineData("a@10.0.0.1", "must have a domain after its @ that does not end in a number")]
    [InlineData("a@bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb.example", "must have a domain*1 to 63*")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa@nia.example",
        "has 65 characters before its @; at most 64 are taken")]
    [InlineData("иванов@nia.example", "must have nothing but Latin letters, digits and marks before its @: *")]
    [InlineData("a@nia\u00ad.пример", "must *")]
    [InlineData("a@ｎia.пример", "must have a domain*")]
    [InlineData("=?utf-8?q?x?=@nia.example", "must not hold =?*")]
    [InlineData("\"a b\"@nia.example", "must be one mail address like law@nia.example")]
    [InlineData("Law <law@nia.example>", "must be one mail address like law@nia.example")]
    [InlineData("a@nia.example,b@nia.example", "must be one mail address like law@nia.example")]
    [InlineData("a@nia.example\n", "must be one mail address like law@nia.example")]
    [InlineData("a@[10.0.0.1]", "must be one mail address like law@nia.example")]
    public void is_refused_with_what_would_be_right(string address, string fault) => MailAddress.Fault(MailAddress.Normalize(address)).Should().Match(fault);

    [Fact]
    public void that_is_taken_can_be_written_on_a_letter_and_comes_back_the_same()
    {
        int taken = 0;
        Nearly.Sample(
            address =>
            {
                string kept = MailAddress.Normalize(address);
                if (MailAddress.Fault(kept) is null)
                {
                    taken++;
                    Ascii(kept).Should().BeTrue($"{kept} goes to servers that know nothing else");
                    WrittenAndRead(kept).Should().BeEquivalentTo(kept);
                    MailAddress.Normalize(kept).Should().Be(kept, "whoever writes back what they read changes nothing");
                }
            },
            iter: 20_000, threads: 1);
        taken.Should().BeGreaterThan(1_000, "else this test says nothing");
    }

    private static string WrittenAndRead(string address)
    {
        using MemoryStream eml = new();
        RenderedLetter letter = Letter with { Letter = Letter.Letter with { Name = "Отдел \"A\" =?utf-8?q?x?= <b@c.example>", Address = address } };
        letter.ToMime(From).WriteTo(eml, TestContext.Current.CancellationToken);
        eml.Position = 0;
        MailboxAddress to = MimeMessage.Load(eml, TestContext.Current.CancellationToken).To.Mailboxes.Should().ContainSingle().Subject;
        to.Name.Should().Be(letter.Letter.Name);
        return MailboxAddress.EncodeAddrspec(to.Address);
    }

    private static bool Ascii(string text) => text.All(char.IsAscii);

    private static Gen<string> Any(params string[] some) => Gen.Int[0, some.Length - 1].Select(n => some[n]);

    private static Gen<string> Parts(string letters, int min, int max) =>
        Gen.Char[letters].Array[min, max].Select(some => new string(some));
}
