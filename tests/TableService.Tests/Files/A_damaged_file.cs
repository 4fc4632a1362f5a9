using System.Diagnostics;
using Azure.Data.Tables;
using FollowUp.Tables;
using FollowUp.Tables.Sqlite;
using FollowUp.TableService.Tests.Rig;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace FollowUp.TableService.Tests.Files;

/// <summary>
/// Damage is called damage, wherever it lies and whenever it is found; nothing that trying again cannot mend is called busy.
/// </summary>
public sealed class A_damaged_file
{
    /// <summary>SQLite's own.</summary>
    private const int Page = 4096;

    private static readonly byte[] Rubbish = [.. Enumerable.Range(0, Page).Select(n => (byte)(n * 31 + 7))];

    private readonly string file = StoreFiles.New();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string, Action<FileStream>, string> Damages => new()
    {
        { "its first bytes", stream => Overwrite(stream, 0, Rubbish[..100]), "no SQLite database, or its beginning is damaged"
        },
        {
            "its name for whose it is", stream => Overwrite(stream, 68, Rubbish[..4]),
            "another program's database, or its beginning is damaged"
        },
        { "its version", stream => Overwrite(stream, 60, new byte[4]), "its beginning names no version" },
        { "the rest of its first page", stream => Overwrite(stream, 100, Rubbish[100..]), "is damaged" },
        { "its second page", stream => Overwrite(stream, Page, Rubbish), "is damaged" },
        { "a page in its middle", stream => Overwrite(stream, Middle(stream), Rubbish), "is damaged" },
        { "a page in its middle, emptied", stream => Overwrite(stream, Middle(stream), new byte[Page]), "is damaged" },
        { "some letters of a row", stream => Overwrite(stream, stream.Length - Page + 2048, Rubbish[..64]), "is damaged" },
        { "its second half", stream => stream.SetLength(Middle(stream)), "is damaged" },
        { "half of a page, and all behind", stream => stream.SetLength(Middle(stream) + 100), "is damaged" },
        { "all but its first bytes", stream => stream.SetLength(50), "is damaged" },
        { "everything", stream => stream.SetLength(0), "is empty: what was in it is lost" },
        {
            "everything, with zeros", stream => Overwrite(stream, 0, new byte[stream.Length]),
            "no SQLite database, or its beginning is damaged"
        },
    };

    [Theory]
    [MemberData(nameof(Damages), DisableDiscoveryEnumeration = true)]
    public async Task Is_refused_by_its_name_and_left_as_it_is(string lost, Action<FileStream> damage, string says)
    {
        await Fill();
        using (FileStream stream = new(file, FileMode.Open))
        {
            damage(stream);
        }

        byte[] before = await File.ReadAllBytesAsync(file, Cancel);
        string refusal = Refusal();

        refusal.Should().StartWith(file).And.Contain(says, lost).And.Contain("backup")
            .And.NotContainAny("in use", "try again", "SQLite Error");
        refusal.Should().NotContain("\n");
        (await File.ReadAllBytesAsync(file, Cancel)).Should().Equal(before);
    }

    [Fact]
    public async Task That_is_gone_is_not_begun_anew_beside_what_was_left_of_it()
    {
        await Fill();
        File.Delete(file);
        await File.WriteAllBytesAsync(file + "-wal", Rubbish, Cancel);

        Refusal().Should().Contain("is gone").And.Contain($"{file}-wal");
        File.Exists(file + "-wal").Should().BeTrue();
    }

    [Fact]
    public async Task Is_not_copied()
    {
        await Fill();
        using (FileStream stream = new(file, FileMode.Open))
        {
            Overwrite(stream, Middle(stream), Rubbish);
        }

        Assert.Throws<StoreFileException>(() => SqliteTables.Backup(file, file + ".copy")).Message.Should().StartWith($"{file} is damaged");
        Directory.GetFiles(Path.GetDirectoryName(file)!, "*.copy*").Should().BeEmpty();
    }

    /// <summary>Its head says that it is as long as ever, and what is wrong is met by whoever reads that far.</summary>
    [Fact]
    public async Task Is_told_of_when_it_is_read_and_written_no_more()
    {
        await Fill();
        using SqliteTables tables = new(file, TimeProvider.System);
        Service service = Service.Over(tables);
        List<string> told = [];
        tables.Damaged = damage => told.Add(damage.Message);
        OverwriteFromOutside();

        (await Service.Answer(() => (Task)service.Rows())).Should().Be("507 StoreDamaged");
        (await Service.Answer(() => (Task)service.Rows())).Should().Be("507 StoreDamaged");
        told.Should().ContainSingle().Which.Should().StartWith($"{file} is damaged").And.Contain("backup");
        (await service.Add(new TableEntity("p", "new"))).Should().Be("507 StoreDamaged", "writing on would make it worse");
        (await service.Read("p", "0000")).RowKey.Should().Be("0000", "what can be read still is");
    }

    [Fact]
    public void Is_never_what_a_place_is_called_that_cannot_be_written()
    {
        string folder = Path.GetDirectoryName(file)!;
        _ = Directory.CreateDirectory(Path.GetDirectoryName(folder)!);
        File.WriteAllText(folder, "Minutes");
        Refusal().Should().Be($"{folder} is a file, not a folder. Name a folder with --data.");
        string below = Path.Combine(folder, "below", "followup.db");
        Assert.Throws<StoreFileException>(() => new SqliteTables(below, TimeProvider.System)).Message
            .Should().Contain("cannot be written").And.Contain("a part of its path is a file")
            .And.Contain("--data").And.NotContain("in use");
    }

    [Fact]
    public void Is_never_what_a_folder_in_its_place_is_called()
    {
        _ = Directory.CreateDirectory(file);
        Refusal().Should().Be($"{file} is a folder, and the tables need a file there. Move it away, or name another folder with --data.");
    }

    /// <summary>Each has its own way out; trying again is none of them where it mends nothing.</summary>
    [Theory]
    [InlineData(raw.SQLITE_CORRUPT, 507, "StoreDamaged", "is damaged")]
    [InlineData(raw.SQLITE_NOTADB, 507, "StoreDamaged", "no SQLite database")]
    [InlineData(raw.SQLITE_FULL, 503, "StoreFull", "the disk is full. Make room")]
    [InlineData(raw.SQLITE_READONLY, 503, "StoreReadOnly", "read-only for this user")]
    [InlineData(raw.SQLITE_IOERR, 500, "StoreFailing", "the disk reports an error")]
    [InlineData(raw.SQLITE_CANTOPEN, 500, "StoreUnopened", "cannot be opened")]
    [InlineData(raw.SQLITE_BUSY, 503, "ServerBusy", "locked by another program")]
    [InlineData(raw.SQLITE_MISUSE, 500, "InternalError", "cannot be opened")]
    public void Is_told_apart_from_what_else_a_file_has(int code, int status, string called, string says)
    {
        SqliteException failure = new("the system's words", code);

        Refusal refusal = ((RefusedException)FailureMapping.ToServiceError(failure)).Refusal;
        (refusal.Status, refusal.Code).Should().Be((status, called));
        SqliteErrors.Explain(file, failure).Message.Should().Contain(says).And.Contain("--data").And.NotContainAny("try again", "in use");
    }

    /// <summary>Two hundred rows of half a page each.</summary>
    private async Task Fill()
    {
        using SqliteTables tables = new(file, TimeProvider.System);
        Service service = Service.Over(tables);
        _ = await service.Table.CreateAsync(Cancel);
        for (int n = 0; n < 200; n += 50)
        {
            int first = n;
            (await service.Batch(Enumerable.Range(first, 50).Select(row => new TableTransactionAction(
                TableTransactionActionType.Add, TableRows.Of("p", $"{row:D4}", properties: 1, characters: 900))))).Should().Be("done");
        }
    }

    private string Refusal() => Assert.Throws<StoreFileException>(() => new SqliteTables(file, TimeProvider.System)).Message;

    /// <summary>Who opens it from .NET meets the lock of the one that has it.</summary>
    private void OverwriteFromOutside()
    {
        string rubbish = file + ".rubbish";
        File.WriteAllBytes(rubbish, Rubbish);
        long middle = new FileInfo(file).Length / Page / 2;
        using Process writer = Process.Start(
            "dd", [$"if={rubbish}", $"of={file}", $"bs={Page}", $"seek={middle}", "conv=notrunc", "status=none"]);
        writer.WaitForExit();
        writer.ExitCode.Should().Be(0);
    }

    private static long Middle(FileStream stream) => stream.Length / Page / 2 * Page;

    private static void Overwrite(FileStream stream, long at, byte[] with)
    {
        stream.Position = at;
        stream.Write(with);
    }
}
