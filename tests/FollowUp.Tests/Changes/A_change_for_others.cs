using System.Text.Json;
using FollowUp.Changes;
using FollowUp.Items;
using FollowUp.Journal;
using FollowUp.Values;
using NodaTime;

namespace FollowUp.Tests.Changes;

/// <summary>
/// What other programs are told of a journal, and from where they read on. Tests <see cref="ChangeCursor"/>, <see cref="CloudEvent"/>,
/// <see cref="ChangeData"/> and <see cref="ChangeType"/>.
/// </summary>
public sealed class A_change_for_others
{
    private static readonly Instant At = Instant.FromUtc(2020, 5, 11, 2, 0);
    private static readonly AgreedItem Item = Sample.Item("2020-05-29", "2020-05-11 09:00");

    [Fact]
    public void is_a_CloudEvent_of_ids_and_nothing_that_somebody_wrote() =>
        JsonSerializer.Serialize(CloudEvent.Of(Entry("returned", "protocol"), Item), Json.Options).Should().Be(
            $$$"""
            {"specversion":"1.0","id":"talks/7","source":"/api/agreements/talks","type":"followup.item.returned","subject":"protocol",
            "time":"2020-05-11T02:00:00Z","datacontenttype":"application/json",
            "data":{"event":"returned","agreement":"talks","item":"protocol","seq":7,"by":"lead","through":"key:desk",
            "state":"{{{Item.State}}}","hash":"00ff"}}
            """.ReplaceLineEndings(""));

    [Fact]
    public void is_about_the_agreement_where_it_names_no_item()
    {
        CloudEvent made = CloudEvent.Of(Entry("amended", null), null);
        (made.Type, made.Subject, made.Data.State).Should().Be(("followup.agreement.amended", null, null));
    }

    [Fact]
    public void has_a_type_that_is_known()
    {
        ChangeType.All.Should().OnlyHaveUniqueItems().And.AllSatisfy(type => type.Should().MatchRegex("^followup(\\.[a-z-]+){2}$"));
        typeof(EventNames).GetFields().Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!)
            .Should().BeEquivalentTo(EventNames.All);
        ChangeType.All.Should().Contain(ChangeType.Of(Entry("notice", "protocol")));
    }

    [Fact]
    public void is_read_on_from_where_reading_stopped()
    {
        ChangeCursor cursor = new("a1b2c3", 12_345_678_901, 42);
        ChangeCursor.Parse(cursor.Format()).Should().Be(cursor);
        ChangeCursor.StartOf("a1b2c3").Should().Be(new ChangeCursor("a1b2c3", 1, 0));
    }

    [Theory]
    [InlineData("a 1 0 0")]
    [InlineData("a 0 0")]
    [InlineData("a 01 0")]
    [InlineData("a 1 -1")]
    [InlineData(" 1 0")]
    [InlineData("a 1")]
    [InlineData("a 99999999999999999999 0")]
    public void is_read_from_no_cursor_that_nobody_gave_out(string within) =>
        ChangeCursor.Parse(Convert.ToHexStringLower(System.Text.Encoding.ASCII.GetBytes(within))).Should().BeNull();

    [Theory]
    [InlineData("")]
    [InlineData("zz")]
    [InlineData("612031203")]
    [InlineData("6120312030FF")]
    [InlineData("61203120300a")]
    public void is_read_from_nothing_else(string text) => ChangeCursor.Parse(text).Should().BeNull();

    private static Entry Entry(string name, string? item) => new(7, At, name, "talks", item, "lead", "What somebody wrote", "ee", "00ff")
    {
        Through = Through.Key("desk"),
    };
}
