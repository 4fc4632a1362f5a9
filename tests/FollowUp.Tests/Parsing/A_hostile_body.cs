using System.Text;
using FollowUp.Parsing;
using FollowUp.Tests.Parsing.Rig;

namespace FollowUp.Tests.Parsing;

/// <summary>Tests <see cref="JsonSyntaxDiagnosis"/> and <see cref="JsonField"/>.</summary>
public sealed class A_hostile_body
{
    [Theory]
    [InlineData("law@nia.example\\r\\nBcc: all@nia.example")]
    [InlineData("law@nia.example\\n")]
    [InlineData("\\\"a\\\\r\\\\nb\\\"@nia.example")]
    [InlineData("law@nia.example, other@nia.example")]
    [InlineData("Law <law@nia.example>")]
    [InlineData("law@nia.example\\u0000")]
    [InlineData("法@nia.example")]
    [InlineData("law@")]
    public void smuggles_nothing_into_an_address(string email) =>
        Example.Faults(register => register.Set("/people/0/email", $"\"{email}\"")).Should().NotBeEmpty()
            .And.OnlyContain(fault => fault.StartsWith("/people/0/email: ", StringComparison.Ordinal));

    [Theory]
    [InlineData("/people/0/name", "Law\\r\\nBcc: all@nia.example")]
    [InlineData("/people/0/name", "Law\\nDesk")]
    [InlineData("/people/0/name", "Law\\u001b[31m")]
    [InlineData("/agreements/0/title/en", "Minutes\\u0007")]
    [InlineData("/agreements/0/title/en", "Minutes\\u0085x")]
    [InlineData("/agreements/0/items/0/title/en", "a\\nb")]
    [InlineData("/agreements/0/clauses/0/text/en", "text\\u0000")]
    public void smuggles_no_control_characters_into_a_line(string pointer, string text) =>
        Example.Faults(register => register.Set(pointer, $"\"{text}\"")).Should().Equal($"{pointer}: must not hold control characters");

    [Theory]
    [InlineData("/people/0/name", "\\u202Eksed waL", "must not hold U+202E, *")]
    [InlineData("/agreements/0/title/en", "Minutes \\u2067", "must not hold U+2067, *")]
    [InlineData("/agreements/0/items/0/title/en", "\\u3164\\u2800", "shows nothing: *")]
    [InlineData("/calendars/0/holidays/0/name/en", "\\u200b", "shows nothing: *")]
    [InlineData("/agreements/0/place", "Bei\\u2028jing", "must be one line, without U+2028")]
    [InlineData("/agreements/0/parties/0/name/en", "China\\uffff", "must not hold U+FFFF, *")]
    [InlineData("/agreements/0/clauses/0/text/en", "both \\u202bsides", "must not hold U+202B, *")]
    public void shows_everybody_what_is_written_in_it(string pointer, string text, string fault) =>
        Example.Faults(register => register.Set(pointer, $"\"{text}\""))
            .Should().ContainSingle().Which.Should().Match($"{pointer}: {fault}");

    [Fact]
    public void may_hold_lines_where_a_text_has_lines() =>
        Example.Faults(register => register.Set("/agreements/0/clauses/0/text/en", "\"first\\n\\tsecond\"")).Should().BeEmpty();

    // Markup is text like any other here; the letter and the page encode it.
    [Fact]
    public void may_hold_markup() =>
        Example.Faults(register => register.Set("/agreements/0/title/en", "\"<script>alert(1)</script> {{#each}} & co\""))
            .Should().BeEmpty();

    [Theory]
    [InlineData("protocol-1\\n")]
    [InlineData("../secrets")]
    [InlineData("a|b")]
    [InlineData("а-kyrillic")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public void smuggles_nothing_into_a_key(string id) =>
        Example.Faults(register => register.Set("/agreements/0/items/0/id", $"\"{id}\"")).Should()
            .ContainSingle().Which.Should().StartWith("/agreements/0/items/0/id: must be 1 to 40 of a-z, 0-9 and -");

    [Theory]
    [InlineData("""{"people":[{"name":"\ud800"}]}""")]
    [InlineData("""{"people":[{"\ud800":1}]}""")]
    [InlineData("""{"\ud800":1}""")]
    public void with_half_a_character_is_refused_and_does_not_throw(string text) => Refused(Encoding.UTF8.GetBytes(text)).Should().BeTrue();

    [Fact]
    public void that_is_not_UTF_8_is_refused_and_does_not_throw()
    {
        Refused([.. "{\"people\":[{\"name\":\""u8, 0xff, 0xfe, .. "\"}]}"u8]).Should().BeTrue();
        Refused([.. "{\""u8, 0xff, .. "\":1}"u8]).Should().BeTrue();
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{}{}")]
    [InlineData("{\"people\":[],\"people\":[]}")]
    [InlineData("// comment\n{}")]
    [InlineData("{\"people\":[],}")]
    public void that_is_no_JSON_is_malformed(string text) =>
        text.Invoking(it => Example.Faults(it).ToList()).Should().Throw<MalformedBodyException>();

    [Fact]
    public void cannot_be_nested_without_end() =>
        (new string('[', 10_000) + new string(']', 10_000)).Invoking(it => Example.Faults(it).ToList()).Should().Throw<MalformedBodyException>();

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("7")]
    public void that_is_no_register_says_so(string text) => Example.Faults(text).Should().Equal(": must be an object");

    private static bool Refused(byte[] body)
    {
        try
        {
            return Example.Faults(body).Any();
        }
        catch (MalformedBodyException)
        {
            return true;
        }
    }
}
