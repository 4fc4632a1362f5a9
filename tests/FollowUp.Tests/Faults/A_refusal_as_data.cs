using FollowUp.Faults;
using FollowUp.Tests.Phrases.Rig;

namespace FollowUp.Tests.Faults;

/// <summary>
/// What is refused is said in English and as data, and the one follows from the other. Tests <see cref="RefusalPhrases"/> and
/// <see cref="StatePhrases"/>.
/// </summary>
public sealed class A_refusal_as_data
{
    private static readonly Example[] Refusals =
    [
        new("Item protocol-1 cannot be confirmed by ana: only its issuer (boris: away, dora or egor stands in) may do that.",
            """not-allowed {"item":"protocol-1","verb":"confirmed","by":"ana","who":["issuer"]}"""),
        new("Agreement minutes cannot be amended by ana: only its coordinator (chen) may do that.",
            """agreement-not-allowed {"agreement":"minutes","by":"ana","who":"chen"}"""),
        new("Item protocol-1 cannot be confirmed: nobody has reported its completion.",
            """not-now {"item":"protocol-1","verb":"confirmed","why":"nobody has reported its completion"}"""),
        new("Item protocol-1 has changed since: it is at revision 4. Read it again and decide anew.",
            """stale {"item":"protocol-1","revision":4}"""),
        new("A plan or calendar has changed since the preview. Look at a new preview, and send its token.", "preview-outdated"),
        new("Something has changed since the preview: in the file, in what was said of it, or in the agreement. Look at a new preview, and "
            + "send its token.", "import-outdated"),
        new("Something has changed since the preview: an item, or who is named. Look at a new preview, and send its token.",
            "changes-outdated"),
        new("ana is to be succeeded by gleb on 2020-06-01 already. Call that off first, or wait until it is done.",
            """succession-there {"person":"ana","successor":"gleb","on":"2020-06-01"}"""),
        new("gleb is to succeed ana on 2020-06-01. Call that off first, or wait until it is done.",
            """succession-named {"person":"gleb","leaving":"ana","on":"2020-06-01"}"""),
        new("The succession of ana began at 2020-06-01T01:00:00Z, and is not called off any more.",
            """succession-begun {"person":"ana","at":"2020-06-01T01:00:00Z"}"""),
        new("ana has a part in what is open or comes round again: talks/a, talks/b. Let somebody succeed them first, or wait until that is "
            + "closed; end what comes round.",
            """erasure-parts {"person":"ana","items":"talks/a, talks/b"}"""),
        new("ana stands in for, talks with or is to succeed boris, gleb. Have somebody else named there first.",
            """erasure-named {"person":"ana","people":["boris","gleb"]}"""),
        new("A letter to ana is on its way, and is so for five days at most. Erase them when it is gone.",
            """erasure-letter {"person":"ana"}"""),
        new("ana was erased at 2020-06-01T01:00:00Z, and is not written again. Register them under another id.",
            """person-erased {"person":"ana","at":"2020-06-01T01:00:00Z"}"""),
        new("Person ana is not in the register.", """not-found {"what":"Person ana"}"""),
        new("Agreement a is registered already, with other content. Take another id, or send the content that is registered.",
            """id-taken {"what":"Agreement a"}"""),
        new("There is a webhook w already. Ask for another secret of it, or remove it first.", """webhook-taken {"webhook":"w"}"""),
        new("Item i is full: this is 12 characters too long for what room is left. Say it in fewer words.",
            """item-full {"item":"i","over":12}"""),
        new("Item i holds so much already that this no longer fits: room is kept for what closes it. A text that is 12 characters shorter "
            + "may fit; a completion report, its confirmation and a withdrawal do. What else is to be said goes into a document of yours, "
            + "or into another item.", """item-nearly-full {"item":"i","over":12}"""),
        new("Only the coordinator acts in another's name. You are ana and gleb: leave out by, or name yourself.",
            """in-anothers-name {"people":["ana","gleb"]}"""),
        new("Nobody decides about their own work, and ana has done, reported or asked for this: somebody else must act for the issuer.",
            """own-work {"who":"ana"}"""),
        new("ana@nia.example is the address of nobody in the register, and has no part in the office. "
            + "Ask a coordinator to put you into the register with this address.", """stranger {"address":"ana@nia.example"}"""),
        new("This is for whoever is coordinator or admin of the office, by its settings, and ana@nia.example is not. Ask one of them.",
            """not-of-the-office {"roles":"coordinator or admin","name":"ana@nia.example"}"""),
        new("This is for whoever is owner of it, and the key robot is not. Ask its coordinator, or whoever sent you here.",
            """not-of-the-item {"roles":"owner","name":"the key robot"}"""),
        new("This is one person's own: it is for them, and for whoever is coordinator or admin of the office, and ana@nia.example is "
            + "neither. Ask one of them.", """not-their-own {"roles":"coordinator or admin","name":"ana@nia.example"}"""),
    ];

    private static readonly Example[] States =
    [
        new("it was withdrawn by chen at 2020-05-01T01:00:00Z", """withdrawn {"by":"chen","at":"2020-05-01T01:00:00Z"}"""),
        new("it was confirmed by boris at 2020-05-01T01:00:00Z", """confirmed {"by":"boris","at":"2020-05-01T01:00:00Z"}"""),
        new("its completion was reported by ana at 2020-05-01T01:00:00Z and awaits the issuer",
            """reported {"by":"ana","at":"2020-05-01T01:00:00Z"}"""),
        new("it is not assigned yet: it waits for visit-1, visit-2", """not-assigned {"items":["visit-1","visit-2"]}"""),
        new("nobody has reported its completion", "not-reported"),
        new("it was handed over since the letter", "link-handed-over"),
        new("nobody has asked for it", "not-asked"),
        new("it changed hands 40 times already", """too-many-hands {"max":40}"""),
        new("its owner is the coordinator, to whom it would go", "coordinators-own"),
        new("it was re-based 40 times already", """too-many-re-bases {"max":40}"""),
        new("parts in it went to others 40 times already", """too-many-reassignments {"max":40}"""),
        new("it was suspended 40 times already", """too-many-waits {"max":40}"""),
        new("gleb reported or asked for what its issuer is to decide on", """own-work-waits {"who":"gleb"}"""),
        new("it has 10 files already", """too-many-files {"max":10}"""),
        new("it is done once, and does not come round", "comes-not-round"),
        new("its series went on; it is ended with meet-2", """went-on {"item":"meet-2"}"""),
        new("it is the last of its series", "last-of-series"),
        new("it was escalated by ana at 2020-05-01T01:00:00Z, and goes up once a day",
            """escalated-today {"by":"ana","at":"2020-05-01T01:00:00Z"}"""),
        new("no level above is left that has not heard of it", "top"),
        new("question 2, of ana at 2020-05-01T01:00:00Z, waits for its answer",
            """question-open {"number":2,"by":"ana","at":"2020-05-01T01:00:00Z"}"""),
        new("question 2 was answered by boris at 2020-05-01T01:00:00Z",
            """question-answered {"number":2,"by":"boris","at":"2020-05-01T01:00:00Z"}"""),
        new("its owner is its issuer, and there is nobody else to ask", "nobody-else"),
        new("100 questions were asked about it already", """too-many-questions {"max":100}"""),
        new("extension 1 was refused by boris at 2020-05-01T01:00:00Z",
            """extension-decided {"number":1,"decision":"refused","by":"boris","at":"2020-05-01T01:00:00Z"}"""),
        new("it waits for the other side; its due date moves by the working days of that", "waits"),
        new("it waits for the other side; its due date moves when that ends", "waits", IsEarlier: true),
        new("it does not wait for anybody", "does-not-wait"),
        new("extension 2, to 2020-06-01, still awaits the issuer", """extension-open {"number":2,"dueOn":"2020-06-01"}"""),
        new("its due date, 2020-05-29, has passed; the coordinator may reschedule it", """due-passed {"dueOn":"2020-05-29"}"""),
        new("it was extended 2 times already, and its plan allows 2", """extended-enough {"count":2,"max":2}"""),
        new("an extension was asked for 20 times already", """asked-enough {"max":20}"""),
    ];

    [Theory]
    [InlineData("its owner (ana) or who supports (gleb, hao)", "owner", "supporting")]
    [InlineData("its coordinator (chen)", "coordinator")]
    public void names_who_may_by_their_roles(string who, params string[] roles) =>
        RefusalPhrases.NotAllowed.Read($"Item i cannot be signed for by boris: only {who} may do that.")!.Args["who"]
            .Should().BeEquivalentTo(roles);

    [Fact]
    public void says_what_its_sentence_says()
    {
        foreach (Example example in Refusals)
        {
            RefusalPhrases.Vocabulary.Read(example.Text).AsJson().Should().Be(Say.Example(example.Phrase), example.Text);
        }

        Refusals.Select(example => example.Code).Should().BeEquivalentTo(RefusalPhrases.Vocabulary.Codes);
    }

    [Fact]
    public void says_why_as_its_sentence_does() => Example.Hold(States, StatePhrases.Vocabulary);
}
