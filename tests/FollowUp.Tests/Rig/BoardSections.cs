using System.Text.Json.Nodes;
using FollowUp.Items;
using NodaTime;

namespace FollowUp.Tests.Rig;

/// <summary>In which section the board showed an item when it found that out by itself, from what the service says of it.</summary>
internal static class BoardSections
{
    public static string Of(AgreedItem item, Instant now) =>
        Of(item.IsOpen, item.State, item.SlipAt(now) is Slip.None ? null : item.SlipAt(now).ToString().ToLowerInvariant());

    public static string Of(JsonNode item) => Of((bool)item["open"]!, (string)item["state"]!, (string?)item["slip"]);

    private static string Of(bool isOpen, string state, string? slip)
    {
        if (!isOpen)
        {
            return "closed";
        }

        if (state == "reported")
        {
            return "reported";
        }

        return slip switch
        {
            "red" => "late",
            "yellow" => "behind",
            "blue" => "near",
            _ => state is "waiting" or "registered" ? "waiting" : "course",
        };
    }
}
