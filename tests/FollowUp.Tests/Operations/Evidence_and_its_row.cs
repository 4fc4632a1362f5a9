using System.Text;
using Azure.Data.Tables;
using FollowUp.Operations;
using FollowUp.Tests.Http.Rig;
using FollowUp.Tests.Rig;

namespace FollowUp.Tests.Operations;

/// <summary>
/// A content and the row that knows it, whatever ends their host in between. Tests <see cref="EvidenceDesk"/> and
/// <see cref="EvidenceDamagedException"/>.
/// </summary>
public sealed class Evidence_and_its_row
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("0000", false)]
    [InlineData("0001", false)]
    [InlineData("$batch", false)]
    [InlineData("$batch", true)]
    public async Task are_both_there_once_it_is_handed_in_again(string dies, bool afterwards)
    {
        await using Town town = await Town.With(Papers.ItemOf());
        void CutAt(string what, bool isBefore)
        {
            string table = dies == "$batch" ? "Agreements" : "Files";
            if (isBefore != afterwards && what.Contains(table, StringComparison.Ordinal) && what.Contains(dies, StringComparison.Ordinal))
            {
                town.Wire.Cut();
                throw new WireCutException();
            }
        }

        town.Wire.Before = what => CutAt(what, isBefore: true);
        town.Wire.After = what => CutAt(what, isBefore: false);
        (await Paper.Signed.HandIn(town)).Status.Should().BeGreaterThanOrEqualTo(500);
        town.Wire.IsCut.Should().BeTrue();
        await town.Kill();
        await town.Start();

        (await town.Get(Town.PathOf("protocol"))).Body!["evidenceFiles"]!.AsArray().Should().HaveCount(afterwards ? 1 : 0);
        (await Had(town)).Should().Be(afterwards ? 200 : 404, "what no row knows is seen by nobody");
        (await Paper.Signed.HandIn(town)).Status.Should().Be(afterwards ? 200 : 201);
        (await Had(town)).Should().Be(200);
        (await town.Events()).Should().Equal("registered", "assigned", "evidence-added");
    }

    [Fact]
    public async Task that_do_not_agree_are_told_apart_until_it_is_handed_in_again()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        (await Paper.Signed.HandIn(town)).Status.Should().Be(201);
        TableEntity piece = (await town.Tables.Rows("Files"))[0];
        piece["Bytes0"] = Encoding.UTF8.GetBytes("%PDF-1.7 another paper");
        await town.Tables.Table("Files").UpdateEntityAsync(piece, piece.ETag, TableUpdateMode.Replace, Cancel);

        Answer changed = await town.Get(Paper.PathOf(Paper.Signed.Sha256));
        (changed.Status, changed.Problem).Should().Be((500, "evidence-damaged"));
        changed.Message.Content.Headers.ContentDisposition.Should().BeNull("it is no file that anybody keeps");
        await town.Tables.Table("Files").DeleteAsync(Cancel);
        (await town.Get(Paper.PathOf(Paper.Signed.Sha256))).Text.Should().Contain("not in the store");

        (await Paper.Signed.HandIn(town)).Status.Should().Be(200);
        (await Had(town)).Should().Be(200);
    }

    private static async Task<int> Had(Town town) => (await town.Get(Paper.PathOf(Paper.Signed.Sha256))).Status;
}
