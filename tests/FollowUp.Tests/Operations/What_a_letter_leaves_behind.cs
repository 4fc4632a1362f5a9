using System.Text.Json;
using System.Text.Json.Nodes;
using FollowUp.Delivery;
using FollowUp.Http.Responses;
using FollowUp.Ledger;
using FollowUp.Operations;
using FollowUp.Tests.Rig;
using FollowUp.Values;

namespace FollowUp.Tests.Operations;

/// <summary>
/// Law 3: of each letter the ledger keeps to which address and under which Message-ID it was handed over, for whoever asks a mail server
/// about it years later. Tests <see cref="DeliveryOutcome"/>, <see cref="LedgerRow"/> and <see cref="NoticeResponse"/>.
/// </summary>
public sealed class What_a_letter_leaves_behind
{
    [Fact]
    public async Task is_its_address_and_Message_ID_in_each_of_its_notices()
    {
        await using Town town = await Town.With(Papers.ItemOf("protocol"), Papers.ItemOf("visit"));
        await town.Until("2020-05-11 10:05");
        string id = town.Mailbox.Arrived.Should().ContainSingle().Subject.MessageId;

        foreach (string item in new[] { "protocol", "visit" })
        {
            Envelopes(await town.Ledger(item), "sent").Should().Equal($"law@nia.example {id}");
        }
    }

    [Fact]
    public async Task stays_when_its_reader_has_another_address()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        await town.Until("2020-05-11 10:05");
        JsonNode before = (await town.Ledger())[0];
        JsonObject law = Papers.PersonOf("law");
        law["email"] = "legal@nia.example";
        _ = await town.Put("/api/people/law", law);
        await town.Until("2020-05-13 12:00");

        (await town.Ledger())[0].ToJsonString().Should().Be(before.ToJsonString());
        Envelopes(await town.Ledger(), "sent").Should().HaveCount(2).And.Contain(line => line.StartsWith("legal@nia.example "));
    }

    // Law 15: it went to whoever stood in, and to their address.
    [Fact]
    public async Task is_the_address_of_whoever_stood_in()
    {
        await using Town town = await Town.Of("2020-05-11 10:00");
        JsonObject law = Papers.PersonOf("law");
        law["absences"] = new JsonArray(new JsonObject { ["from"] = "2020-05-11", ["to"] = "2020-05-31", ["substitute"] = "law-2" });
        _ = await town.Put("/api/people/law", law);
        _ = await town.Post("/api/agreements", Papers.AgreementOf(Papers.Agreement, Papers.ItemOf()));
        await town.Until("2020-05-11 10:05");

        Envelopes(await town.Ledger(), "sent").Should().Equal($"law-2@nia.example {town.Mailbox.Arrived[0].MessageId}");
    }

    [Fact]
    public async Task is_there_too_where_it_was_refused()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        string? refused = null;
        town.Mailbox.Before = letter => letter.Letter.Recipient == "law"
            ? throw new DeliveryRefusedException("The mail server", refused = letter.Letter.MessageId)
            : Task.CompletedTask;
        await town.Until("2020-05-11 10:05");

        Envelopes(await town.Ledger(), "failed").Should().Equal($"law@nia.example {refused}");
    }

    [Fact]
    public async Task is_nothing_where_no_letter_carried_it()
    {
        await using Town town = await Town.With(Papers.ItemOf(dueOn: "2020-05-20"));
        await town.Until("2020-05-11 10:05");

        (await town.Ledger()).Where(row => (string)row["state"]! == "skipped").Should().NotBeEmpty()
            .And.OnlyContain(row => row["address"] == null && row["messageId"] == null);
    }

    /// <summary>The journal is sealed and exported: what stands there, nobody can take out again.</summary>
    [Fact]
    public async Task is_in_the_ledger_alone()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        await town.Until("2020-05-11 10:05");

        string.Concat((await town.Journal()).Select(entry => entry.ToJsonString()))
            .Should().Contain("sent receipt/at-once").And.NotContain("@");
    }

    [Fact]
    public void is_unknown_in_rows_of_earlier_versions()
    {
        LedgerRow old = JsonSerializer.Deserialize<LedgerRow>(
            """
            {"key":{"item":"protocol","anchorRevision":1,"ladder":"receipt","rung":"at-once","occurrence":0,"recipient":"law"},
             "role":"owner","planned":"2020-05-11T02:00:00Z","since":"2020-05-11T02:00:00Z","state":"sent","decidedAt":"2020-05-11T02:00:00Z",
             "at":"2020-05-11T02:01:01Z","sentTo":"law","slot":"202005110200"}
            """,
            Json.Options)!;

        (old.Address, old.MessageId).Should().Be((null, null));
        JsonSerializer.Serialize(old, Json.Options).Should().NotContain("address").And.NotContain("messageId");
    }

    private static IEnumerable<string> Envelopes(IEnumerable<JsonNode> rows, string state) =>
        rows.Where(row => (string)row["state"]! == state && (string)row["ladder"]! != "undelivered")
            .Select(row => $"{row["address"]} {row["messageId"]}");
}
