using System.Text.Json.Nodes;
using FollowUp.Http;
using FollowUp.Tests.Rig;

namespace FollowUp.Tests.Http;

/// <summary>
/// No letter could be written to it: once it was taken all the same, and everybody above its owner was left in silence (law 18). Tests
/// <see cref="PersonResource"/>.
/// </summary>
public sealed class An_address_that_is_refused
{
    [Theory]
    [InlineData("ivanov.@ex.example")]
    [InlineData(".ivanov@ex.example")]
    [InlineData("iv..anov@ex.example")]
    [InlineData("ivanov@ex..example")]
    [InlineData("ivanov@-ex.example")]
    [InlineData("ivanov@ex.example.")]
    [InlineData("иванов@ex.example")]
    [InlineData("=?utf-8?q?x?=@ex.example")]
    public async Task takes_its_register_with_it_and_nothing_is_stored(string address)
    {
        await using Town town = await Town.Empty("2026-11-02 09:00");
        IReadOnlyList<string> stored = await town.Tables.Everything();

        Answer answer = await town.Post("/api/registers", RegisterWith(address));

        (answer.Status, answer.Problem, string.Join(' ', answer.Pointers))
            .Should().Be((422, "invalid-input", "/people/4/email"), answer.Text);
        (await town.Tables.Everything()).Should().Equal(stored);
    }

    [Fact]
    public async Task of_a_person_who_is_written_anew_leaves_the_one_before_it()
    {
        await using Town town = await Town.Empty("2026-11-02 09:00");
        (await town.Post("/api/registers", RegisterWith("ivanov@ex.example"))).Status.Should().Be(201);
        JsonObject person = PersonOf("dotted", "ivanov.@ex.example");

        Answer answer = await town.Put("/api/people/dotted", person);
        Answer after = await town.Get("/api/people/dotted");

        (answer.Status, string.Join(' ', answer.Pointers)).Should().Be((422, "/email"), answer.Text);
        ((string?)after.Body!["email"], (int?)after.Body["revision"]).Should().Be(("ivanov@ex.example", 1));
    }

    /// <summary>People write it as their country does, and read it back as servers do; written back, it is the same.</summary>
    [Fact]
    public async Task would_not_be_for_its_domain_alone()
    {
        await using Town town = await Town.Empty("2026-11-02 09:00");
        _ = await town.Post("/api/registers", RegisterWith("ivanov@ex.example"));

        Answer first = await town.Put("/api/people/dotted", PersonOf("dotted", "ivanov@пример.рф"));
        Answer again = await town.Put("/api/people/dotted", PersonOf("dotted", "ivanov@пример.рф"));
        Answer back = await town.Put("/api/people/dotted", (await town.Get("/api/people/dotted")).Body!);

        foreach (Answer answer in new[] { first, again, back })
        {
            (answer.Status, (string?)answer.Body!["email"], (int?)answer.Body["revision"])
                .Should().Be((200, "ivanov@xn--e1afmkfd.xn--p1ai", 2), answer.Text);
        }
    }

    /// <summary>Two items alike, but for what the mail to one owner is addressed to.</summary>
    private static JsonObject RegisterWith(string address) => new()
    {
        ["people"] = new JsonArray(
            PersonOf("iss", "iss@ex.example"), PersonOf("coord", "coord@ex.example"), PersonOf("l1", "l1@ex.example"),
            PersonOf("l2", "l2@ex.example"),
            PersonOf("dotted", address), PersonOf("fine", "fine@ex.example")),
        ["agreements"] = new JsonArray(new JsonObject
        {
            ["id"] = "x",
            ["kind"] = "minutes",
            ["signedOn"] = "2026-11-02",
            ["title"] = new JsonObject { ["en"] = "X" },
            ["parties"] =
                new JsonArray(
                    new JsonObject
                    {
                        ["code"] = "CN",
                        ["name"] = new JsonObject { ["en"] = "A" },
                        ["calendar"] = "CN",
                        ["timeZone"] = "Asia/Shanghai"
                    }),
            ["coordinator"] = "coord",
            ["chain"] = new JsonArray("l1", "l2"),
            ["items"] = new JsonArray(ItemOf("bad", "dotted"), ItemOf("good", "fine")),
        }),
    };

    private static JsonObject PersonOf(string id, string address) => new()
    {
        ["id"] = id,
        ["name"] = id,
        ["email"] = address,
        ["language"] = "en",
        ["timeZone"] = "Asia/Shanghai",
        ["calendar"] = "CN",
    };

    private static JsonObject ItemOf(string id, string owner) => new()
    {
        ["id"] = id,
        ["kind"] = "other",
        ["title"] = new JsonObject { ["en"] = id },
        ["owner"] = owner,
        ["issuer"] = "iss",
        ["dueOn"] = "2026-11-06",
    };
}
