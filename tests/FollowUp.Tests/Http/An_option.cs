using FollowUp.Http;
using FollowUp.Tests.Http.Rig;
using FollowUp.Tests.Rig;

namespace FollowUp.Tests.Http;

/// <summary>
/// Behind the <c>?</c>: known, given once, and not empty, or refused with what it takes (law 18). Tests <see cref="QueryOptions"/>.
/// </summary>
public sealed class An_option(Office office) : IClassFixture<Office>
{
    [Theory]
    [InlineData("/api/items?state=&state=", "/state is given 2 times; give it once")]
    [InlineData("/api/items?state=open&State=open", "2 things are wrong; the first: /State is not known here; known are owner, state, *")]
    [InlineData("/api/items?state=", "/state must be one of *open")]
    [InlineData("/api/items?state", "/state must be one of *open")]
    [InlineData("/api/items?slip=%zz", "/slip must be one of blue, yellow, red")]
    [InlineData("/api/items?limit=", "/limit must be a number from 1 to 200")]
    [InlineData("/api/items?limit=+1", "/limit must be a number from 1 to 200")]
    [InlineData("/api/items?owner=", "/owner must be 1 to 40 of a-z, 0-9 and -")]
    [InlineData("/api/items?owner=a%00b", "/owner must be 1 to 40 of a-z, 0-9 and -")]
    [InlineData("/api/items?owner=a+b", "/owner must be 1 to 40 of a-z, 0-9 and -")]
    [InlineData("/api/items?dueBefore=2020-02-30", "/dueBefore is no day: February 2020 has 29 days")]
    [InlineData("/api/items?cursor=", "/cursor is none that a listing gave out")]
    [InlineData("/api/items?cursor=%00", "/cursor is none that a listing gave out")]
    [InlineData("/api/items?cursor=ffff", "/cursor is none that a listing gave out")]
    [InlineData("/api/items?colour=red&slip=red", "/colour is not known here; known are owner, *")]
    [InlineData("/api/items?colour=red&limit=1&limit=2", "2 things are wrong; the first: /colour is not known here; *")]
    [InlineData("/api/items?a/b=1", "/a~1b is not known here; *")]
    [InlineData("/api/people?limit=10", "/limit is not known here; no options are taken here")]
    [InlineData("/api/people/law?revision=1", "/revision is not known here; no options are taken here")]
    [InlineData("/api/plans/default?revision=", "/revision must be a number from 1")]
    [InlineData("/api/agreements/minutes?x", "/x is not known here; no options are taken here")]
    [InlineData("/api/health/live?x=1", "/x is not known here; no options are taken here")]
    public async Task that_cannot_be_followed_is_refused(string path, string detail)
    {
        Answer answer = await office.Send("GET", path);
        (answer.Status, answer.Problem).Should().Be((422, "invalid-input"), answer.Text);
        ((string)answer.Body!["detail"]!).Should().Match(detail);
    }

    [Theory]
    [InlineData("DELETE", "/api/agreements/minutes/items/protocol/waiting?by=", "/by")]
    [InlineData("DELETE", "/api/agreements/minutes/items/protocol/waiting?by=desk&by=law", "/by")]
    [InlineData("DELETE", "/api/agreements/minutes/items/protocol/waiting?by=desk&reason=none", "/reason")]
    [InlineData("POST", "/api/agreements?dry=true", "/dry")]
    [InlineData("POST", "/api/timetable?limit=0", "/limit")]
    [InlineData("POST", "/api/timetable?agreement=", "/agreement")]
    [InlineData("POST", "/api/repair/rehydrate?cursor=x", "/cursor")]
    [InlineData("POST", "/api/repair/letters?recipient=Law", "/recipient")]
    [InlineData("POST", "/api/repair/letters?slot=202005110200", "/slot")]
    [InlineData("PUT", "/api/calendars/CN?working=x", "/working")]
    [InlineData("PUT", "/api/agreements/minutes/items/protocol/receipt?by=law", "/by")]
    public async Task is_refused_before_anything_is_done(string method, string path, string pointer)
    {
        IReadOnlyList<string> stored = await office.Stored();
        Answer answer = await office.Send(method, path,
            method == "DELETE" || path.Contains("repair", StringComparison.Ordinal) ? null : Office.Json("""{"people":[]}"""));
        (answer.Status, string.Join(' ', answer.Pointers)).Should().Be((422, pointer), answer.Text);
        (await office.Stored()).Should().Equal(stored);
    }

    [Theory]
    [InlineData("DELETE", "/api/agreements/minutes/items/protocol/waiting", null, "/by is required")]
    [InlineData("DELETE", "/api/agreements/minutes/items/protocol/waiting?by=", null, "/by is empty; give it a value")]
    [InlineData("PUT", "/api/calendars/CN?knownThrough=2027-12-31", "application/json",
        "/knownThrough goes with a calendar file, sent with Content-Type: text/calendar; *")]
    [InlineData("PUT", "/api/calendars/CN?knownThrough=2027-12-31&working=x&colour=red", "application/json",
        "2 things are wrong; the first: /knownThrough goes with a calendar file, *")]
    [InlineData("PUT", "/api/calendars/CN?knownThrough=2999-12-31", "text/calendar", "/knownThrough must be a date like *")]
    [InlineData("PUT", "/api/calendars/CN?knownThrough=", "text/calendar", "/knownThrough *")]
    [InlineData("PUT", "/api/calendars/CN?working=x", "text/calendar", "/knownThrough is required: *")]
    public async Task is_told_what_would_be_right(string method, string path, string? type, string detail)
    {
        Answer answer =
            await office.Send(method, path, type is null ? null : Office.Bytes("BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"u8.ToArray(), type));
        (answer.Status, answer.Problem).Should().Be((422, "invalid-input"), answer.Text);
        ((string)answer.Body!["detail"]!).Should().Match(detail);
    }

    /// <summary>Functions elsewhere take their keys that way, and addresses are logged.</summary>
    [Fact]
    public async Task that_is_a_key_is_not_taken_since_keys_go_into_a_header() =>
        (await office.Send("GET", "/api/people?code=secret")).Status.Should().Be(422);
}
