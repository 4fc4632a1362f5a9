using System.Text.Json.Nodes;
using FollowUp.Simulation.Scripts;

namespace FollowUp.Simulation.Worlds;

/// <summary>
/// A part in an item goes to others: as one change of many would, of this item alone. It is looked at first, and then done.
/// </summary>
public sealed partial class World
{
    /// <returns>As any other call under <c>/api/agreements</c> would answer: with the item, or why not.</returns>
    private async Task<Answer?> Give(Deed deed)
    {
        string path = $"/api/agreements/{deed.Agreement}/changes";
        bool isSeveral = deed.Part is "supporting" or "chain";
        JsonNode people = isSeveral ? new JsonArray([.. deed.People.Select(id => (JsonNode)id)]) : deed.People[0];
        JsonObject body = new()
        {
            ["by"] = deed.By,
            ["reason"] = deed.Text,
            ["items"] = new JsonArray(deed.Item),
            [deed.Part!] = people,
        };

        // Its clock may have written something of it in between, and said so by another token.
        for (int tries = 0; tries < TriesMax; tries++)
        {
            Answer? looked = await Reach("POST", path, body.ToJsonString(), null);
            if (looked is not { Status: 200 })
            {
                return looked;
            }

            JsonNode preview = JsonNode.Parse(looked.Text)!;
            if (preview["preview"] is not { } token)
            {
                return Refused(preview);
            }

            Answer? done = await Reach("POST", $"{path}?preview={token}", body.ToJsonString(), null);
            if (done is not { Status: 412 })
            {
                return done is { Status: 200 } ? await Get($"/api/agreements/{deed.Agreement}/items/{deed.Item}") : done;
            }
        }

        return null;
    }

    private static Answer Refused(JsonNode preview)
    {
        JsonNode fault = preview["items"]![0]!["faults"]![0]!;
        return new((string?)fault["args"]?["reason"]?["code"] == "not-allowed" ? 403 : 409, fault.ToJsonString(), null);
    }
}
