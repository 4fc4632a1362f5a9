using System.Text.Json.Nodes;
using FollowUp.Parsing;
using FollowUp.Tests.Parsing.Rig;
using FollowUp.Values;

namespace FollowUp.Tests.Parsing;

/// <summary>
/// Law 18: what means nothing is accepted. Forms send the lines that nobody filled in as empty texts. Tests <see cref="JsonField"/> and
/// <see cref="RegisterFile"/>.
/// </summary>
public sealed class An_empty_text
{
    public static TheoryData<string> Optional =>
    [
        "/people/0/language", "/people/0/contact", "/people/0/absences/0/substitute", "/calendars/0/name", "/plans/0/hour",
        "/plans/0/extensionsMax",
        "/plans/0/ladders/0/rungs/0/every", "/plans/0/ladders/0/rungs/0/times", "/plans/0/ladders/1/rungs/0/times", "/agreements/0/place",
        "/agreements/0/title/zh", "/agreements/0/clauses/0/text/ru", "/agreements/0/items/0/clause", "/agreements/0/items/0/counterpart",
        "/agreements/0/items/0/timeZone", "/agreements/0/items/0/plan", "/agreements/0/items/0/recurrence",
        "/agreements/0/items/0/title/ru",
    ];

    [Theory]
    [MemberData(nameof(Optional))]
    public void is_none(string pointer)
    {
        JsonNode empty = Example.Node;
        JsonNode absent = Example.Node;
        empty.Set(pointer, "\"\"");
        absent.Set(pointer, null);

        (RegisterFile Register, ParseContext Reading) read = Example.Read(empty);
        (RegisterFile Register, ParseContext Reading) expected = Example.Read(absent);

        read.Reading.Faults.Should().BeEmpty();
        Fingerprints.HashOf(read.Register).Should().Be(Fingerprints.HashOf(expected.Register));
        read.Reading.References.Should().Equal(expected.Reading.References);
    }

    [Theory]
    [InlineData("/people/0/id", "must not be empty")]
    [InlineData("/people/0/name", "must not be empty")]
    [InlineData("/people/0/email", "must not be empty")]
    [InlineData("/people/0/timeZone", "must not be empty")]
    [InlineData("/people/0/calendar", "must not be empty")]
    [InlineData("/agreements/0/signedOn", "must not be empty")]
    [InlineData("/agreements/0/title/en", "must have a text in at least one of en, zh, ru", "/agreements/0/title")]
    [InlineData("/agreements/0/items/0/owner", "must not be empty")]
    [InlineData("/agreements/0/items/0/dueOn", "must not be empty")]
    [InlineData("/calendars/0/holidays/0/name", "must not be empty")]
    [InlineData("/people/0/absences", "must be a list")]
    [InlineData("/agreements/0/items/0/silentUntilDue", "must be true or false")]
    public void is_refused_where_something_must_be_said(string pointer, string fault, string? at = null) =>
        Example.Faults(register => register.Set(pointer, "\"\"")).Should().Equal($"{at ?? pointer}: {fault}");

    [Fact]
    public void of_evidence_and_decisions_is_none()
    {
        ParseContext context = new();
        EvidenceParser.Parse(context.ParseJson("""{"kind":"document","ref":"No. 12","note":""}"""u8.ToArray())).Note.Should().BeNull();
        EvidenceParser.Parse(context.ParseJson("""{"kind":"none","ref":"","note":"by phone"}"""u8.ToArray())).Ref.Should().BeNull();
        context.ParseJson("""{"note":""}"""u8.ToArray())["note"].OptionalText(Limits.Text).Should().BeNull();
        context.Faults.Should().BeEmpty();
    }
}
