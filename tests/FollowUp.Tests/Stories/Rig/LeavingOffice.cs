using System.Text.Json.Nodes;
using FollowUp.Tests.Rig;

namespace FollowUp.Tests.Stories.Rig;

/// <summary>An office that law leaves, and law-2 takes over.</summary>
internal static class LeavingOffice
{
    public const string Law = "/api/people/law/succession";

    /// <summary>law owns two of the minutes, and coordinates the treaty and is its first level; third names them as a substitute.</summary>
    public static async Task<Town> Office()
    {
        Town town = await Town.With(Papers.ItemOf("a"), Papers.ItemOf("b"), Papers.ItemOf("c", owner: "law-2"));
        JsonObject treaty = Papers.AgreementOf("treaty", Papers.ItemOf("d", owner: "third"));
        (treaty["coordinator"], treaty["chain"]) = ("law", new JsonArray("law", "second"));
        (await town.Post("/api/agreements", treaty)).Status.Should().Be(201);
        JsonObject third = Papers.PersonOf("third");
        third["absences"] = new JsonArray(new JsonObject { ["from"] = "2020-08-01", ["to"] = "2020-08-20", ["substitute"] = "law" });
        (await town.Put("/api/people/third", third)).Status.Should().Be(200);
        return town;
    }

    public static async Task<Answer> Ask(Town town, string on) =>
        await town.Post($"{Law}?preview={(await town.Post(Law, Leaves(on))).Body!["preview"]}", Leaves(on));

    public static JsonObject Leaves(string on) =>
        new() { ["by"] = "desk", ["successor"] = "law-2", ["on"] = on, ["reason"] = "law retires" };

    public static async Task<IEnumerable<string>> Owners(Town town)
    {
        List<string> owners = [];
        foreach (string item in (string[])["a", "b", "c"])
        {
            owners.Add((string)(await town.Item(item))["owner"]!);
        }

        return owners;
    }
}
