using FollowUp.Delivery;
using FollowUp.Plans;
using FollowUp.Tests.Delivery.Rig;
using FollowUp.Tests.Letters.Rig;
using MailKit.Security;
using MimeKit;

namespace FollowUp.Tests.Delivery;

/// <summary>The error's type says whether to try again. Tests <see cref="SmtpFailure"/> and <see cref="ChannelReply"/>.</summary>
public sealed class The_mail_server
{
    private static RenderedLetter Letter { get; } = SampleLetters.Written(SampleLetters.Row(LadderName.Overdue, "owner", "ana"));

    [Fact]
    public async Task takes_the_letter()
    {
        await using MailServer server = new();
        await Channel(server.Port).Send(Letter, TestContext.Current.CancellationToken);

        using MemoryStream taken = new(System.Text.Encoding.UTF8.GetBytes(server.Taken.Should().ContainSingle().Subject));
        MimeMessage message = await MimeMessage.LoadAsync(taken, TestContext.Current.CancellationToken);
        message.MessageId.Should().Be(Letter.Letter.MessageId);
        message.TextBody.Should().Contain("Overdue by 4 days");
        server.Commands.Should().Contain(command => command.StartsWith("RCPT TO:<ana@nia.example>", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Law 3: what it said stands in the ledger, as one line of bounded length, whatever it was.</summary>
    [Theory]
    [InlineData("250 2.0.0 Ok: queued as 4XyZ", "250 2.0.0 Ok: queued as 4XyZ")]
    [InlineData("250-2.0.0 Ok\r\n250 queued as 4XyZ", "250 2.0.0 Ok queued as 4XyZ")]
    [InlineData("250 \u001b[2Jok", "250  [2Jok")]
    [InlineData("250 ", "250")]
    public async Task says_that_it_took_it(string answer, string kept)
    {
        await using MailServer server = new((".", answer));
        (await Channel(server.Port).Send(Letter, TestContext.Current.CancellationToken)).Should().Be(kept);
    }

    [Fact]
    public void says_no_more_than_somebody_can_search_for() =>
        ChannelReply.Of(250, new string('x', 1_000)).Should().HaveLength(300);

    /// <summary>The words are kept nowhere; a mail in somebody's mailbox is held against what the ledger has of them.</summary>
    [Fact]
    public async Task takes_the_words_of_which_the_letter_has_the_digest()
    {
        await using MailServer server = new();
        _ = await Channel(server.Port).Send(Letter, TestContext.Current.CancellationToken);

        using MemoryStream taken = new(System.Text.Encoding.UTF8.GetBytes(server.Taken.Should().ContainSingle().Subject));
        MimeMessage message = await MimeMessage.LoadAsync(taken, TestContext.Current.CancellationToken);
        string words = message.TextBody!.ReplaceLineEndings("\n").TrimEnd('\n');
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(words)))
            .Should().Be(Letter.TextDigest());
    }

    [Theory]
    [InlineData("RCPT", "550 5.1.1 no such mailbox", "550, it does not take letters to that address")]
    [InlineData("RCPT", "553 5.1.3 bad address", "553, it does not take letters to that address")]
    [InlineData("DATA", "554 5.7.1 not from you", "554, it does not take this letter")]
    [InlineData(".", "552 5.3.4 too large", "552, it does not take this letter")]
    [InlineData(".", "554 5.6.0 refused", "554, it does not take this letter")]
    public async Task that_says_no_for_good_refuses(string verb, string answer, string reason)
    {
        await using MailServer server = new((verb, answer));
        await Channel(server.Port).Awaiting(mail => mail.Send(Letter, CancellationToken.None))
            .Should().ThrowAsync<DeliveryRefusedException>()
            .WithMessage($"The mail server refused the letter: {reason}");
    }

    [Theory]
    [InlineData("CONNECT", "554 5.3.2 not now")]        // about us: somebody can mend that
    [InlineData("CONNECT", "421 too busy")]
    [InlineData("MAIL", "530 5.7.0 sign in first")]
    [InlineData("MAIL", "550 5.7.1 we do not know you")]
    [InlineData("MAIL", "451 4.3.0 later")]
    [InlineData("RCPT", "450 4.2.1 greylisted")]
    [InlineData("RCPT", "452 4.2.2 mailbox full")]
    [InlineData("RCPT", "530 5.7.0 sign in first")]
    [InlineData("DATA", "451 4.3.0 later")]
    [InlineData(".", "421 4.3.2 closing")]
    [InlineData(".", "452 4.3.1 no room")]
    [InlineData("CONNECT", MailServer.HangUp)]
    public async Task that_says_not_now_delays(string verb, string answer) =>
        (await Delayed(verb, answer)).IsIndeterminate.Should().BeFalse("it was not taken");

    /// <summary>Where exactly the line went dead, a client cannot tell: the same Message-ID will.</summary>
    [Theory]
    [InlineData("RCPT")]
    [InlineData("TEXT")]                                // before the final dot
    [InlineData(".")]                                   // after it
    public async Task that_falls_silent_may_have_taken_it(string verb) =>
        (await Delayed(verb, MailServer.HangUp)).IsIndeterminate.Should().BeTrue();

    private static async Task<DeliveryDelayedException> Delayed(string verb, string answer)
    {
        await using MailServer server = new((verb, answer));
        return (await Channel(server.Port).Awaiting(mail => mail.Send(Letter, CancellationToken.None))
            .Should().ThrowAsync<DeliveryDelayedException>()).Which;
    }

    [Fact]
    public async Task that_hung_up_after_the_letter_gets_the_very_same_again()
    {
        await using MailServer server = new((".", MailServer.HangUp));
        SmtpChannel channel = Channel(server.Port);
        foreach (int _ in Enumerable.Range(0, 2))
        {
            await channel.Awaiting(mail => mail.Send(Letter, CancellationToken.None)).Should().ThrowAsync<DeliveryDelayedException>();
        }

        server.Taken.Should().HaveCount(2);
        server.Taken
            .Select(letter => MimeMessage.Load(
                new MemoryStream(System.Text.Encoding.UTF8.GetBytes(letter)), TestContext.Current.CancellationToken).MessageId)
            .Should().AllBe(Letter.Letter.MessageId);
    }

    [Fact]
    public async Task that_is_not_there_delays()
    {
        MailServer gone = new();
        await gone.DisposeAsync();
        await Channel(gone.Port).Awaiting(mail => mail.Send(Letter, CancellationToken.None))
            .Should().ThrowAsync<DeliveryDelayedException>();
    }

    // A setting that does not fit the server is ours to mend, and must not cost the letter.
    [Fact]
    public async Task without_the_sign_in_or_the_encryption_that_we_are_set_to_delays()
    {
        await using MailServer server = new();
        SmtpChannel signsIn = new(new("127.0.0.1", server.Port, "user", "password", SecureSocketOptions.None), From);
        SmtpChannel encrypts = new(new("127.0.0.1", server.Port, null, null, SecureSocketOptions.StartTls), From);
        await signsIn.Awaiting(mail => mail.Send(Letter, CancellationToken.None)).Should().ThrowAsync<DeliveryDelayedException>();
        await encrypts.Awaiting(mail => mail.Send(Letter, CancellationToken.None)).Should().ThrowAsync<DeliveryDelayedException>();
    }

    private static readonly MailboxAddress From = new("FollowUp", "followup@nia.example");

    private static SmtpChannel Channel(int port) => new(new("127.0.0.1", port, null, null, SecureSocketOptions.None), From);
}
