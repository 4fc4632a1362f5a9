using FollowUp.Delivery;
using FollowUp.Ledger;
using FollowUp.Letters;
using FollowUp.People;
using FollowUp.Plans;
using FollowUp.Tests.Letters.Rig;
using MimeKit;

namespace FollowUp.Tests.Delivery;

/// <summary>
/// What leaves the house, read back by another reader of MIME. Tests <see cref="RecipientAddress"/>, <see cref="HeaderEncoding"/> and
/// <see cref="RenderedLetter"/>.
/// </summary>
public sealed class A_message
{
    private static readonly MailboxAddress From = new("FollowUp", "followup@nia.example");

    [Fact]
    public void has_one_id_however_often_it_is_packed()
    {
        NoticeFacts[] notices =
        [
            SampleLetters.Facts(SampleLetters.Row(LadderName.Overdue, "owner", "ana")),
            SampleLetters.Facts(SampleLetters.Row(LadderName.Due, "owner", "ana")),
        ];
        Person ana = Sample.Person("ana");
        string id = SampleLetters.Letter(ana, notices).MessageId;

        id.Should().MatchRegex(@"^202006020101\.[0-9a-f]{12}\.ana@followup\.example$");
        SampleLetters.Letter(ana, [.. notices.Reverse()]).MessageId.Should().Be(id);
        SampleLetters.Letter(ana, notices[0]).MessageId.Should().NotBe(id, "other notices are another letter");
        SampleLetters.Letter(Sample.Person("gleb"), notices).MessageId.Should().NotBe(id);
    }

    /// <summary>Mail programs show one of two letters with one id, and a folder keeps one.</summary>
    [Fact]
    public void has_another_id_where_it_says_the_same_of_another_item_or_time()
    {
        LedgerRow row = SampleLetters.Row(LadderName.Confirmation, "issuer", "ana");
        LedgerRow[] others =
        [
            row,
            row with { Key = row.Key with { Item = "protocol-2" } },
            row with { Key = row.Key with { AnchorRevision = 2 } },
        ];
        others.Select(other => SampleLetters.Letter(Sample.Person("ana"), SampleLetters.Facts(other)).MessageId)
            .Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public void carries_text_and_HTML_and_asks_for_no_answer()
    {
        MimeMessage message = Parsed(SampleLetters.Written(SampleLetters.Row(LadderName.Overdue, "owner", "ana")));

        message.Body.Should().BeOfType<MultipartAlternative>().Which.Select(part => part.ContentType.MimeType)
            .Should().Equal("text/plain", "text/html");
        message.TextBody.Should().Contain("Overdue by 4 days");
        message.HtmlBody.Should().Contain("Overdue by 4 days");
        message.Headers[HeaderId.AutoSubmitted].Should().Be("auto-generated");
        message.Headers["X-FollowUp-Recipient"].Should().Be("ana");
        message.References.Should().Equal("2019-11-21-beijing.protocol-1@followup.example");
        message.Date.Should().Be(Sample.At("2020-06-02 09:01").ToDateTimeOffset());
        message.MessageId.Should().EndWith(".ana@followup.example");
    }

    [Theory]
    [InlineData("法律处（国际合作司）", "《中俄海上搜救合作议定书》修订稿")]
    [InlineData("Правовой отдел Федеральной службы", "Пересмотр протокола о сотрудничестве")]
    [InlineData("Law, \"Desk\" <law>; (x)", "Ordinary: title")]
    public void keeps_names_and_titles_of_all_languages(string name, string title)
    {
        Letter letter = SampleLetters.Letter(
            Sample.Person("ana") with { Name = name, Language = "zh" },
            SampleLetters.Facts(SampleLetters.Row(LadderName.Overdue, "owner", "ana"),
                SampleLetters.About(LadderName.Overdue) with { Title = new() { Zh = title } }));
        MimeMessage message = Parsed(SampleLetters.Templates.Render(letter));

        message.To.Mailboxes.Should().ContainSingle().Which.Name.Should().Be(name);
        message.To.Mailboxes.Single().Address.Should().Be("ana@nia.example");
        message.Subject.Should().Contain(title);
        message.TextBody.Should().Contain(title).And.Contain(name);
        message.HtmlBody.Should().Contain(title, "Chinese and Russian need no encoding in HTML");
    }

    [Fact]
    public void takes_no_header_from_a_name()
    {
        Letter letter = SampleLetters.Letter(Sample.Person("ana") with { Name = "Ana\r\nBcc: all@nia.example" },
            SampleLetters.Facts(SampleLetters.Row(LadderName.Overdue, "owner", "ana")));
        MimeMessage message = Parsed(SampleLetters.Templates.Render(letter));
        message.Bcc.Mailboxes.Should().BeEmpty();
        message.To.Mailboxes.Should().ContainSingle().Which.Address.Should().Be("ana@nia.example");
    }

    /// <summary>RFC 2369 and 8058; a page that anybody on the way could read is not named.</summary>
    [Fact]
    public void leads_whoever_wants_fewer_to_where_they_say_so()
    {
        string token = RhythmToken.Sign("ana", new(FollowUp.Answers.LinkKey.Parse(FollowUp.Tests.Rig.Town.KeyOf(1))!, null));
        Letter letter = SampleLetters.Letter(
            Sample.Person("ana"), SampleLetters.Facts(SampleLetters.Row(LadderName.Overdue, "owner", "ana")));

        MimeMessage message = Parsed(SampleLetters.Templates.Render(
            letter with { RhythmLink = $"https://board.example/board/rhythm#{token}" }));
        message.Headers[HeaderId.ListUnsubscribe].Should().Be($"<https://board.example/api/rhythm/{token}>");
        message.Headers["List-Unsubscribe-Post"].Should().Be("List-Unsubscribe=One-Click");
        message.TextBody.Should().Contain($"https://board.example/board/rhythm#{token}");

        MimeMessage open = Parsed(SampleLetters.Templates.Render(
            letter with { RhythmLink = $"http://localhost:7071/board/rhythm#{token}" }));
        open.Headers[HeaderId.ListUnsubscribe].Should().BeNull();
        Parsed(SampleLetters.Templates.Render(letter)).Headers["List-Unsubscribe-Post"].Should().BeNull();
    }

    private static MimeMessage Parsed(RenderedLetter letter)
    {
        using MemoryStream stream = new();
        letter.ToMime(From).WriteTo(stream, TestContext.Current.CancellationToken);
        stream.Position = 0;
        return MimeMessage.Load(stream, TestContext.Current.CancellationToken);
    }
}
