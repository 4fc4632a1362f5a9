using FollowUp.Items;
using FollowUp.Parsing;
using FollowUp.People;
using FollowUp.Plans;
using FollowUp.Tests.Parsing.Rig;
using NodaTime;
using Offset = FollowUp.Plans.Offset;

namespace FollowUp.Tests.Parsing;

/// <summary>
/// Tests <see cref="RegisterFile"/>, <see cref="AgreementParser"/>, <see cref="ItemParser"/> and <see cref="ItemDependencyRules"/>.
/// </summary>
public sealed class A_register
{
    [Fact]
    public void reads_as_the_design_writes_it()
    {
        (RegisterFile register, ParseContext context) = Example.Read(Example.Node);
        context.Faults.Should().BeEmpty();
        context.Invoking(done => done.ThrowIfFaulty()).Should().NotThrow();

        Person person = register.People.Single();
        person.Should().BeEquivalentTo(new Person("nia-law", "Law desk", "law@nia.example", "zh", "Asia/Shanghai", "CN",
            [new Absence(new LocalDate(2020, 1, 20), new LocalDate(2020, 2, 2), "nia-law-2")]));

        Plan plan = register.Plans.Single();
        plan.Hour.Should().Be(new LocalTime(8, 30));
        plan.ExtensionsMax.Should().Be(1);
        plan.Ladder(LadderName.Overdue)!.Rungs[0].Should().BeEquivalentTo(
            new Rung("again", new Offset(1, OffsetUnit.WorkingDays), new Offset(5, OffsetUnit.WorkingDays), 12, ["owner"]));
        plan.Ladder(LadderName.Closing).Should().NotBeNull("no plan goes without it (law 14)");

        AgreementDraft draft = register.Agreements.Single();
        draft.Agreement.Chain.Should().Equal("level-1", "level-2", "level-3");
        draft.Agreement.ClauseOf("p6-2")!.Text.TextIn("ru").Should().Be("Стороны пересмотрят протокол.");
        ItemDraft item = draft.Items.Single();
        item.DueOn.Should().Be(new LocalDate(2020, 5, 29));
        item.Stages.Should().Equal(new Stage("draft", new LocalDate(2020, 2, 28)));
        item.Pointer.Should().Be("/agreements/0/items/0");

        register.Calendars.Single().Works(new LocalDate(2020, 9, 27)).Should().BeTrue();
    }

    [Fact]
    public void names_everything_that_it_refers_to()
    {
        (_, ParseContext context) = Example.Read(Example.Node);
        context.References.Select(reference => $"{reference.Pointer} {reference.Kind} {reference.Id}").Should().BeEquivalentTo(
            "/people/0/absences/0/substitute Person nia-law-2", "/people/0/calendar Calendar CN",
            "/agreements/0/parties/0/calendar Calendar CN", "/agreements/0/coordinator Person nia-intl",
            "/agreements/0/chain/0 Person level-1", "/agreements/0/chain/1 Person level-2", "/agreements/0/chain/2 Person level-3",
            "/agreements/0/items/0/owner Person nia-law", "/agreements/0/items/0/issuer Person nia-lead",
            "/agreements/0/items/0/counterpart Person fsb-law", "/agreements/0/items/0/plan Plan default");
    }

    [Fact]
    public void may_leave_out_each_of_its_parts() => Example.Faults("{}").Should().BeEmpty();

    [Fact]
    public void takes_from_the_first_party_and_the_default_plan_what_an_item_does_not_say()
    {
        ItemDraft item = Example.Read(Changed("/agreements/0/items/0", """
            { "id": "visit", "kind": "visit", "title": { "ru": "Визит" }, "owner": "nia-law", "issuer": "nia-lead", "dueOn": "2019-11-21" }
            """)).Register.Agreements[0].Items[0];
        item.TimeZone.Should().Be("Asia/Shanghai");
        item.Plan.Should().Be("default");
        item.Calendars.Should().BeEmpty();
    }

    [Fact]
    public void has_one_fingerprint_however_it_is_spaced_or_ordered()
    {
        string fingerprint = Example.Register.Agreements[0].Fingerprint;
        System.Text.Json.Nodes.JsonNode reordered = Example.Node;
        System.Text.Json.Nodes.JsonNode title = reordered["agreements"]![0]!["title"]!.DeepClone();
        reordered.Set("/agreements/0/title", null);
        reordered.Set("/agreements/0/title", title.ToJsonString());

        Example.Read(reordered).Register.Agreements[0].Fingerprint.Should().Be(fingerprint);
        Example.Read(Changed("/agreements/0/items/0/dueOn", "\"2020-05-30\"")).Register.Agreements[0].Fingerprint
            .Should().NotBe(fingerprint);
        Example.Read(Changed("/agreements/0/place", "\"Moscow\"")).Register.Agreements[0].Fingerprint.Should().NotBe(fingerprint);
    }

    private static System.Text.Json.Nodes.JsonNode Changed(string pointer, string json)
    {
        System.Text.Json.Nodes.JsonNode node = Example.Node;
        node.Set(pointer, json);
        return node;
    }
}
