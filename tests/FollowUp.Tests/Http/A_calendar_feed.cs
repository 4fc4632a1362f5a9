using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using FollowUp.Http;
using FollowUp.Http.Responses;
using FollowUp.Operations;
using FollowUp.Storage;
using FollowUp.Tests.Rig;

namespace FollowUp.Tests.Http;

/// <summary>
/// Somebody subscribes to a calendar, and it follows what happens. Tests <see cref="ShowFeed"/>, <see cref="PersonFeed"/>,
/// <see cref="AgreementFeed"/>, <see cref="FeedAnswers"/>, <see cref="FeedLinks"/>, <see cref="FeedAddresses"/>,
/// <see cref="FeedResponse"/>,
/// <see cref="LinkRefusedException"/>, <see cref="FeedDesk"/>, <see cref="FeedStore"/> and <see cref="StoredFeed"/>.
/// </summary>
public sealed class A_calendar_feed
{
    private const string OfLaw = "/api/people/law/feed";
    private const string OfMinutes = "/api/agreements/minutes/feed";

    [Fact]
    public async Task follows_what_happens_in_the_subscribers_calendar()
    {
        await using Town town = await Town.With(Papers.ItemOf(), Papers.ItemOf("visit", "2020-07-01", "law-2"));
        using Subscriber program = new();
        string address = await Make(town, OfLaw);
        SubscribedCalendar first = program.Take(await Read(town, address));
        first.Calendar["x-wr-calname"].Should().Be("FollowUp: The law office");
        program.Shown.Should().Equal("2020-06-17 Revise the protocol");

        await town.Until("2020-05-12 10:00");
        await Do(town, "due-date", new() { ["by"] = "desk", ["dueOn"] = "2020-06-24", ["reason"] = "Their translation" });
        SubscribedDay moved = program.Take(await Read(town, address)).Events.Single();
        program.Shown.Should().Equal("2020-06-24 Revise the protocol");
        (moved.Uid, moved.Sequence > first.Events[0].Sequence).Should().Be((first.Events[0].Uid, true));

        await Do(town, "completion", Papers.Done("law"));
        program.Take(await Read(town, address));
        program.Shown.Should().Equal("2020-06-24 Reported done: Revise the protocol");
        (await town.Post($"{Town.PathOf("protocol")}/return", new JsonObject { ["by"] = "lead", ["reason"] = "No annex" })).Status.Should()
            .Be(200);
        await Do(town, "owner", new() { ["by"] = "desk", ["owner"] = "law-2", ["reason"] = "Another department" });
        program.Take(await Read(town, address));
        (program.Shown, program.StruckOut).Should().BeEquivalentTo((Array.Empty<string>(), new[] { "Handed over: Revise the protocol" }));

        await town.Until("2020-06-12 10:00");
        program.Take(await Read(town, address)).Events.Should().BeEmpty("a month later it is gone");
    }

    [Fact]
    public async Task of_an_agreement_shows_all_of_it_in_each_language()
    {
        await using Town town = await Town.With(Papers.ItemOf(), Papers.ItemOf("visit", "2020-07-01", "law-2"));
        using Subscriber program = new();
        string english = await Make(town, OfMinutes);
        string chinese = (string)(await town.Get($"{OfMinutes}?language=zh")).Body!["address"]!;

        program.Read(await Read(town, chinese)).Calendar["x-wr-calname"].Should().Be("督办日程：工作会晤纪要");
        program.Take(await Read(town, english)).Calendar["x-wr-calname"].Should().Be("FollowUp: Working meeting, minutes");
        program.Shown.Should().Equal("2020-06-17 Revise the protocol", "2020-07-01 Revise the visit");

        await Do(town, "withdrawal", new() { ["by"] = "desk", ["reason"] = "Agreed otherwise" });
        program.Take(await Read(town, english));
        (string.Join(' ', program.Shown), string.Join(' ', program.StruckOut))
            .Should().Be(("2020-07-01 Revise the visit", "Withdrawn: Revise the protocol"));

        (await town.Call("POST", $"{OfMinutes}?language=ru", null)).Status.Should().Be(200);
        foreach (string former in new[] { english, chinese })
        {
            (await town.Get(Path(former))).Problem.Should().Be("feed-renewed", "all languages have one address after the other");
        }

        (await town.Get($"{OfMinutes}?language=fr")).Pointers.Should().Equal("/language");
    }

    [Fact]
    public async Task has_one_address_that_counts_or_none()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        (await town.Get(OfLaw)).Text.Should().Be("{}", "nobody has an address before somebody asks for one");
        string first = await Make(town, OfLaw);
        Answer again = await town.Get(OfLaw);
        ((string?)again.Body!["address"], (string?)again.Body["since"]).Should().Be((first, "2020-05-11T02:00:00Z"));
        again.Message.Headers.CacheControl!.NoStore.Should().BeTrue("it is a secret");

        string second = await Make(town, OfLaw);
        Answer former = await town.Get(Path(first));
        (former.Status, former.Problem, second == first).Should().Be((410, "feed-renewed", false));
        (await town.Get(Path(second))).Status.Should().Be(200);

        (await town.Call("DELETE", OfLaw, null)).Text.Should().Be("{}");
        (await town.Get(Path(second))).Problem.Should().Be("feed-renewed");
        (await town.Get(OfLaw)).Text.Should().Be("{}");
        string third = await Make(town, OfLaw);
        (third == first || third == second).Should().BeFalse("an address that was withdrawn never comes back");
        (await town.Get(Path(third))).Status.Should().Be(200);
    }

    [Fact]
    public async Task is_sent_once_to_a_program_that_has_it()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        string path = Path(await Make(town, OfLaw));
        Answer answer = await town.Get(path);
        answer.Message.Content.Headers.ContentType!.ToString().Should().Be("text/calendar; charset=utf-8");
        answer.Message.Headers.CacheControl!.Should().BeEquivalentTo(new CacheControlHeaderValue { Private = true, NoCache = true });

        await town.Until("2020-05-20 10:00");
        Answer known = await town.Call("GET", path, null, ("If-None-Match", answer.ETag!));
        (known.Status, known.Text, known.ETag).Should().Be((304, "", answer.ETag), "letters went out, and no day has moved");

        await Do(town, "receipt", Papers.By("law"));
        Answer changed = await town.Call("GET", path, null, ("If-None-Match", answer.ETag!));
        changed.Status.Should().Be(200);
        changed.ETag.Should().NotBe(answer.ETag);
    }

    [Fact]
    public async Task opens_for_nobody_who_guesses()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        string secret = Path(await Make(town, OfLaw))["/api/feeds/".Length..^".ics".Length];
        await town.Until("2020-05-11 10:05");
        string letter = town.TokenFor("law", "sign");
        foreach (string guess in new[]
        {
            "x.ics", "-", "law.ics", $"{secret[..^1]}.ics", $"{secret}A.ics", $"{letter}.ics", $"f1{letter[2..]}.ics",
            $"{secret}.ics.ics", "%2e%2e%2fpeople", new string('a', 4_000),
        })
        {
            Answer answer = await town.Get($"/api/feeds/{guess}");
            (answer.Status, answer.Problem).Should().Be((404, "feed-unknown"), guess);
            answer.Text.Should().NotContain(secret[^20..]);
        }

        Answer below = await town.Get($"/api/feeds/{secret}/more.ics");
        (below.Problem, below.Text.Contains(secret, StringComparison.Ordinal)).Should().Be(("not-found", false), "nothing lies below it");
        (await town.Get($"/API/Feeds/{secret}.ICS")).Status.Should().Be(200);
        (await town.Get($"/api/feeds/{secret}")).Status.Should().Be(200, "some programs leave out what the name ends with");
        Answer other = await town.Call("PUT", $"/api/feeds/{secret}.ics", "{}");
        (other.Status, other.Text.Contains(secret, StringComparison.Ordinal)).Should().Be((405, false), "no answer repeats the secret");
    }

    [Theory]
    [InlineData("GET", "/api/people/nobody/feed", 404, "not-found")]
    [InlineData("POST", "/api/people/nobody/feed", 404, "not-found")]
    [InlineData("GET", "/api/people/No%20Id/feed", 404, "not-found")]
    [InlineData("POST", "/api/agreements/nothing/feed", 404, "not-found")]
    [InlineData("GET", "/api/agreements/minutes/feed?speak=en", 422, "invalid-input")]
    [InlineData("PUT", OfLaw, 405, "method-not-allowed")]
    public async Task is_given_of_what_there_is(string method, string path, int status, string problem)
    {
        await using Town town = await Town.With(Papers.ItemOf());
        Answer answer = await town.Call(method, path, method == "PUT" ? "{}" : null);
        (answer.Status, answer.Problem).Should().Be((status, problem), answer.Text);
    }

    [Fact]
    public async Task takes_nothing_with_it_that_would_be_passed_over()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        (await town.Call("POST", OfLaw, """{"secret":"mine"}""")).Status.Should().Be(422);
        (await town.Get(OfLaw)).Text.Should().Be("{}");
    }

    /// <summary>
    /// A key that was replaced once still counts; of the one before, the program is told, and the board has another address.
    /// </summary>
    [Fact]
    public async Task outlives_one_replacement_of_the_key()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        string first = Path(await Make(town, OfLaw));
        await Restart(town, (Town.KeyOf(2), Town.KeyOf(1)));
        (await town.Get(first)).Status.Should().Be(200);
        string second = Path((string)(await town.Get(OfLaw)).Body!["address"]!);

        await Restart(town, (Town.KeyOf(3), Town.KeyOf(2)));
        Answer old = await town.Get(first);
        (old.Status, old.Problem).Should().Be((410, "feed-replaced"));
        (await town.Get(second)).Status.Should().Be(200, "it is the same calendar, signed anew");
    }

    [Fact]
    public async Task is_not_there_where_nothing_can_be_signed()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        string address = Path(await Make(town, OfLaw));
        await Restart(town, ("", null));

        Answer made = await town.Call("POST", OfLaw, null);
        (made.Status, made.Problem).Should().Be((409, "feeds-not-set"));
        (await town.Get(OfLaw)).Text.Should().Be("{}");
        (await town.Get(address)).Problem.Should().Be("feed-unknown");
    }

    [Fact]
    public async Task leaves_its_secret_in_no_row()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        string address = await Make(town, OfLaw);
        string rows = string.Join('\n', (await town.Tables.Rows("People")).Select(row =>
            $"{row.PartitionKey} {row.RowKey} {string.Join(' ', row.Select(one => one.Value))}"));
        rows.Should().Contain("feeds person|law").And.NotContain(address[^40..^4]);
    }

    private static async Task Restart(Town town, (string Key, string? Previous) keys)
    {
        await town.Stop();
        town.Keys = keys;
        await town.Start();
    }

    private static async Task<string> Make(Town town, string path)
    {
        Answer made = await town.Call("POST", path, null);
        made.Status.Should().Be(200, made.Text);
        string address = (string)made.Body!["address"]!;
        address.Should().StartWith("https://board.example/api/feeds/f1.").And.EndWith(".ics");
        return address;
    }

    private static async Task<byte[]> Read(Town town, string address) =>
        await town.Http.GetByteArrayAsync(Path(address), TestContext.Current.CancellationToken);

    private static string Path(string address) => new Uri(address).AbsolutePath;

    private static async Task Do(Town town, string verb, JsonObject body)
    {
        Answer done = await town.Put($"{Town.PathOf("protocol")}/{verb}", body);
        done.Status.Should().Be(200, done.Text);
    }
}
