using FollowUp.Access;
using FollowUp.Items;
using FollowUp.People;
using NodaTime;

namespace FollowUp.Tests.Access;

/// <summary>
/// Whoever signed in is looked for in the register by their address, and stands in for those who are away and named them (law 15). Tests
/// <see cref="Principal"/>, <see cref="AccessTarget"/> and <see cref="OnBehalf"/>.
/// </summary>
public sealed class A_principal
{
    private static readonly Instant Now = Sample.At("2020-03-04 09:00");

    private static readonly AgreedItem Item = Sample.Item("2020-05-29", "2020-03-02 08:00") with { Counterpart = "ivan" };

    private static readonly Person[] Register =
        [.. new[] { "ana", "boris", "chen", "dora", "egor", "fang", "gleb", "hua" }.Select(id => Sample.Person(id))];

    [Theory]
    [InlineData("ana@nia.example", "ana")]
    [InlineData("Ana@NIA.example", "ana")]
    [InlineData("ana@nia.example.com", "")]
    [InlineData("na@nia.example", "")]
    [InlineData("", "")]
    public void is_found_by_the_whole_address_whatever_its_case(string address, string people) =>
        string.Join(' ', Signed(address).People).Should().Be(people);

    [Fact]
    public void is_several_where_several_posts_have_one_address() =>
        Signed("ana@nia.example", [.. Register, Sample.Person("ana-2") with { Email = "ana@nia.example" }])
            .People.Should().Equal("ana", "ana-2");

    [Theory]
    [InlineData("ana", AccessRoles.Owner)]
    [InlineData("gleb", AccessRoles.Owner)]
    [InlineData("boris", AccessRoles.Issuer)]
    [InlineData("chen", AccessRoles.Coordinator)]
    [InlineData("dora", AccessRoles.Leader)]
    [InlineData("fang", AccessRoles.Leader)]
    [InlineData("hua", AccessRoles.None)]
    public void has_the_parts_that_the_item_gives_them(string id, AccessRoles roles) =>
        AccessTarget.Of(Item).RolesOf(Signed($"{id}@nia.example")).Should().Be(roles);

    [Fact]
    public void stands_in_for_whoever_is_away_and_named_them_along_the_row()
    {
        Person[] register = [.. Register.Where(person => person.Id is not ("ana" or "hua")), Away("ana", "hua"), Away("hua", "egor")];

        Signed("egor@nia.example", register).StandsInFor.Should().BeEquivalentTo("ana", "hua");
        Signed("hua@nia.example", register).StandsInFor.Should().BeEmpty("they are away themselves");
        AccessTarget.Of(Item).RolesOf(Signed("egor@nia.example", register)).Should().Be(AccessRoles.Owner | AccessRoles.Leader);
    }

    [Fact]
    public void sees_the_work_where_they_ask_the_other_side() =>
        AccessTarget.Of(Item).RolesOf(Signed("hua@nia.example", [.. Register, Sample.Person("ivan") with { Contact = "hua" }]))
            .Should().Be(AccessRoles.Owner);

    /// <summary>The other side's contact is in the register to be written to, and reads nothing.</summary>
    [Fact]
    public void has_no_part_as_the_other_sides_contact() =>
        AccessTarget.Of(Item).RolesOf(Signed("ivan@nia.example", [.. Register, Sample.Person("ivan") with { Contact = "hua" }]))
            .Should().Be(AccessRoles.None);

    [Fact]
    public void has_no_part_any_more_once_the_item_was_handed_on()
    {
        AgreedItem handed = Item.HandTo(new("chen"), Now, "hua", "moved") with { ToldLate = ["ana", "kim"] };
        AccessTarget.Of(handed).RolesOf(Signed("ana@nia.example")).Should().Be(AccessRoles.None);
        AccessTarget.Of(handed).RolesOf(Signed("kim@nia.example", [.. Register, Sample.Person("kim")]))
            .Should().Be(AccessRoles.Leader, "who was told that it is late may look");
    }

    [Fact]
    public void acts_for_others_as_coordinator_alone()
    {
        AccessRule signing = AccessRule.Of("SignForItem")!;
        OnBehalf.Objection(Signed("chen@nia.example"), signing, Item, new("chen")).Should().BeNull();
        OnBehalf.Objection(Signed("dora@nia.example"), signing, Item, new("dora")).Should().Contain("coordinator");
        OnBehalf.Objection(Signed("dora@nia.example", office: AccessRoles.Coordinator), signing, Item, new("dora")).Should().BeNull();
        OnBehalf.Objection(Signed("dora@nia.example"), signing, Item, new("dora", [new("coordinator", "chen", "dora")]))
            .Should().BeNull("they stand in for the coordinator");
    }

    [Theory]
    [InlineData("ConfirmItem", true)]
    [InlineData("ReturnItem", true)]
    [InlineData("DecideExtension", true)]
    [InlineData("CompleteItem", false)]
    public void decides_for_no_issuer_about_their_own_work(string function, bool isRefused)
    {
        AgreedItem own = Item with { Coordinator = "ana" };
        (OnBehalf.Objection(Signed("ana@nia.example"), AccessRule.Of(function)!, own, new("ana")) is not null).Should().Be(isRefused);
        AgreedItem reported = Item.Report(new("chen", [new("owner", "ana", "chen")]), Now, new("none", null, "by phone"));
        (OnBehalf.Objection(Signed("chen@nia.example"), AccessRule.Of(function)!, reported, new("chen")) is not null)
            .Should().Be(isRefused, "who reported it does not confirm it");
    }

    private static Person Away(string id, string substitute) =>
        Sample.Person(id, Sample.Shanghai, "CN", new Absence(Sample.Day("2020-03-01"), Sample.Day("2020-03-08"), substitute));

    private static Principal Signed(string address, Person[]? register = null, AccessRoles office = AccessRoles.None) =>
        Principal.Person(address, office, register ?? Register, Now);
}
