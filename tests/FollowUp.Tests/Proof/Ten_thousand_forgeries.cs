using System.Text;
using System.Text.Json.Nodes;
using FollowUp.Http;
using FollowUp.Operations;
using FollowUp.Proof;
using FollowUp.Storage;
using FollowUp.Tests.Proof.Rig;
using FollowUp.Tests.Rig;
using Microsoft.Extensions.DependencyInjection;

namespace FollowUp.Tests.Proof;

/// <summary>
/// Law 19, of a file that the app gave out. Tests <see cref="ProofFile"/>, and who puts it together: <see cref="GetProof"/>,
/// <see cref="ProofLoader"/> and <see cref="Mentions"/>.
/// </summary>
public sealed class Ten_thousand_forgeries
{
    [Fact]
    public async Task of_a_file_are_ten_thousand_findings()
    {
        await using Town town = await Told();
        Answer answer = await Proof(town);
        answer.Message.Content.Headers.ContentDisposition!.FileName.Should().Be("minutes-proof.json");
        ProofResult result = ProofFile.Verify(Encoding.UTF8.GetBytes(answer.Text));
        result.Findings.Should().BeEmpty();
        (result.SealedRows, result.RowsSealedByWords).Should().Be((result.LedgerRows - result.OpenRows, 0));
        result.SealedRows.Should().BeGreaterThan(20);

        byte[][] file = [.. answer.Text.TrimEnd('\n').Split('\n').Select(Encoding.UTF8.GetBytes)];
        byte[] original = ProofLines.Whole(file);
        Seeds.Each(10_000, random =>
        {
            Forgery forgery = Forgery.Of(file, original, random);
            IReadOnlyList<ProofFinding> found = ProofFile.Verify(forgery.File).Findings;
            if (found.Count == 0 || (forgery.Line is { } line && !found.Any(one => one.Line == line || one.Line == line + 1)))
            {
                throw new InvalidOperationException($"{forgery.Kind}: {string.Join("; ", found)}\n{Encoding.UTF8.GetString(forgery.File)}");
            }
        });
    }

    [Fact]
    public async Task need_none_to_see_that_the_same_state_is_the_same_file()
    {
        await using Town town = await Told();
        string once = (await Proof(town)).Text;

        (await Proof(town)).Text.Should().Be(once);
        await town.Progress("More of it.");
        string later = (await Proof(town)).Text;
        ProofResult before = ProofFile.Verify(Encoding.UTF8.GetBytes(once));
        ProofFile.Verify(Encoding.UTF8.GetBytes(later), before.Head).Findings.Should().BeEmpty("what was noted down before is in it");
    }

    /// <summary>What is written while the file is put together is in it whole, or not at all.</summary>
    [Fact]
    public async Task do_not_come_about_by_what_is_written_meanwhile()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        StoredAgreement before = (await town.Services.GetRequiredService<AgreementStore>()
            .LoadAgreement(Papers.Agreement, Freshness.Current, TestContext.Current.CancellationToken))!;
        await town.Until("2020-06-30 10:00");

        ProofContent content = await town.Services.GetRequiredService<ProofLoader>().Load(before, TestContext.Current.CancellationToken);

        ProofFile.Verify(ProofFile.Write(content)).Findings.Should().BeEmpty();
        content.Head.Seq.Should().BeGreaterThan(before.Journal.Seq);
        content.People.Select(person => person.Id).Should().Contain(["desk", "law", "first"]).And.NotContain("third-party");
    }

    private static Task<Answer> Proof(Town town) => town.Get($"/api/agreements/{Papers.Agreement}/proof");

    private static async Task<Town> Told()
    {
        Town town = await Town.With(Papers.ItemOf(), Papers.ItemOf("annex"));
        town.Mailbox.Reply = "250 2.0.0 Ok: queued as 4XyZ";
        await town.Sign();
        await town.Progress("Второй вариант отправлен; 第二稿已送 𠮷林. SHA-256 й");
        JsonObject law = Papers.PersonOf("law");
        law["absences"] = new JsonArray(new JsonObject { ["from"] = "2020-06-18", ["to"] = "2020-06-18", ["substitute"] = "law-2" });
        _ = await town.Put("/api/people/law", law);
        await town.Until("2020-06-22 10:00");
        await town.Report();
        await town.Confirm();
        await town.Until("2020-06-24 10:00");
        return town;
    }
}
