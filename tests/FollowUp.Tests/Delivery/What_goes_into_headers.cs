using FollowUp.Delivery;
using FollowUp.Http;
using FollowUp.Plans;
using FollowUp.Tests.Letters.Rig;
using Microsoft.AspNetCore.Http;
using MimeKit;
using NodaTime;

namespace FollowUp.Tests.Delivery;

/// <summary>
/// What people wrote begins no header of its own, neither of a letter nor of an answer, even where a store of an earlier version holds
/// what is refused today. Tests <see cref="RenderedLetter"/> and <see cref="GetEvidence"/>.
/// </summary>
public sealed class What_goes_into_headers
{
    private static readonly MailboxAddress From = new("FollowUp", "followup@nia.example");

    private static readonly RenderedLetter Letter = SampleLetters.Written(SampleLetters.Row(LadderName.Overdue, "owner", "ana"));

    public static TheoryData<string> Corpus =>
    [
        "Ana\r\nBcc: all@nia.example", "Ana\nBcc: all@nia.example", "Ana\rBcc: all@nia.example", "Ana\r\n\r\n<html>", "Ana\r\n Bcc: x",
        "Ana\u0085Bcc: x", "Ana\u2028Bcc: x", "Ana\0Bcc: x", "\"Ana\" <all@nia.example>,", "=?utf-8?q?Ana=0D=0ABcc:_x?=", "Ana\\\r\nBcc: x",
        "Ana%0d%0aBcc: x", "Ana; filename=evil.exe", "Ana\u000b\u000cBcc: x", "\r\nAna", "Ana\r\n",
    ];

    [Theory]
    [MemberData(nameof(Corpus))]
    public void of_a_letter_is_one_value_of_one_header(string hostile)
    {
        RenderedLetter letter = Letter with { Subject = hostile, Letter = Letter.Letter with { Name = hostile } };

        MimeMessage sent = Reread(letter.ToMime(From));

        Names(sent).Should().Equal(Names(Reread(Letter.ToMime(From))));
        sent.To.Mailboxes.Select(mailbox => mailbox.Address).Should().Equal(Letter.Letter.Address);
        sent.Bcc.Count.Should().Be(0);
        sent.TextBody.Should().NotBeNullOrEmpty();
    }

    [Theory]
    [MemberData(nameof(Corpus))]
    public void of_an_answer_is_one_value_of_one_header(string hostile)
    {
        HttpResponse response = new DefaultHttpContext().Response;

        _ = GetEvidence.Attachment(response, new("00", hostile, "text/plain", 1, "ana", Instant.FromUtc(2020, 5, 11, 2, 0)), [1]);

        string offered = response.Headers.ContentDisposition.ToString();
        offered.Should().StartWith("attachment").And.NotMatchRegex("[\\x00-\\x1f\\x7f-\\uffff]");
        Microsoft.Net.Http.Headers.ContentDispositionHeaderValue.Parse(offered).Parameters.Select(parameter => parameter.Name.ToString())
            .Should().BeSubsetOf(["filename", "filename*"]);
    }

    private static IEnumerable<string> Names(MimeMessage message) => message.Headers.Select(header => header.Field);

    private static MimeMessage Reread(MimeMessage message)
    {
        using MemoryStream bytes = new();
        message.WriteTo(bytes);
        bytes.Position = 0;
        return MimeMessage.Load(bytes);
    }
}
