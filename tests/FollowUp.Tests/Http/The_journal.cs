using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using FollowUp.Http;
using FollowUp.Tests.Rig;

namespace FollowUp.Tests.Http;

/// <summary>
/// Law 19, by somebody who has the export and its description, and neither the store nor this code. Tests <see cref="GetJournal"/>.
/// </summary>
public sealed class The_journal
{
    [Theory]
    [InlineData("2020-05-11 10:00")]
    [InlineData("2020-05-11 10:00:00.1234567")]
    public async Task is_a_chain_that_its_export_proves(string registeredAt)
    {
        await using Town town = await Town.Of(registeredAt);
        _ = await town.Post("/api/agreements", Papers.AgreementOf(Papers.Agreement, Papers.ItemOf(), Papers.ItemOf("annex")));
        await town.Sign();
        await town.Progress("进展顺利: 第一稿已送 𠮷林.");
        await town.Until("2020-06-22 10:00");
        await town.Report();
        await town.Confirm();
        await town.Until("2020-06-30 10:00");

        string previous = new('0', 64);
        int seq = 0;
        foreach (JsonNode entry in await town.Journal())
        {
            ((int)entry["seq"]!).Should().Be(++seq);
            ((string)entry["previous"]!).Should().Be(previous);
            previous = Seal(entry, previous);
            ((string)entry["hash"]!).Should().Be(previous, entry.ToJsonString());
        }

        seq.Should().BeGreaterThan(20);
    }

    [Fact]
    public async Task and_the_ledger_agree_on_every_notice_and_each_stands_there_once()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        await town.Until("2020-06-30 10:00");

        IReadOnlyList<JsonNode> ledger = await town.Ledger();

        ledger.Select(row => $"{row["anchorRevision"]} {row["ladder"]} {row["rung"]} {row["occurrence"]} {row["to"]}")
            .Should().OnlyHaveUniqueItems();
        ledger.Should().OnlyContain(row => (string)row["state"]! == "sent" || (string)row["state"]! == "skipped");
        (await town.Events()).Count(what => what == "notice").Should().Be(ledger.Count);
    }

    /// <summary>
    /// Each field its length in UTF-8 bytes, a colon, its text; an absent one a dash. What later versions brought is left out where it is
    /// absent at the end.
    /// </summary>
    private static string Seal(JsonNode entry, string previous)
    {
        IEnumerable<string?> fields =
        [
            previous,
            .. new[] { "seq", "at", "event", "agreement", "item", "by", "text" }.Select(name => entry[name]?.ToString()),
            .. entry["digest"] is { } digest ? new[] { entry["through"]?.ToString(), digest.ToString() }
                : entry["through"] is { } through ? [through.ToString()] : [],
        ];
        string sealedText = string.Concat(fields.Select(field => field is null ? "-" : $"{Encoding.UTF8.GetByteCount(field)}:{field}"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sealedText)));
    }
}
