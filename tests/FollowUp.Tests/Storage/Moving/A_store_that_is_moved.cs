using System.Text;
using System.Text.Json.Nodes;
using FollowUp.Delivery;
using FollowUp.Proof;
using FollowUp.Storage.Moving;
using FollowUp.Tables;
using FollowUp.Tests.Rig;
using FollowUp.Tests.Storage.Rig;

namespace FollowUp.Tests.Storage.Moving;

/// <summary>
/// A thousand items that run, moved from a file to Azurite in the middle of a day of letters, and back into another file in its afternoon:
/// the rows are the same, the journals go on where they ended, and nobody is told twice. Tests <see cref="StoreMove"/>.
/// </summary>
public sealed class A_store_that_is_moved : IDisposable
{
    private const int Agreements = 2, ItemsOfAgreement = 500, Owners = 25;

    private const string InMoscow = "owner-1", Unreachable = "owner-2";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("followup-move-");
    private readonly List<SqliteTables> files = [];

    [Fact]
    public async Task says_everything_once_and_forgets_nothing() // laws 1, 3 and 19
    {
        await using Town town = await Town.Empty("2020-05-11 10:00", tables: File("first"));
        town.Mailbox.Before = letter => letter.Letter.Recipient == Unreachable && town.Now < Town.Moment("2020-05-11 12:00")
            ? throw new DeliveryDelayedException("the server", new IOException()) : Task.CompletedTask;
        await Register(town);
        await town.Until("2020-05-11 10:03");
        town.Mailbox.Arrived.Should().HaveCount(Owners - 2, "one cannot be reached yet, and it is night in Moscow");

        await Move(town, new(await SharedAzurite.NewAccount()));
        foreach (string moment in new[] { "2020-05-11 12:10", "2020-05-11 14:03" })
        {
            // No orchestration came along: what comes round every minute finds what is due, and starts its clock.
            await town.Until(moment);
            await town.Minutes(4);
        }

        town.Mailbox.Arrived.Should().HaveCount(Owners);

        await Move(town, File("second"));
        (await town.Call("POST", "/api/repair/rehydrate", null)).Body!["items"]!.GetValue<int>().Should().Be(Agreements * ItemsOfAgreement);
        await town.Until("2020-05-13 14:30");

        town.Mailbox.Arrived.SelectMany(letter => letter.Written.Letter.Notices).Select(notice => notice.Of)
            .Should().OnlyHaveUniqueItems().And.HaveCount(2 * Agreements * ItemsOfAgreement, "each at once, and again after two days");
        foreach (int n in Enumerable.Range(1, Agreements))
        {
            byte[] proof = Encoding.UTF8.GetBytes((await town.Get($"/api/agreements/talks-{n}/proof")).Text);
            ProofFile.Verify(proof).Should().BeEquivalentTo(new { IsSound = true, SealedRows = 2 * ItemsOfAgreement });
        }
    }

    public void Dispose()
    {
        files.ForEach(file => file.Dispose());
        folder.Delete(recursive: true);
    }

    private Dump File(string name)
    {
        files.Add(new(Path.Combine(folder.FullName, name, "followup.db"), TimeProvider.System));
        return new(SqliteTables.ConnectionString, files[^1]);
    }

    private static async Task Move(Town town, Dump to)
    {
        await town.Stop();
        Dump from = town.Tables;
        MoveReport report = await Ends.Move(Ends.Of(from), Ends.Of(to));
        report.Chains.Should().HaveCount(Agreements).And.OnlyContain(chain => chain.Break == null && chain.Items == ItemsOfAgreement);
        (await to.Content()).Should().HaveCount(report.Rows).And.Equal(await from.Content());
        town.Tables = to;
        await town.Start();
    }

    private static async Task Register(Town town)
    {
        JsonArray people = Papers.People;
        foreach (int n in Enumerable.Range(1, Owners))
        {
            JsonObject owner = Papers.PersonOf($"owner-{n}");
            owner["timeZone"] = $"owner-{n}" == InMoscow ? "Europe/Moscow" : "Asia/Shanghai";
            people.Add(owner);
        }

        (await town.Post("/api/registers", new JsonObject { ["people"] = people })).Status.Should().Be(200);
        foreach (int agreement in Enumerable.Range(1, Agreements))
        {
            JsonNode[] items =
                [.. Enumerable.Range(0, ItemsOfAgreement).Select(n => Papers.ItemOf($"item-{n}", owner: $"owner-{1 + (n % Owners)}"))];
            Answer answer = await town.Post("/api/agreements", Papers.AgreementOf($"talks-{agreement}", items));
            answer.Status.Should().Be(201, answer.Text);
        }
    }
}
