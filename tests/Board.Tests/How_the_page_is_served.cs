using System.Net;
using FollowUp.Board.Tests.Rig;

namespace FollowUp.Board.Tests;

public sealed class How_the_page_is_served
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("board")]
    [InlineData("board/")]
    [InlineData("board/index.html")]
    public async Task finds_the_page_with_and_without_its_slash(string path)
    {
        using HttpResponseMessage answer = await (await Moments.Empty).Http.GetAsync(path, Cancel);

        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.ToString().Should().Be("text/html; charset=utf-8");
        (await answer.Content.ReadAsStringAsync(Cancel)).Should().Contain("<title>FollowUp</title>");
    }

    [Fact]
    public async Task allows_nothing_but_its_own_files()
    {
        using HttpResponseMessage answer = await (await Moments.Empty).Http.GetAsync("board/", Cancel);

        string policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        policy.Should().Contain("default-src 'none'").And.Contain("frame-ancestors 'none'").And.NotContain("unsafe");
        answer.Headers.GetValues("X-Content-Type-Options").Should().Equal("nosniff");
        answer.Headers.CacheControl!.NoCache.Should().BeTrue();
    }

    [Theory]
    [InlineData("board/nothing.js")]
    [InlineData("board/..%2f..%2fhost.json")]
    [InlineData("board/ShowBoard.cs")]
    [InlineData("board/calendars/CN.json")]
    public async Task knows_no_other_file(string path)
    {
        using HttpResponseMessage answer = await (await Moments.Empty).Http.GetAsync(path, Cancel);
        answer.StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    /// <summary>A file that the build left out shows only as an empty page.</summary>
    [Fact]
    public async Task has_every_file_of_the_folder()
    {
        HttpClient http = (await Moments.Empty).Http;
        string page = Path.Combine(FollowUp.Start.Root.Folder, "functions/FollowUp/Board/page");
        foreach (string file in Directory.EnumerateFiles(page, "*", SearchOption.AllDirectories))
        {
            byte[] served = await http.GetByteArrayAsync($"board/{Path.GetRelativePath(page, file)}", Cancel);
            served.Should().Equal(await File.ReadAllBytesAsync(file, Cancel), file);
        }
    }
}
