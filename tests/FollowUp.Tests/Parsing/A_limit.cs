using System.Text.Json.Nodes;
using FollowUp.Parsing;
using FollowUp.Tests.Parsing.Rig;
using FollowUp.Values;

namespace FollowUp.Tests.Parsing;

/// <summary>
/// Law 20: everything has a limit; what is at the limit is taken, one more is not. Tests <see cref="RegisterFile"/>,
/// <see cref="AgreementParser"/> and <see cref="ItemParser"/>.
/// </summary>
public sealed class A_limit
{
    [Theory]
    [InlineData("/people/0/name", Limits.Title)]
    [InlineData("/agreements/0/title/en", Limits.Title)]
    [InlineData("/agreements/0/place", Limits.Title)]
    [InlineData("/agreements/0/clauses/0/text/zh", Limits.Text)]
    public void holds_for_texts(string pointer, int max)
    {
        Example.Faults(register => register.Set(pointer, $"\"{new string('文', max)}\"")).Should().BeEmpty();
        Example.Faults(register => register.Set(pointer, $"\"{new string('文', max + 1)}\""))
            .Should().Equal($"{pointer}: has {max + 1} characters; at most {max} are taken");
    }

    [Fact]
    public void holds_for_the_items_of_an_agreement()
    {
        Example.Faults(register => Items(register, Limits.Items)).Should().BeEmpty();
        Example.Faults(register => Items(register, Limits.Items + 1))
            .Should().Equal("/agreements/0/items: has 501 entries; at most 500 are taken");
    }

    [Fact]
    public void holds_for_addresses()
    {
        string domain = string.Concat(Enumerable.Repeat("a.", 120));
        Example.Faults(register => register.Set("/people/0/email", $"\"{new string('x', 12)}@{domain}a\"")).Should().BeEmpty();
        Example.Faults(register => register.Set("/people/0/email", $"\"{new string('x', 13)}@{domain}a\"")).Should().ContainSingle();
    }

    [Fact]
    public void holds_for_faults()
    {
        Example.Faults(register =>
        {
            foreach (int n in Enumerable.Range(0, 300))
            {
                register[$"unknown-{n}"] = n;
            }
        }).Should().HaveCount(100);
    }

    private static void Items(JsonNode register, int count)
    {
        JsonNode one = register["agreements"]![0]!["items"]![0]!;
        register["agreements"]![0]!["items"] = new JsonArray([.. Enumerable.Range(0, count).Select(n =>
        {
            JsonNode item = one.DeepClone();
            item["id"] = $"item-{n}";
            return item;
        })]);
    }
}
