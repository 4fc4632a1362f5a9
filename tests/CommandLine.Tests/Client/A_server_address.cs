using FollowUp.CommandLine.Client;

namespace FollowUp.CommandLine.Tests.Client;

/// <summary>Tests <see cref="ServerAddress"/> and <see cref="ApiPath"/>.</summary>
public sealed class A_server_address
{
    [Theory]
    [InlineData("http://localhost:7071", "http://localhost:7071/")]
    [InlineData("https://followup.office.example/board/", "https://followup.office.example/")]
    [InlineData("https://office.example/followup", "https://office.example/followup/")]
    [InlineData("https://office.example/followup/board/#/items", "https://office.example/followup/")]
    public void is_taken_as_people_copy_it(string text, string root) => ServerAddress.Parse(text).Root.AbsoluteUri.Should().Be(root);

    [Theory]
    [InlineData("localhost:7071")]
    [InlineData("ftp://office.example")]
    [InlineData("/api")]
    [InlineData("https://wang:secret@office.example")]
    [InlineData("https://office.example/?key=secret")]
    public void without_a_way_to_it_or_with_a_secret_is_refused(string text) =>
        FluentActions.Invoking(() => ServerAddress.Parse(text)).Should().Throw<UsageException>()
            .Which.Message.Should().NotContain("secret");

    [Theory]
    [InlineData("http://localhost:7071", false)]
    [InlineData("http://127.0.0.1:7071", false)]
    [InlineData("http://[::1]:7071", false)]
    [InlineData("https://office.example", false)]
    [InlineData("http://office.example", true)]
    public void says_whether_others_can_read_what_goes_there(string text, bool isOpen) =>
        ServerAddress.Parse(text).IsOpenToOthers.Should().Be(isOpen);

    [Fact]
    public void has_whatever_people_write_escaped() =>
        ApiPath.Of("people", "a/../b?c").With(new("on", "1&x=2"), new("agreement", null), new("q", ""))
            .Should().Be("api/people/a%2F..%2Fb%3Fc?on=1%26x%3D2");
}
