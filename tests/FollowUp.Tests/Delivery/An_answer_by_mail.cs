using FollowUp.Delivery;
using FollowUp.Letters;
using FollowUp.People;
using FollowUp.Plans;
using FollowUp.Tests.Delivery.Rig;
using FollowUp.Tests.Letters.Rig;
using Microsoft.Extensions.Configuration;

namespace FollowUp.Tests.Delivery;

/// <summary>
/// Whoever answers a letter reaches a person, and no machine answers it: what a mail server of others takes, in the readings of two mail
/// programs. Tests <see cref="MailSettings"/>, <see cref="SmtpChannel"/>, <see cref="Correspondent"/> and <see cref="RenderedLetter"/>.
/// </summary>
public sealed class An_answer_by_mail
{
    private static readonly Person Ana = Sample.Person("ana") with { Name = "Ana" };

    private static readonly Person Chen = Sample.Person("chen") with
    {
        Names = new() { En = "Coordination desk", Zh = "督办处" },
    };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Контроль исполнения <followup@nia.example>", "Контроль исполнения", "followup@nia.example")]
    [InlineData("\"督办系统\" <followup@nia.example>", "督办系统", "followup@nia.example")]
    [InlineData("followup@nia.example", "", "followup@nia.example")]
    public async Task sees_the_senders_name(string setting, string name, string address) =>
        (await Sent(LetterTo(Ana), ("Mail:From", setting))).Should().AllSatisfy(shown =>
            (shown.From!.Name ?? "", shown.From.Address).Should().Be((name, address), shown.Reader));

    [Theory]
    [InlineData("Секретариат, 2-й отдел <desk@nia.example>")]
    [InlineData("\"Секретариат, 2-й отдел\" <desk@nia.example>")]
    public async Task goes_where_the_setting_says(string setting) =>
        (await Sent(LetterTo(Ana), ("Mail:ReplyTo", setting))).Should().AllSatisfy(shown =>
            shown.ReplyTo.Should().Be(new ShownMailbox("Секретариат, 2-й отдел", "desk@nia.example"), shown.Reader));

    [Theory]
    [InlineData("en", "Coordination desk")]
    [InlineData("zh", "督办处")]
    public async Task goes_to_the_coordinator_where_no_setting_says_otherwise(string language, string name) =>
        (await Sent(LetterTo(Ana with { Language = language }))).Should().AllSatisfy(shown =>
            shown.ReplyTo.Should().Be(new ShownMailbox(name, "chen@nia.example"), shown.Reader));

    [Theory]
    [InlineData("=?utf-8?B?SGVsbG8=?=")]
    [InlineData("two  spaces")]
    public async Task goes_to_a_name_as_it_was_written(string name)
    {
        Person chen = Sample.Person("chen") with { Name = name };
        RenderedLetter letter = SampleLetters.Templates.Render(SampleLetters.Letter(Ana, Facts(chen)));

        (await Sent(letter)).Should().AllSatisfy(shown => shown.ReplyTo!.Name.Should().Be(name, shown.Reader));
    }

    [Fact]
    public async Task is_given_by_no_machine() =>
        (await Sent(LetterTo(Ana))).Should().AllSatisfy(shown => shown.Automatic.Should().Be("auto-generated", shown.Reader));

    [Fact]
    public void of_a_coordinator_goes_to_the_one_of_another_item_or_back_to_them()
    {
        NoticeFacts theirs =
            Facts(), others = Facts() with { Item = SampleLetters.About(LadderName.Overdue) with { Coordinator = "gleb" } };

        SampleLetters.Letter(Chen, theirs, others).Coordinator!.Address.Should().Be("gleb@nia.example");
        SampleLetters.Letter(Chen, theirs).Coordinator!.Address.Should().Be("chen@nia.example");
    }

    /// <summary>Stores of earlier versions hold addresses that no letter can be written with: the letter itself goes out.</summary>
    [Theory]
    [InlineData("chen..li@nia.example")]
    [InlineData("чэнь@nia.example")]
    [InlineData("")]
    public async Task has_nobody_to_go_to_where_the_coordinator_has_no_usable_address(string address)
    {
        SampleLetters.Letter(Ana, Facts(Chen with { Email = address })).Coordinator.Should().BeNull();
        RenderedLetter kept = LetterTo(Ana) with
        {
            Letter = SampleLetters.Letter(Ana, Facts()) with { Coordinator = new("Chen", address) },
        };

        (await Sent(kept)).Should().AllSatisfy(shown => shown.ReplyTo.Should().BeNull(shown.Reader));
    }

    private static NoticeFacts Facts(Person? coordinator = null) =>
        SampleLetters.Facts(SampleLetters.Row(LadderName.Overdue, Role.Owner, "ana")) with
        {
            People = id => id == "chen" ? coordinator ?? Chen : Sample.Person(id),
        };

    private static RenderedLetter LetterTo(Person reader) => SampleLetters.Templates.Render(SampleLetters.Letter(reader, Facts()));

    private static async Task<IReadOnlyList<ShownLetter>> Sent(RenderedLetter letter, params (string Name, string Value)[] settings)
    {
        await using RealMailServer server = new();
        IConfiguration configured = new ConfigurationBuilder().AddInMemoryCollection(
        [
            new("Smtp:Host", "127.0.0.1"), new("Smtp:Port", $"{server.Port}"), new("Smtp:Security", "None"),
            .. settings.Select(setting => new KeyValuePair<string, string?>(setting.Name, setting.Value)),
        ]).Build();
        await MailSettings.CreateChannel(configured).Send(letter, Cancel);

        IReadOnlyList<ShownLetter> shown = (await MailReaders.Read(server.Taken, Cancel)).Should().ContainSingle().Subject;
        shown.Select(one => one.Reader).Should().Equal("mailparser", "postal-mime");
        return shown;
    }
}
