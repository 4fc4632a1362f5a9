using System.Text.Json.Nodes;
using FollowUp.Answers;
using FollowUp.Tests.Rig;

namespace FollowUp.Tests.Stories.InTown;

/// <summary>Law 17: the link of a letter dies with what it was made for, says why, and names whom to ask.</summary>
public sealed class A_link_that_is_over
{
    [Fact]
    public async Task dies_when_the_item_changes_hands()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        await town.Until("2020-05-11 10:05");
        string token = town.TokenFor("law", AnswerAction.Complete);
        (await town.HandTo("law-2")).Status.Should().Be(200);

        Answer shown = await town.OpenLink(token);
        ((string)shown.Body!["standing"]!, shown.Body["item"], shown.Body["answers"]!.AsArray().Count)
            .Should().Be(("handedOver", null, 0), shown.Text);
        Answer refused = await town.AnswerBy(token, Links.BodyFor(AnswerAction.Complete));
        (refused.Status, refused.Problem).Should().Be((409, "not-now"), refused.Text);
        (await town.HandTo("law")).Status.Should().Be(200);
        (await town.AnswerBy(token, Links.BodyFor(AnswerAction.Complete))).Status.Should().Be(409, "it is another time that they own it");
        await town.Until("2020-05-11 10:10");
        (await town.AnswerBy(town.TokenFor("law", AnswerAction.Complete), Links.BodyFor(AnswerAction.Complete))).Status.Should().Be(200);
    }

    [Fact]
    public async Task dies_at_its_end()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        await town.Until("2020-05-11 10:05");
        string token = town.TokenFor("law", AnswerAction.Complete);
        await town.Until("2020-07-01 23:59");
        (await town.OpenLink(token)).Body!["standing"]!.GetValue<string>().Should().Be("open");
        await town.Until("2020-07-02 00:00");
        Answer shown = await town.OpenLink(token);
        ((string)shown.Body!["standing"]!, shown.Body["item"], (string)shown.Body["coordinator"]!["name"]!)
            .Should().Be(("expired", null, "The desk office"), shown.Text);
        Answer refused = await town.AnswerBy(token, Links.BodyFor(AnswerAction.Complete));
        (refused.Status, refused.Problem).Should().Be((410, "link-expired"), refused.Text);
    }

    [Fact]
    public async Task dies_with_the_second_new_key()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        await town.Until("2020-05-11 10:05");
        string token = town.TokenFor("law", AnswerAction.Sign);
        await Restart(town, (Town.KeyOf(2), Town.KeyOf(1)));
        (await town.OpenLink(token)).Status.Should().Be(200);
        await Restart(town, (Town.KeyOf(3), Town.KeyOf(2)));
        foreach (Answer refused in new[] { await town.OpenLink(token), await town.AnswerBy(token, new JsonObject()) })
        {
            (refused.Status, refused.Problem).Should().Be((410, "link-replaced"), refused.Text);
            refused.Text.Should().NotContainAny("protocol", "law", "desk");
        }

        await Restart(town, ("", null));
        (await town.OpenLink(token)).Status.Should().Be(404, "without a key there are no links");
    }

    [Theory]
    [InlineData("")]
    [InlineData("v1")]
    [InlineData("v1.aaaaaaaa.bbbb.cccccccccccccccccccccccccccccccccccccccccccc")]
    [InlineData("half")]
    [InlineData("forged")]
    public async Task that_nobody_signed_opens_nothing(string token)
    {
        await using Town town = await Town.With(Papers.ItemOf());
        await town.Until("2020-05-11 10:05");
        string real = town.TokenFor("law", AnswerAction.Sign);
        string tried = token switch { "half" => real[..^20], "forged" => $"{real[..^1]}{(real[^1] == 'A' ? 'E' : 'A')}", _ => token };
        foreach (Answer refused in new[] { await town.OpenLink(tried), await town.AnswerBy(tried, new JsonObject()) })
        {
            (refused.Status, refused.Problem).Should().Be((404, "link-unknown"), refused.Text);
            refused.Text.Should().NotContainAny("protocol", "law", "desk", real);
        }
    }

    private static async Task Restart(Town town, (string, string?) keys)
    {
        await town.Stop();
        town.Keys = keys;
        await town.Start();
    }
}
