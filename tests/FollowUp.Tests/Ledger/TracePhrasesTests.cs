using FollowUp.Ledger;
using FollowUp.Tests.Phrases.Rig;

namespace FollowUp.Tests.Ledger;

/// <summary>Law 15: the trace says who was passed over and why, and who receives it. Tests <see cref="TracePhrases"/>.</summary>
public sealed class TracePhrasesTests
{
    private static readonly Example[] Steps =
    [
        new("ana absent", """absent {"who":"ana"}"""),
        new("ana owns it", """owns-it {"who":"ana"}"""),
        new("boris stands in for ana", """stands-in-for {"who":"boris","other":"ana"}"""),
        new("ana reported it", """reported-it {"who":"ana"}"""),
        new("ana asked for it", """asked-for-it {"who":"ana"}"""),
        new("ana was asked", """was-asked {"who":"ana"}"""),
        new("ana", """receives {"who":"ana"}"""),
    ];

    [Fact]
    public void are_read_as_they_are_written() => Example.Hold(Steps, TracePhrases.Vocabulary);

    [Fact]
    public void are_read_step_by_step() =>
        TracePhrases.Read("a absent → b owns it → c-2").Should().NotBeNull().And.Subject.AsJson().Should().Be(
            """[{"code":"absent","args":{"who":"a"}},{"code":"owns-it","args":{"who":"b"}},{"code":"receives","args":{"who":"c-2"}}]""");

    [Theory]
    [InlineData(null)]
    [InlineData("a absent, so b")]
    [InlineData("a absent → somebody else")]
    public void are_left_to_their_English_where_they_are_written_otherwise(string? trace) => TracePhrases.Read(trace).Should().BeNull();
}
