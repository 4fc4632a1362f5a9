using FollowUp.Delivery;
using FollowUp.Plans;
using FollowUp.Tests.Delivery.Rig;
using FollowUp.Tests.Letters.Rig;
using MailKit.Security;
using Microsoft.Extensions.Configuration;
using MimeKit;

namespace FollowUp.Tests.Delivery;

/// <summary>
/// What can never be written or handed over is told from what cannot be now. Tests <see cref="RecipientAddress"/>,
/// <see cref="UnavailableChannel"/> and
/// <see cref="MailSettings"/>.
/// </summary>
public sealed class An_envelope
{
    private static readonly MailboxAddress From = new("FollowUp", "followup@nia.example");

    private const string NoReplyTo =
        "Mail:ReplyTo is not one mail address that people can answer to, like Coordination <coordination@nia.example>.";

    private static readonly RenderedLetter Letter = SampleLetters.Written(SampleLetters.Row(LadderName.Overdue, "owner", "ana"));

    [Theory]
    [InlineData("ivanov.@ex.example")]
    [InlineData(".ivanov@ex.example")]
    [InlineData("ivanov..p@ex.example")]
    [InlineData("ivanov@")]
    [InlineData("@ex.example")]
    [InlineData("ivanov@ex..example")]
    [InlineData("ivanov@ex.example, petrov@ex.example")]
    [InlineData("ivanov petrov@ex.example")]
    [InlineData("ivanov@ex.example\r\nBcc: all@ex.example")]
    [InlineData("")]
    [InlineData(null)]
    public async Task with_an_address_that_cannot_be_written_is_refused_before_anybody_is_asked(string? address)
    {
        RecipientAddress.Fault(address).Should().NotBeNull();
        RenderedLetter letter = To(address!);
        foreach (ILetterChannel channel in new ILetterChannel[] { new PickupFolderChannel("/dev/null/never", From), Channel(1) })
        {
            await channel.Awaiting(it => it.Send(letter, CancellationToken.None))
                .Should().ThrowAsync<DeliveryRefusedException>().WithMessage($"*refused the letter: {RecipientAddress.Fault(address)}");
        }
    }

    [Theory]
    [InlineData("law@nia.example")]
    [InlineData("o'neil+minutes@nia.example")]
    [InlineData("a!#$%&*-/=?^_`{|}~b@nia.example")]
    [InlineData("law@xn--80a1acny.example")]
    public async Task with_any_other_goes_out(string address)
    {
        RecipientAddress.Fault(address).Should().BeNull();
        await using MailServer server = new();
        await Channel(server.Port).Send(To(address), TestContext.Current.CancellationToken);
        server.Commands.Should().Contain($"RCPT TO:<{address}>");
    }

    /// <summary>A server of its own age cannot be told of them; that does not change by trying again.</summary>
    [Theory]
    [InlineData("иванов@nia.example")]
    [InlineData("法律处@nia.example")]
    public async Task with_letters_that_the_server_has_none_for_is_refused(string address)
    {
        RecipientAddress.Fault(address).Should().BeNull("another server may take it");
        await using MailServer server = new();
        await Channel(server.Port).Awaiting(it => it.Send(To(address), CancellationToken.None))
            .Should().ThrowAsync<DeliveryRefusedException>()
            .WithMessage("The mail server refused the letter: it does not take addresses with such letters");
        server.Taken.Should().BeEmpty();
    }

    /// <summary>Of whatever length and alphabet: in the end it is either taken or refused, and never tried for days.</summary>
    [Theory]
    [InlineData("law@почта.example")]
    [InlineData("law@a-label-that-is-longer-than-the-sixty-three-characters-that-the-wire-has-room-for.example")]
    [InlineData("law@очень-длинное-имя-домена-которое-не-помещается-в-шестьдесят-три-знака-никак.example")]
    [InlineData("law")]
    public async Task with_a_domain_that_is_odd_comes_to_an_end(string address)
    {
        await using MailServer server = new();
        Func<Task> send = () => Channel(server.Port).Send(To(address), CancellationToken.None);
        try
        {
            await send();
        }
        catch (DeliveryRefusedException)
        {
            server.Taken.Should().BeEmpty();
            return;
        }

        server.Taken.Should().ContainSingle();
    }

    /// <summary>Whoever runs the app can mend it: no reader's notice fails for that.</summary>
    [Theory]
    [InlineData("Mail:From", "nobody", "Mail:From is not a mail address like FollowUp <followup@nia.example>.")]
    [InlineData("Mail:From", "FollowUp <followup@", "Mail:From is not a mail address like FollowUp <followup@nia.example>.")]
    [InlineData("Mail:ReplyTo", "nobody", NoReplyTo)]
    [InlineData("Mail:ReplyTo", "Desk <desk@nia.example>, Law <law@nia.example>", NoReplyTo)]
    [InlineData("Mail:Domain", "not a domain", "Mail:Domain is not a domain like nia.example.")]
    public async Task without_a_sender_waits_for_one(string setting, string value, string why)
    {
        IConfiguration settings =
            new ConfigurationBuilder().AddInMemoryCollection([new(setting, value), new("Letters:Folder", Path.GetTempPath())]).Build();
        ILetterChannel channel = MailSettings.CreateChannel(settings);

        (await channel.Awaiting(it => it.Send(Letter, CancellationToken.None)).Should().ThrowAsync<DeliveryDelayedException>()).Which.Why
            .Should().Be(why);
        MailSettings.Read(settings).Domain.Should().Be("followup.example", "a letter that is packed meanwhile can be sent afterwards");
    }

    [Theory]
    [InlineData("MAIL", "550 5.7.1 we do not know you", "The mail server answers 550 to the sender (Mail:From).")]
    [InlineData("MAIL", "530 5.7.0 sign in first", "The mail server wants a sign-in (Smtp:User).")]
    [InlineData("RCPT", "450 4.2.1 greylisted", "The mail server answers 450 to the reader's address.")]
    [InlineData("CONNECT", "421 too busy", "The mail server answers 421.")]
    [InlineData("CONNECT", MailServer.HangUp, "The mail server breaks off, or speaks another language.")]
    public async Task that_waits_says_what_somebody_could_mend(string verb, string answer, string why)
    {
        await using MailServer server = new((verb, answer));
        (await Channel(server.Port).Awaiting(mail => mail.Send(Letter, CancellationToken.None))
            .Should().ThrowAsync<DeliveryDelayedException>()).Which.Why.Should().Be(why);
    }

    private static RenderedLetter To(string address) => Letter with { Letter = Letter.Letter with { Address = address } };

    private static SmtpChannel Channel(int port) => new(new("127.0.0.1", port, null, null, SecureSocketOptions.None), From);
}
