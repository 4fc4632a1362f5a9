using System.Text;
using FollowUp.Items;
using FollowUp.Parsing;

namespace FollowUp.Tests.Parsing;

/// <summary>Law 12: a document, a file, a link, or "by phone, no document". Tests <see cref="EvidenceParser"/>.</summary>
public sealed class Evidence_of_completion
{
    [Theory]
    [InlineData("""{"kind":"document","ref":"No. 12"}""", "document", "No. 12", null)]
    [InlineData("""{"kind":"file","ref":"00ff"}""", "file", "00ff", null)]
    [InlineData("""{"kind":"link","ref":"https://nia.example/1","note":"signed"}""", "link", "https://nia.example/1", "signed")]
    [InlineData("""{"kind":"none","note":"by phone"}""", "none", null, "by phone")]
    public void is_read(string json, string kind, string? what, string? note)
    {
        (Evidence evidence, IReadOnlyList<Fault> faults) = Read(json);
        faults.Should().BeEmpty();
        evidence.Should().Be(new Evidence(kind, what, note));
    }

    [Theory]
    [InlineData("""{"kind":"document"}""", "/ref", "is required")]
    [InlineData("""{"kind":"none"}""", "/note", "is required")]
    [InlineData("""{"kind":"rumour","ref":"x"}""", "/kind", "must be one of document, file, link, none")]
    [InlineData("""{"kind":"link","ref":"https://nia.example/1","page":1}""", "/page", "is not known here; known are kind, ref, note")]
    public void is_refused_where_it_shows_nothing(string json, string pointer, string detail) =>
        Read(json).Faults.Should().Equal(new Fault(pointer, detail));

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("file:///srv/act.pdf")]
    [InlineData("//nia.example/1")]
    [InlineData("/texts/41")]
    [InlineData("nia.example/1")]
    [InlineData("https://")]
    [InlineData("https:nia")]
    [InlineData("No. 12")]
    public void that_is_a_link_leads_to_a_page(string what) =>
        Read($$"""{"kind":"link","ref":"{{what}}"}""").Faults.Should()
            .Equal(new Fault("/ref", "must be the whole address of a page, beginning with https://"));

    /// <summary>Who leaves it out made one mistake.</summary>
    [Fact]
    public void is_asked_for_once()
    {
        ParseContext context = new();
        _ = EvidenceParser.Parse(context.ParseJson("""{"by":"law"}"""u8.ToArray())["evidence"]);

        context.Faults.Should().Equal(new Fault("/evidence",
            "is required: { kind, ref, note }, where kind is one of document, file, link, none; none needs a note instead of a ref"));
    }

    private static (Evidence, IReadOnlyList<Fault> Faults) Read(string json)
    {
        ParseContext context = new();
        return (EvidenceParser.Parse(context.ParseJson(Encoding.UTF8.GetBytes(json))), context.Faults);
    }
}
