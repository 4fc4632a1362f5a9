using System.Text.RegularExpressions;
using FollowUp.Delivery;
using FollowUp.Tests.Delivery.Rig;
using FollowUp.Tests.Rig;
using MailKit.Security;

namespace FollowUp.Tests.Delivery;

/// <summary>
/// What becomes of a letter when the mail server fails in the middle of taking it, once, and is as it should be from then on: how often it
/// is taken, always under one Message-ID, and what the ledger says in the end. Tests <see cref="SmtpChannel"/> and
/// <see cref="MailConnections"/>.
/// </summary>
public sealed partial class A_mail_server_that_fails
{
    [Theory]
    [InlineData("CONNECT", MailServer.HangUp)]
    [InlineData("CONNECT", MailServer.Stall)]
    [InlineData("CONNECT", "421 4.3.2 too busy")]
    [InlineData("CONNECT", "554 5.3.2 not now")]
    [InlineData("EHLO", MailServer.HangUp)]
    [InlineData("MAIL", MailServer.HangUp)]
    [InlineData("MAIL", MailServer.Stall)]
    [InlineData("MAIL", "451 4.3.0 later")]
    [InlineData("MAIL", "550 5.7.1 we do not know you")]
    [InlineData("RCPT", MailServer.HangUp)]
    [InlineData("RCPT", "450 4.2.1 greylisted")]
    [InlineData("DATA", MailServer.HangUp)]
    [InlineData("DATA", "451 4.3.0 later")]
    [InlineData("TEXT", MailServer.HangUp)]            // before the final dot
    [InlineData("TEXT", MailServer.Stall)]
    [InlineData(".", "452 4.3.1 no room")]
    public async Task before_it_took_the_letter_gets_it_again_and_takes_it_once(string at, string answer) =>
        (await Fate(at, answer)).Should().Be((1, "receipt/at-once to law: sent"));

    /// <summary>The one window in which a letter comes twice; by its Message-ID, everybody can tell that it is the same one.</summary>
    [Theory]
    [InlineData(".", MailServer.HangUp)]
    [InlineData(".", MailServer.Stall)]
    public async Task after_the_final_dot_and_before_its_answer_takes_it_twice(string at, string answer) =>
        (await Fate(at, answer)).Should().Be((2, "receipt/at-once to law: sent"));

    [Theory]
    [InlineData("QUIT", MailServer.HangUp)]
    [InlineData("QUIT", MailServer.Stall)]
    [InlineData("QUIT", "421 4.3.2 closing")]
    [InlineData("QUIT", "554 5.0.0 no")]
    public async Task once_it_said_that_it_took_it_is_not_asked_again(string at, string answer) =>
        (await Fate(at, answer)).Should().Be((1, "receipt/at-once to law: sent"));

    [Theory]
    [InlineData("RCPT", "550 5.1.1 no such mailbox")]
    [InlineData("DATA", "554 5.7.1 not this")]
    [InlineData(".", "554 5.6.0 refused")]
    public async Task for_good_is_not_asked_again_and_the_coordinator_hears_of_it(string at, string answer) =>
        (await Fate(at, answer)).Should().Be((0, "receipt/at-once to law: failed"));

    /// <returns>How often the server took the letter to the owner, and what the ledger says of it.</returns>
    private static async Task<(int Times, string Ledger)> Fate(string at, string answer)
    {
        await using MailServer server = new((at, answer)) { IsOnce = true };
        SmtpChannel channel = new(
            new("127.0.0.1", server.Port, null, null, SecureSocketOptions.None), new("FollowUp", "followup@nia.example"))
        {
            // Long for a server on this machine, also a busy one, which is either there at once or stalls. Of a farewell less is expected
            // anyway.
            Timeout = TimeSpan.FromSeconds(answer == MailServer.Stall && at != "QUIT" ? 2 : 20),
        };
        await using Town town = await Town.With(channel, Papers.ItemOf());
        await town.Until("2020-05-11 10:30");

        List<string> toOwner = [.. server.Taken.Where(letter => To(letter) == "law")];
        toOwner.Select(letter => MessageId().Match(letter).Value).Distinct().Should().HaveCount(Math.Min(1, toOwner.Count));
        string line = (await town.LedgerLines()).Single(line => line.StartsWith("receipt/at-once to law", StringComparison.Ordinal));
        server.Taken.Count(letter => To(letter) == "desk").Should().Be(line.EndsWith("failed", StringComparison.Ordinal) ? 1 : 0);
        return (toOwner.Count, line);
    }

    private static string To(string letter) => Recipient().Match(letter).Groups[1].Value;

    [GeneratedRegex(@"^X-FollowUp-Recipient: (\S+)", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex Recipient();

    [GeneratedRegex(@"^Message-Id: \S+", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex MessageId();
}
