using FollowUp.Board;
using FollowUp.Tests.Rig;

namespace FollowUp.Tests.Board;

/// <summary>Tests <see cref="ShowBoard"/>.</summary>
public sealed class The_board_over_HTTP
{
    [Fact]
    public async Task is_served_with_a_policy_that_lets_nothing_else_in()
    {
        await using Town town = await Town.Empty("2020-05-11 10:00");

        Answer page = await town.Get("/board/");

        page.Status.Should().Be(200);
        page.Message.Content.Headers.ContentType!.ToString().Should().Be("text/html; charset=utf-8");
        string policy = page.Message.Headers.GetValues("Content-Security-Policy").Single();
        policy.Should().StartWith("default-src 'none';").And.Contain("frame-ancestors 'none'").And.NotContain("unsafe");
        page.Message.Headers.GetValues("X-Content-Type-Options").Should().Equal("nosniff");
        page.Text.Should().NotContain("style=").And.NotContain("onclick");
        foreach (string script in new[] { "shell/board.js", "words/zh/page.js", "style/board.css", "mark.svg" })
        {
            (await town.Get($"/board/{script}")).Status.Should().Be(200, script);
        }
    }

    [Theory]
    [InlineData("nothing.html")]
    [InlineData("nothing")]
    [InlineData("..%2f..%2fappsettings.json")]
    [InlineData("%2e%2e/%2e%2e/host.json")]
    [InlineData("../calendars/CN.json")]
    [InlineData("..%5c..%5chost.json")]
    [InlineData("page/index.html")]
    [InlineData("%00.html")]
    public async Task has_nothing_else_to_give(string path)
    {
        await using Town town = await Town.Empty("2020-05-11 10:00");

        (await town.Get($"/board/{path}")).Status.Should().BeOneOf(400, 404);
    }

    [Fact]
    public async Task is_where_every_letter_links_to()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        await town.Minutes(2);

        WrittenLinks(town).Should().OnlyContain(link => link == "https://board.example/board/#/agreements/minutes/items/protocol");
    }

    private static IEnumerable<string> WrittenLinks(Town town) =>
        town.Mailbox.Arrived.SelectMany(letter => letter.Written.Letter.Notices).Select(notice => notice.Link);
}
