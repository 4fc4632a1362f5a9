using System.Text.Json.Nodes;
using FollowUp.Parsing;
using FollowUp.Tests.Parsing.Rig;

namespace FollowUp.Tests.Parsing;

/// <summary>Tests <see cref="JsonPointerTracker"/> and <see cref="RegisterFile"/>.</summary>
public sealed class An_id_that_is_there_twice
{
    [Theory]
    [InlineData("/people", "nia-law")]
    [InlineData("/calendars", "CN-2020")]
    [InlineData("/plans", "strict")]
    [InlineData("/agreements", "2019-11-21-beijing")]
    [InlineData("/agreements/0/items", "protocol-1")]
    [InlineData("/agreements/0/clauses", "p6-2")]
    public void is_pointed_at(string list, string id) =>
        Example.Faults(register => Repeat(register, list)).Should().Equal($"{list}/1/id: is in this list twice: {id}");

    [Fact]
    public void is_no_such_thing_where_two_have_none() =>
        Example.Faults(register =>
        {
            register.Set("/people/0/id", null);
            Repeat(register, "/people");
        }).Should().Equal("/people/0/id: is required", "/people/1/id: is required");

    private static void Repeat(JsonNode register, string list)
    {
        JsonArray members = list.Split('/')[1..]
            .Aggregate(register, (at, step) => at is JsonArray array ? array[int.Parse(step, null)]! : at[step]!).AsArray();
        members.Add(members[0]!.DeepClone());
    }
}
