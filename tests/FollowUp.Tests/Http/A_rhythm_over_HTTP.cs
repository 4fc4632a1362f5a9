using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using FollowUp.Answers;
using FollowUp.Http;
using FollowUp.Http.Responses;
using FollowUp.Letters;
using FollowUp.Operations;
using FollowUp.Tests.Rig;

namespace FollowUp.Tests.Http;

/// <summary>
/// How often letters come is their reader's wish: by themselves, by the link of a letter, by a mail program's one click. Tests
/// <see cref="Rhythms"/>, <see cref="Unsubscribe"/>, <see cref="RhythmLinks"/>, <see cref="RhythmToken"/>, <see cref="RhythmDesk"/> and
/// <see cref="PersonRhythmResponse"/>.
/// </summary>
public sealed class A_rhythm_over_HTTP
{
    private const string OfLaw = "/api/people/law";

    private static readonly string Token = RhythmToken.Sign("law", new(LinkKey.Parse(Town.KeyOf(1))!, null));

    [Fact]
    public async Task is_set_by_whose_it_is_and_outlives_those_who_know_nothing_of_it()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        JsonObject weekly = new() { ["every"] = "weekly", ["on"] = "friday", ["hour"] = "16:00" };

        Answer set = await town.Put($"{OfLaw}/rhythm", weekly);
        (set.Status, set.Body!["rhythm"]!.ToJsonString()).Should().Be((200, weekly.ToJsonString()));

        // A register that was written before anybody had one leaves it as it is.
        JsonObject person = (JsonObject)(await town.Get(OfLaw)).Body!;
        person["rhythm"]!.ToJsonString().Should().Be(weekly.ToJsonString());
        person.Remove("rhythm");
        person["email"] = "law-2@nia.example";
        JsonNode written = (await town.Put(OfLaw, person)).Body!;
        ((string)written["email"]!, written["rhythm"]!.ToJsonString()).Should().Be(("law-2@nia.example", weekly.ToJsonString()));

        JsonNode once = (await town.Put($"{OfLaw}/rhythm", new JsonObject { ["every"] = "at-once" })).Body!;
        once["rhythm"]!.ToJsonString().Should().Be("""{"every":"at-once"}""");
        (await town.Put("/api/people/nobody/rhythm", weekly)).Status.Should().Be(404);
        (await town.Put($"{OfLaw}/rhythm", new JsonObject { ["every"] = "often" })).Status.Should().Be(422);
    }

    [Fact]
    public async Task is_set_by_a_letters_link_and_by_one_click_and_by_no_reading()
    {
        await using Town town = await Town.With(Papers.ItemOf());

        // Whoever only reads changes nothing, however often.
        using HttpClient scanner = new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = town.Http.BaseAddress };
        using HttpResponseMessage opened = await scanner.GetAsync(
            $"/api/rhythm/{Token}", TestContext.Current.CancellationToken);
        opened.StatusCode.Should().Be(HttpStatusCode.Redirect);
        opened.Headers.Location!.OriginalString.Should().Be($"https://board.example/board/rhythm#{Token}");
        (await Rhythm(town)).Should().Be("at-once");

        (await Click(town, Token, "List-Unsubscribe=One-Click")).Should().Be(200);
        (await Rhythm(town)).Should().Be("weekly");
        (await Click(town, Token, "List-Unsubscribe=One-Click")).Should().Be(200, "a click more is no mistake");

        (await Click(town, Token, "something=else")).Should().Be(422);
        (await Click(town, $"{Token}A", "List-Unsubscribe=One-Click")).Should().Be(404);
        (await Click(town, RhythmToken.Sign("nobody", new(LinkKey.Parse(Town.KeyOf(1))!, null)), "List-Unsubscribe=One-Click"))
            .Should().Be(404);
        (await Click(town, RhythmToken.Sign("law", new(LinkKey.Parse(Town.KeyOf(7))!, null)), "List-Unsubscribe=One-Click"))
            .Should().Be(410);
    }

    [Fact]
    public void opens_nothing_else()
    {
        LinkKeys keys = new(LinkKey.Parse(Town.KeyOf(1))!, null);

        RhythmToken.Read(Token, keys).Should().Be("law");
        AnswerToken.Read(Token, keys).Should().BeNull();
        FollowUp.Feeds.FeedToken.Read(Token, keys).Should().BeNull();
        RhythmToken.Read(FollowUp.Feeds.FeedToken.Sign(FollowUp.Feeds.FeedScope.OfPerson("law", 1), keys), keys).Should().BeNull();
        RhythmToken.Read($"{Token[..^1]}{(Token[^1] == 'A' ? 'B' : 'A')}", keys).Should().BeNull();
        Token.Length.Should().BeLessThan(RhythmToken.LengthMax);
    }

    private static async Task<int> Click(Town town, string token, string form)
    {
        using StringContent body = new(form, Encoding.UTF8, "application/x-www-form-urlencoded");
        using HttpResponseMessage answer = await town.Http.PostAsync(
            $"/api/rhythm/{token}", body, TestContext.Current.CancellationToken);
        return (int)answer.StatusCode;
    }

    private static async Task<string> Rhythm(Town town)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, "/api/rhythm");
        request.Headers.Add("x-followup-link", Token);
        using HttpResponseMessage answer = await town.Http.SendAsync(request, TestContext.Current.CancellationToken);
        string text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return (string)JsonNode.Parse(text)!["rhythm"]!["every"]!;
    }
}
