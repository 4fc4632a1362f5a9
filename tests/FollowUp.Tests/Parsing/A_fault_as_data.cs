using System.Text;
using FollowUp.Parsing;
using FollowUp.Phrases;
using FollowUp.Tests.Phrases.Rig;

namespace FollowUp.Tests.Parsing;

/// <summary>
/// Whatever a form can send wrongly is answered in English and as data, so that a page says it in its own language. Tests
/// <see cref="FaultPhrases"/>.
/// </summary>
public sealed class A_fault_as_data
{
    /// <summary>As much of it is wrong as a form can make wrong.</summary>
    private const string Agreement =
        """
        { "id": "Minutes 1", "kind": "letter", "signedOn": "2020-02-30", "place": "A\nB", "title": {}, "parties": [], "sender": "x",
          "coordinator": 5, "chain": "dora", "clauses": [ { "id": "p1", "text": { "en": "\u200b" } }, { "id": "p1", "text": { "en": "\u202e" } } ],
          "items": [
            { "id": "a", "kind": "visit", "clause": "p9", "title": { "en": "   " }, "owner": "ana ", "issuer": "bo\u200bris", "dueOn": "soon",
              "timeZone": "China", "dependsOn": ["a"], "stages": [ { "id": "draft", "dueOn": "2020-13-01" } ], "silentUntilDue": "no" },
            { "id": "b", "kind": "visit", "title": { "en": "B" }, "owner": "ana", "issuer": "boris", "dueOn": "2020-05-29", "dependsOn": ["c"] },
            { "id": "c", "kind": "visit", "title": { "en": "C\u0001" }, "owner": "ana", "issuer": "boris", "dueOn": "2020-05-29",
              "dependsOn": ["b", "d"], "recurrence": "FREQ=MONTHLY;BYDAY=XX" },
            { "id": "e", "kind": "visit", "title": { "en": "\ufffe" }, "owner": "ana", "issuer": "boris", "dueOn": "2020-05-29", "recurrence": "FREQ=WEEKLY;UNTIL=20200101" },
            { "id": "e-2", "kind": "visit", "title": "E", "owner": "", "issuer": "boris", "dueOn": "2020-05-29", "recurrence": "FREQ=WEEKLY;COUNT=1" }
          ] }
        """;

    private static readonly Example[] Examples =
    [
        new("names no person of the register: nobody; PUT /api/people/nobody takes it as JSON, and so do the people of a register file",
            """unknown-person {"id":"nobody","address":"nobody"}"""),
        new("names no calendar of the register: XX (it has CN, RU); PUT /api/calendars/XX takes it as JSON or an .ics file, and so do the "
            + "calendars of a register file", """unknown-calendar {"id":"XX","known":"CN, RU","address":"XX"}"""),
        new("names no plan of the register: slow; PUT /api/plans/slow takes it as JSON, and so do the plans of a register file",
            """unknown-plan {"id":"slow","address":"slow"}"""),
        new("must be after the due date, 2020-05-29 (item protocol-1)", """not-later {"dueOn":"2020-05-29","item":"protocol-1"}"""),
        new("must not be before today, 2020-05-29 (item protocol-1)", """date-passed {"today":"2020-05-29","item":"protocol-1"}"""),
        new("is no day: February 2020 has 29 days", """no-such-day {"month":2,"year":2020,"days":29}"""),
        new("CN and RU have no working day in common within a year of 2020-05-29.",
            """no-working-day {"calendars":["CN","RU"],"day":"2020-05-29"}"""),
        new("misses February 2027, which has no such day; for the last day of each write BYMONTHDAY=-1",
            """rule-misses-month {"month":2,"year":2027,"fault":"for the last day of each write BYMONTHDAY=-1","reason":{"code":"take-last-day","args":{}}}"""),
        new("misses 2027 (counted in weeks), which has no such day; for the last week of each year write BYWEEKNO=-1",
            """rule-misses-year {"year":2027,"byWeeks":true,"fault":"for the last week of each year write BYWEEKNO=-1","reason":{"code":"write-instead","args":{"days":"last week of each year","rule":"BYWEEKNO=-1"}}}"""),
        new("has 301 characters; at most 300 are taken", """too-long {"length":301,"max":300}"""),
        new("must be a date like 2020-05-29, from 1600 to 2400; take out the blank before or behind it",
            """blank-around {"fault":"must be a date like 2020-05-29, from 1600 to 2400","reason":{"code":"not-a-date","args":{"first":1600,"last":2400}}}"""),
    ];

    [Fact]
    public void is_given_beside_every_sentence_about_a_form()
    {
        ParseContext context = new();
        _ = AgreementParser.Parse(context.ParseJson(Encoding.UTF8.GetBytes(Agreement)));

        context.Faults.Should().HaveCountGreaterThan(25);
        context.Faults.Where(fault => FaultPhrases.OfField(fault.Detail) is null).Should().BeEmpty();
        context.Faults.Select(fault => FaultPhrases.OfField(fault.Detail)!.Code).Distinct().Should().HaveCountGreaterThan(18);
    }

    [Theory]
    [InlineData("ana", "not-an-address")]
    [InlineData("анна@nia.example", "foreign-local-part")]
    [InlineData("a..b@nia.example", "dots-in-local-part")]
    [InlineData("a@-nia", "no-domain")]
    [InlineData("a@nia.7", "number-for-domain")]
    [InlineData("=?a@nia.example", "encoded-local-part")]
    public void tells_what_is_no_address(string address, string code)
    {
        ParseContext context = new();
        _ = context.ParseJson(Encoding.UTF8.GetBytes($"\"{address}\"")).EmailAddress();

        FaultPhrases.OfField(context.Faults.Should().ContainSingle().Which.Detail)!.Code.Should().Be(code);
    }

    [Fact]
    public void says_what_its_sentence_says()
    {
        foreach (Example example in Examples)
        {
            FaultPhrases.OfField(example.Text).AsJson().Should().Be(Say.Example(example.Phrase), example.Text);
        }
    }

    [Fact]
    public void of_a_verb_has_its_reason_as_data_too()
    {
        Phrase said =
            FaultPhrases.OfRefusal("Item i cannot be extended: its due date, 2020-05-29, has passed; the coordinator may reschedule it.")!;
        said.Code.Should().Be("not-now");
        said.Args["reason"].Should().BeOfType<Phrase>().Which.Code.Should().Be("due-passed");
    }

    [Fact]
    public void is_not_made_up_of_a_sentence_that_nobody_wrote() => FaultPhrases.OfField("is purple").Should().BeNull();
}
