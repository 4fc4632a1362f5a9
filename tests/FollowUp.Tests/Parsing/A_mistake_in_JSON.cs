using System.Text;
using FollowUp.Parsing;
using FollowUp.Tests.Parsing.Rig;

namespace FollowUp.Tests.Parsing;

/// <summary>
/// Said as a clerk would say it, with the place as an editor shows it.
/// Tests <see cref="JsonSyntaxDiagnosis"/>, <see cref="TextPosition"/> and
/// <see cref="ContentSniffer"/>.
/// </summary>
public sealed class A_mistake_in_JSON
{
    [Theory]
    [InlineData("", "The body is empty; JSON is expected.")]
    [InlineData(" \r\n", "The body is empty; JSON is expected.")]
    [InlineData("id;name\n1;Law desk", "The body looks like a table (CSV), not JSON.")]
    [InlineData("\"id\",\"name\"\n\"1\",\"Law, desk\"", "The body looks like a table (CSV), not JSON.")]
    [InlineData("by=law&reason=none", "The body looks like a form (name=value), not JSON.")]
    [InlineData("<?xml version=\"1.0\"?><people/>", "The body is XML, not JSON.")]
    [InlineData("<!DOCTYPE html><html/>", "The body is a page (HTML), not JSON.")]
    [InlineData("people:\n  - id: law\n", "The body looks like YAML, not JSON.")]
    [InlineData("BEGIN:VCALENDAR\r\n", "The body is a calendar file, not JSON: calendars take it with Content-Type: text/calendar.")]
    [InlineData("%PDF-1.7", "The body is a PDF, not JSON.")]
    [InlineData("PK\u0003\u0004x", "The body is an archive or an office document, not JSON.")]
    [InlineData("{\"people\": [",
        "The body is not valid JSON, at line 1, column 13: it breaks off, and the [ at line 1, column 12 is not closed.")]
    [InlineData("{\"a\":\"x", "*line 1, column 8: it breaks off, and the { at line 1, column 1 is not closed.")]
    [InlineData("{\n  \"a\": 1,\n}", "*at line 3, column 1: a comma stands before the closing }, and nothing after it.")]
    [InlineData("[1,]", "*a comma stands before the closing ], and nothing after it.")]
    [InlineData("{'a':1}", "*at line 1, column 2: names and texts stand in straight double quotes, \"like this\".")]
    [InlineData("{\"a\":“x”}", "*at line 1, column 6: names and texts stand in straight double quotes, \"like this\".")]
    [InlineData("{a:1}", "*names stand in double quotes, like \"a\".")]
    [InlineData("{\"a\":law}", "*law is no value; texts stand in double quotes, like \"law\".")]
    [InlineData("{\"a\":NaN}", "*NaN is no value; write null, or leave the field out.")]
    [InlineData("{\"a\":True}", "*True is written in small letters.")]
    [InlineData("{\"жж\":1, \"a\": tru}", "*at line 1, column 18: tru is no value; *")]
    [InlineData("// c\n{}", "*comments are not taken.")]
    [InlineData("{/*c*/}", "*comments are not taken.")]
    [InlineData("{\"a\":\"x\ny\"}", "*a text holds an end of line or a control character; write \\n for a new line.")]
    [InlineData("{\"a\":\"C:\\x\"}", "*after a backslash comes one of *")]
    [InlineData("{\"a\":\"\\u12\"}", "*after a backslash comes one of *")]
    [InlineData("{\"a\":01}", "*a number is written like 7, -7 or 0.5.")]
    [InlineData("{\"a\":.5}", "*a number is written like 7, -7 or 0.5.")]
    [InlineData("{\"a\":1.}", "*a number is written like 7, -7 or 0.5.")]
    [InlineData("{\"a\":12x}", "*a number is written like 7, -7 or 0.5.")]
    [InlineData("{\"a\" 1}", "*a colon is missing before it.")]
    [InlineData("{\"a\"=1}", "*a colon stands between a name and its value, not =.")]
    [InlineData("{\"a\":1 \"b\":2}", "*at line 1, column 8: a comma is missing before it.")]
    [InlineData("{\"a\":1;\"b\":2}", "*parted by a comma, not by ;.")]
    [InlineData("{\"a\":,}", "*a name or a value is missing before the comma.")]
    [InlineData("{\"a\":}", "*a value is missing before it.")]
    [InlineData("{\"a\":[1,2}", "*at line 1, column 10: } closes what is not open.")]
    [InlineData("{}{}", "*at line 1, column 3: the body goes on after its end; one value is taken.")]
    [InlineData("{\"a\":1，\"b\":2}", "*at line 1, column 7: ， is a full-width mark; JSON is written with , : { } [ ] and \".")]
    [InlineData("{\"a\"：1}", "*at line 1, column 5: ： is a full-width mark; *")]
    [InlineData("{\u00a0\"a\":1}",
        "*at line 1, column 2: a character that nobody sees (U+00A0) stands there; leave it out, or put a plain space in its place.")]
    [InlineData("\u200b{\"a\":1}", "*at line 1, column 1: a character that nobody sees (U+200B) stands there; *")]
    [InlineData("{\"a\":1\u2028}", "*at line 1, column 7: a character that nobody sees (U+2028) stands there; *")]
    [InlineData("{\u202e\"a\":1}", "*at line 1, column 2: a character that nobody sees (U+202E) stands there; *")]
    [InlineData("{\"a\":1}\0", "*the body goes on after its end*")]
    [InlineData("{\"a\":\0}", "*at line 1, column 6: a character that nobody sees (U+0000) stands there; *")]
    [InlineData("\ufeff\ufeff{}", "*at line 1, column 1: a byte order mark (U+FEFF) stands there; leave it out.")]
    [InlineData("{\"a\":?}", "*? is not expected.")]
    [InlineData("{\"people\":[{\"id\":\"x\",\"n\":1,\"id\":\"y\"}]}",
        "The body says /people/0/id twice, the second time at line 1, column 28; once is taken.")]
    [InlineData("{\"people\":[1,{\"name\":\"\\ud800\"}]}",
        "The body holds half a character (a lone \\ud800 to \\udfff) at line 1, column 22.")]
    public void is_told_with_its_place(string text, string told) => Told(Encoding.UTF8.GetBytes(text)).Message.Should().Match(told);

    [Fact]
    public void may_be_nesting() =>
        Told(Encoding.UTF8.GetBytes(new string('[', 100_000))).Message
            .Should().Be("The body is not valid JSON, at line 1, column 65: it is nested more than 64 levels deep.");

    [Fact]
    public void may_be_the_way_in_which_it_was_saved()
    {
        Told(Encoding.Unicode.GetBytes("{\"a\":1}")).Message
            .Should().Be("The body is text in UTF-16, not in UTF-8: save it as UTF-8, and send it again.");
        Told([0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes("{}")]).Message.Should().StartWith("The body is text in UTF-16");
        Told([.. "{\n\"a\":\"ж"u8, 0xE9, .. "\"}"u8]).Message
            .Should().Be("The body is not text in UTF-8, at line 2, column 7: save it as UTF-8, and send it again.");
        Told([0x1F, 0x8B, 8, 0]).Message
            .Should().Be("The body is packed with gzip, and does not say so: send it with Content-Encoding: gzip.");
    }

    [Fact]
    public void is_pointed_to_where_it_has_a_name()
    {
        Told("{\"people\":[{\"a/b\":1,\"a/b\":2}]}"u8.ToArray()).Faults!.Should().ContainSingle().Which.Pointer
            .Should().Be("/people/0/a~1b");
        Told("{\"people\":[1,{\"name\":\"\\udc00\"}]}"u8.ToArray()).Faults!.Should().ContainSingle().Which.Pointer
            .Should().Be("/people/1/name");
        Told("{"u8.ToArray()).Faults.Should().BeNull();
    }

    /// <summary>Editors on Windows begin a file with it.</summary>
    [Fact]
    public void is_not_a_byte_order_mark()
    {
        Example.Faults([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Example.Text)]).Should().BeEmpty();
        Told([0xEF, 0xBB, 0xBF, 0xEF, 0xBB, 0xBF, .. "{}"u8]).Message.Should().Contain("line 1, column 1");
    }

    /// <summary>Whatever is wrong, it is told, and never in a parser's words.</summary>
    [Fact]
    public void is_found_wherever_it_is() => Seeds.Each(5_000, random =>
    {
        byte[] bytes = Encoding.UTF8.GetBytes(Example.Text);
        bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        ParseContext context = new();
        try
        {
            _ = RegisterFile.Parse(context.ParseJson(bytes.AsMemory(0, random.Chance(0.5) ? bytes.Length : random.Next(bytes.Length))));
        }
        catch (MalformedBodyException malformed)
        {
            malformed.Message.Should().MatchRegex(@"line \d+, column \d+|^The body (is|looks)").And.NotContain("LineNumber");
        }
    });

    private static MalformedBodyException Told(byte[] body) =>
        body.Invoking(it => Example.Faults(it).ToList()).Should().Throw<MalformedBodyException>().Which;
}
