using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using FollowUp.Answers;
using FollowUp.Http;
using FollowUp.Http.Responses;
using FollowUp.Tests.Http.Rig;
using FollowUp.Tests.Rig;

namespace FollowUp.Tests.Http;

/// <summary>
/// Who reports by a letter hands in what shows it, and who confirms by a letter reads it. Tests <see cref="AddAnswerEvidence"/>,
/// <see cref="GetAnswerEvidence"/>, <see cref="Answering"/>, <see cref="AnsweredFile"/> and <see cref="LinkRefusedException"/>.
/// </summary>
public sealed class Evidence_by_a_link
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task goes_with_the_report_and_is_read_by_who_confirms()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        await town.Until("2020-05-11 10:05");
        string token = town.TokenFor("law", AnswerAction.Complete);
        Answer handedIn = await HandIn(town, token);
        (handedIn.Status, (string)handedIn.Body!["standing"]!).Should().Be((200, "open"), handedIn.Text);
        handedIn.Message.Headers.Location!.OriginalString.Should().Be($"/api/answers/evidence/{Paper.Signed.Sha256}");
        (await HandIn(town, token)).Body!["item"]!["files"]!.AsArray().Should().HaveCount(1);

        JsonObject report = new() { ["evidence"] = new JsonObject { ["kind"] = "file", ["ref"] = Paper.Signed.Sha256 } };
        Answer done = await town.AnswerBy(token, report, ("If-Match", handedIn.ETag!));
        ((string)done.Body!["standing"]!, (string)done.Body["record"]!["text"]!).Should().Be(("recorded", Paper.Signed.Name), done.Text);
        (await HandIn(town, token)).Status.Should().Be(200, "what was taken already is taken");
        await town.Until("2020-05-11 10:10");
        string confirms = town.TokenFor("lead", AnswerAction.Confirm);

        (await Had(town, confirms)).Should().Be(Paper.Signed.Content.Length);
        (await town.Journal()).Single(entry => (string)entry["event"]! == "evidence-added")["through"]!.ToString().Should().Be("letter");
    }

    [Fact]
    public async Task is_for_links_that_report_and_for_no_others()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        await town.Until("2020-05-11 10:05");
        (await HandIn(town, town.TokenFor("law", AnswerAction.Sign))).Problem.Should().Be("not-now");
        (await HandIn(town, "v1.guessed")).Problem.Should().Be("link-unknown");
        string token = town.TokenFor("law", AnswerAction.Complete);
        (await Had(town, token)).Should().BeNull("there is none yet");
        (await Paper.Signed.HandIn(town)).Status.Should().Be(201);

        (await Had(town, "v1.guessed")).Should().BeNull();
        (await Had(town, token)).Should().NotBeNull();
        JsonObject handed = new() { ["by"] = "desk", ["owner"] = "law-2", ["reason"] = "Theirs." };
        (await town.Put($"{Town.PathOf("protocol")}/owner", handed)).Status.Should().Be(200);
        (await Had(town, token)).Should().BeNull("it is another's by now");
        (await HandIn(town, token)).Status.Should().BeInRange(400, 499);
    }

    private static Task<Answer> HandIn(Town town, string token)
    {
        ByteArrayContent body = new(Paper.Signed.Content);
        body.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        return town.Send("POST", $"/api/answers/evidence?name={Uri.EscapeDataString(Paper.Signed.Name)}", body, (Links.Header, token));
    }

    private static async Task<int?> Had(Town town, string token)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, $"/api/answers/evidence/{Paper.Signed.Sha256}");
        request.Headers.Add(Links.Header, token);
        using HttpResponseMessage answer = await town.Http.SendAsync(request, Cancel);
        return answer.IsSuccessStatusCode ? (await answer.Content.ReadAsByteArrayAsync(Cancel)).Length : null;
    }
}
