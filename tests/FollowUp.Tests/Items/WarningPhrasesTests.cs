using FollowUp.Items;
using FollowUp.Tests.Phrases.Rig;

namespace FollowUp.Tests.Items;

/// <summary>What an item warns of, in its row and as data. Tests <see cref="WarningPhrases"/>.</summary>
public sealed class WarningPhrasesTests
{
    private static readonly Example[] Warnings =
    [
        new("It was registered after its due date, 2020-05-29: reminders before that day are recorded as skipped.",
            """registered-late {"dueOn":"2020-05-29"}"""),
        new("It is due on 2020-05-29, before its own stages: draft, signature.",
            """stages-after-due {"dueOn":"2020-05-29","stages":["draft","signature"]}"""),
        new(
            "Calendar CN is known through 2026-12-31 only: later days count by the weekend alone.",
            """calendar-ends {"calendar":"CN","knownThrough":"2026-12-31"}"""),
        new(
            "Plan strict tells nobody in overdue/level-2, receipt/boss: the chain of agreement 2019-11-21-beijing has 1.",
            """levels-missing {"plan":"strict","rungs":[{"ladder":"overdue","rung":"level-2"},{"ladder":"receipt","rung":"boss"}],"agreement":"2019-11-21-beijing","levels":1}"""),
        new("ana is owner and coordinator: told once.", """several-parts {"who":"ana","roles":["owner","coordinator"]}"""),
        new(
            "ana is owner and issuer and level-1: told once; nobody else confirms what they report, or decides on their extensions; where "
                + "it is about them, the next one above is told instead.",
            """several-parts {"who":"ana","roles":["owner","issuer","level-1"],"alone":true,"above":true}"""),
        new(
            "ana is coordinator and level-2: told once; where it is about them, the next one above is told instead.",
            """several-parts {"who":"ana","roles":["coordinator","level-2"],"above":true}"""),
        new(
            "Plan slow lets issuer know when no word comes, but later than word is asked for: that ends 60 days before the due date, and "
                + "they will not hear.",
            """word-too-late {"plan":"slow","role":"issuer","days":60}"""),
        new(
            "The next occurrence, due 2020-08-31, was not opened: something. Register it by hand.",
            """next-not-opened {"dueOn":"2020-08-31","why":"something"}"""),
    ];

    private static readonly Example[] NotOpened =
    [
        new("agreement minutes has 500 items already", """agreement-full {"agreement":"minutes","items":500}"""),
        new("another item is called visit-2", """id-taken {"item":"visit-2"}"""),
        new("CN and RU have no working day in common within a year of 2027-01-01",
            """no-working-day {"calendars":["CN","RU"],"day":"2027-01-01"}"""),
    ];

    [Fact]
    public void are_read_as_they_are_written() => Example.Hold(Warnings, WarningPhrases.Vocabulary);

    [Fact]
    public void say_why_an_occurrence_was_not_opened()
    {
        Example.Hold(NotOpened, WarningPhrases.NotOpened);
        WarningPhrases.Read("The next occurrence, due 2020-08-31, was not opened: another item is called visit-2. Register it by hand.")
            .AsJson().Should().Be(Say.Example(
            """next-not-opened {"dueOn":"2020-08-31","why":"another item is called visit-2","reason":{"code":"id-taken","args":{"item":"visit-2"}}}"""));
    }

    [Fact]
    public void are_left_to_their_English_where_they_are_written_otherwise() => WarningPhrases.Read("Calendar CN ends").Should().BeNull();
}
