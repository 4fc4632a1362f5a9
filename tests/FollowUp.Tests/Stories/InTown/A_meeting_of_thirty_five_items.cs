using System.Text.Json.Nodes;
using FollowUp.Tests.Rig;

namespace FollowUp.Tests.Stories.InTown;

/// <summary>Law 16. Elsewhere, after a meeting, "every teammate received 35 emails".</summary>
public sealed class A_meeting_of_thirty_five_items
{
    [Fact]
    public async Task is_one_letter_to_each_reader_whenever_there_is_anything_to_say()
    {
        await using Town town = await Town.With(
            [.. Enumerable.Range(1, 35).Select(n => (JsonNode)Papers.ItemOf($"item-{n}", owner: n <= 20 ? "law" : "law-2"))]);

        await town.Until("2020-05-14 12:00");

        town.Mailbox.Arrived
            .Select(letter => $"{letter.At.ToOffset(Town.Offset):MM-dd HH:mm} {letter.To}: {letter.Written.Letter.Notices.Count}").Order()
            .Should().Equal(
            "05-11 10:01 law-2: 15",
            "05-11 10:01 law: 20",
            "05-13 09:01 law-2: 15",
            "05-13 09:01 law: 20",
            "05-14 09:01 desk: 35",
            "05-14 09:01 law-2: 15",
            "05-14 09:01 law: 20");
        town.Mailbox.Arrived.First(letter => letter.To == "law").Written.Subject
            .Should().StartWith("Handed to you – please sign for it: Revise the item-").And.EndWith("(and 19 other items)");
    }
}
