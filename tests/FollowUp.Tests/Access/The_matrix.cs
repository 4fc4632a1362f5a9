using FollowUp.Access;
using FollowUp.Tests.Access.Rig;
using FollowUp.Tests.Http.Rig;

namespace FollowUp.Tests.Access;

/// <summary>
/// Every function that has a route, for every role, for their own and for others': as the table says, and no function is missing from it.
/// Tests <see cref="Authorization"/>, <see cref="AccessRule"/>, <see cref="AccessTarget"/> and <see cref="AccessVerdict"/>.
/// </summary>
public sealed class The_matrix
{
    private static readonly AccessTarget Own = new(["coordinator"], ["owner"], ["issuer"], ["leader"]);
    private static readonly AccessTarget Others = new(["else"], ["else"], ["else"], ["else"]);

    public static TheoryData<string, string, bool> Cells =>
    [
        .. from trigger in Trigger.All
           from role in ExpectedMatrix.Columns
           from isOwn in new[] { true, false }
           select (trigger.Function, role, isOwn),
    ];

    [Fact]
    public void has_a_line_for_every_route_and_none_for_what_is_no_route()
    {
        string[] routes = [.. Trigger.All.Select(trigger => trigger.Function)];
        ExpectedMatrix.Rows.Keys.Should().BeEquivalentTo(routes);
        AccessRule.All.Keys.Should().BeEquivalentTo(routes);
        ExpectedMatrix.Rows.Values.Should().AllSatisfy(cells => cells.Should().HaveSameCount(ExpectedMatrix.Columns));
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void is_what_is_decided(string function, string role, bool isOwn)
    {
        Principal who = Who(role);
        AccessVerdict verdict = Authorization.Decide(function, who, Target(function, isOwn));

        verdict.IsAllowed.Should().Be(ExpectedMatrix.May(function, role, isOwn));
        verdict.IsUnknownCaller.Should().Be(!verdict.IsAllowed && role == "out");
    }

    [Fact]
    public void is_closed_to_everybody_for_what_it_does_not_know() =>
        ExpectedMatrix.Columns.Select(Who).Append(Principal.Anyone)
            .Should().OnlyContain(who => !Authorization.Decide("Backdoor", who, Own).IsAllowed);

    [Fact]
    public void opens_everything_to_whoever_sits_at_a_machine_where_nobody_signs_in() =>
        Trigger.All.Should().OnlyContain(trigger => Authorization.Decide(trigger.Function, Principal.Anyone, Others).IsAllowed);

    [Theory]
    [InlineData(AccessRoles.Auditor, "+", "GetLedger", "DryRun")]
    [InlineData(AccessRoles.Auditor, ".", "SignForItem", "PutPerson", "RepairClocks")]
    [InlineData(AccessRoles.Admin, "+", "GetItem", "PutPerson", "RepairClocks")]
    [InlineData(AccessRoles.Admin, ".", "SignForItem", "ConfirmItem")]
    public void gives_a_program_what_its_key_is_for(AccessRoles role, string cell, params string[] functions) =>
        functions.Should().OnlyContain(
            function => Authorization.Decide(function, Principal.Machine("desk", role), Others).IsAllowed == (cell == "+"));

    private static AccessTarget Target(string function, bool isOwn) =>
        AccessRule.Of(function)!.Scope == AccessScope.Person ? AccessTarget.OfPerson(isOwn ? "owner" : "else")
        : isOwn ? Own : Others;

    private static Principal Who(string role) => role switch
    {
        "out" => Principal.Nobody,
        "stranger" => Person("stranger", AccessRoles.None, registered: false),
        "office" => Person("office", AccessRoles.Coordinator, registered: false),
        "auditor" => Person("auditor", AccessRoles.Auditor, registered: false),
        "admin" => Person("admin", AccessRoles.Admin, registered: false),
        "key" => Principal.Machine("desk", AccessRoles.Coordinator),
        _ => Person(role, AccessRoles.None, registered: true),
    };

    private static Principal Person(string id, AccessRoles office, bool registered) => Principal.Person(
        $"{id}@nia.example", office, registered ? [Sample.Person(id), Sample.Person("else")] : [Sample.Person("else")],
        Sample.At("2020-03-02 09:00"));
}
