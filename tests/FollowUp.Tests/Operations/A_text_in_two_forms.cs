using System.Text.Json.Nodes;
using FollowUp.Operations;
using FollowUp.Tests.Rig;

namespace FollowUp.Tests.Operations;

/// <summary>The same text, its accents in their letters or behind them: one registration. Tests <see cref="SameContent"/>.</summary>
public sealed class A_text_in_two_forms
{
    private const string Composed = "Соглашение о границе: й, ё, é", Decomposed = "Соглашение о границе: и\u0306, е\u0308, e\u0301";

    [Fact]
    public async Task is_one_registration_and_one_person()
    {
        await using Town town = await Town.Of("2020-05-11 10:00");

        Answer first = await town.Post("/api/agreements", With(Decomposed));
        IReadOnlyList<string> stored = await town.Tables.Everything();
        Answer same = await town.Post("/api/agreements", With(Decomposed));
        Answer composed = await town.Post("/api/agreements", With(Composed));
        Answer item = await town.Post("/api/agreements/minutes/items", ItemOf(Decomposed));

        (first.Status, same.Status, composed.Status, item.Status).Should().Be((201, 200, 200, 200));
        ((string?)first.Body!["title"]!["ru"]).Should().Be(Composed, "it is kept in one form");
        (await town.Tables.Everything()).Should().Equal(stored);

        JsonObject law = Papers.PersonOf("law");
        law["name"] = Composed;
        int? revision = (int?)(await town.Put("/api/people/law", law)).Body!["revision"];
        law["name"] = Decomposed;
        ((int?)(await town.Put("/api/people/law", law)).Body!["revision"]).Should().Be(revision);
    }

    /// <summary>Under an idempotency key the same request is the same bytes.</summary>
    [Fact]
    public async Task is_two_requests_under_one_key()
    {
        await using Town town = await Town.Of("2020-05-11 10:00");

        Answer first = await town.Post("/api/agreements", With(Composed), ("Idempotency-Key", "one"));
        Answer other = await town.Post("/api/agreements", With(Decomposed), ("Idempotency-Key", "one"));

        (first.Status, other.Status, other.Problem).Should().Be((201, 422, "key-reused"));
    }

    private static JsonObject With(string text)
    {
        JsonObject agreement = Papers.AgreementOf("minutes", ItemOf(text));
        agreement["title"]!["ru"] = text;
        agreement["place"] = text;
        agreement["clauses"] = new JsonArray(new JsonObject { ["id"] = "p1", ["text"] = new JsonObject { ["ru"] = text } });
        return agreement;
    }

    private static JsonObject ItemOf(string text)
    {
        JsonObject item = Papers.ItemOf();
        item["title"]!["ru"] = text;
        return item;
    }
}
