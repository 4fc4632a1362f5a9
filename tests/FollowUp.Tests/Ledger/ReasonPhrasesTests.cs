using FollowUp.Ledger;
using FollowUp.Plans;
using FollowUp.Tests.Phrases.Rig;

namespace FollowUp.Tests.Ledger;

/// <summary>Law 3: the ledger says why, in words that rows of every version have, and as data. Tests <see cref="ReasonPhrases"/>.</summary>
public sealed class ReasonPhrasesTests
{
    private static readonly Example[] Why =
    [
        new("before assignment", "before-assignment"),
        new("before it was registered", "before-registration"),
        new("it was never assigned", "never-assigned"),
        new("it was handed over since", "handed-over"),
        new("the due date was near then", "due-near"),
        new("it waited for the other side", "waited"),
        new("the owner was never told", """never-told {"role":"owner"}"""),
        new("its moment had passed when the item was re-based", "re-based"),
        new("they were away once more", "away-again"),
        new("overtaken: the item moved on first", "overtaken"),
        new("superseded by due/day/0 to nia-law", """superseded {"ladder":"due","rung":"day","occurrence":0,"to":"nia-law"}"""),
        new("it could not be handed over in five days of trying", """not-taken {"days":5}"""),
        new("it could not be handed over in five days of trying (TaskFailed)", """not-taken {"days":5,"failure":"TaskFailed"}""",
            IsEarlier: true),
        new("it could not be handed over in a day of trying (DeliveryDelayedException)",
            """not-taken {"days":1,"failure":"DeliveryDelayedException"}""", IsEarlier: true),
        new("The mail server refused the letter: 550, no", """letter-refused {"channel":"mail-server","said":"550, no"}"""),
        new("Some other way refused the letter: not on Sundays", """letter-refused {"channel":"Some other way","said":"not on Sundays"}"""),
        new("there is no mail address in the register", "address-missing"),
        new("the mail address in the register is none that a letter can be sent to", "address-unusable"),
        new("whom it was meant for is not in the register", "person-missing"),
        new("the time zone Mars/Olympus in the register is not known here", """time-zone-unknown {"timeZone":"Mars/Olympus"}"""),
        new("the plan or a calendar of its item is not in the register", "terms-missing"),
        new("it cannot be put into words", "unsayable"),
    ];

    private static readonly Example[] Said =
    [
        new("550, it does not take letters to that address", """address-refused {"status":550}"""),
        new("554, it does not take this letter", """content-refused {"status":554}"""),
        new("it does not take addresses with such letters", "letters-unknown"),
        new("it cannot be written in the form of a mail", "unwritable"),
        new("there is no mail address in the register", "address-missing"),
        new("the mail address in the register is none that a letter can be sent to", "address-unusable"),
    ];

    [Fact]
    public void are_read_as_they_are_written() => Example.Hold(Why, ReasonPhrases.Vocabulary);

    [Fact]
    public void say_what_a_channel_said() => Example.Hold(Said, ReasonPhrases.Refused);

    [Fact]
    public void tell_a_refusal_with_what_the_channel_said() =>
        ReasonPhrases.Read("The letter folder refused the letter: it cannot be written in the form of a mail").AsJson()
            .Should().Be(Say.Example(
            """letter-refused {"channel":"letter-folder","said":"it cannot be written in the form of a mail","refusal":{"code":"unwritable","args":{}}}"""));

    [Theory]
    [InlineData(null)]
    [InlineData("550 5.1.1 no such mailbox")]
    [InlineData("superseded by due/day to nia-law")]
    public void leave_to_its_English_what_is_none_of_them(string? why) => ReasonPhrases.Read(why).Should().BeNull();

    [Fact]
    public void name_the_notice_that_took_a_place() =>
        ReasonPhrases.SupersededBy(new("protocol-1", 1, LadderName.Overdue, "again", 3, "ana"))
            .Should().Be("superseded by overdue/again/3 to ana");

    [Fact]
    public void tell_an_alarm_with_the_reason_of_what_it_is_about()
    {
        Example.Hold(
            [new("A notice to ana was refused: 550 no", """notice-refused {"to":"ana","why":"550 no"}""")], AlarmPhrases.Vocabulary);
        AlarmPhrases.Read("A notice to ana was refused: it cannot be put into words").AsJson().Should().Be(Say.Example(
            """notice-refused {"to":"ana","why":"it cannot be put into words","reason":{"code":"unsayable","args":{}}}"""));
        AlarmPhrases.Read("moved from 1 Oct: National Day (CN)").Should().BeNull();
    }
}
