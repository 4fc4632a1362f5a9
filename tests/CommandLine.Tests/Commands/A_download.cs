using FollowUp.CommandLine.Commands;
using FollowUp.CommandLine.Tests.Rig;

namespace FollowUp.CommandLine.Tests.Commands;

/// <summary>
/// Tests <see cref="ExportCommand"/>, <see cref="ReportCommand"/> and <see cref="DownloadOptions"/>: the server's bytes, piped or kept.
/// </summary>
public sealed class A_download : IAsyncLifetime
{
    private const string Agreement = "2019-11-21-beijing";

    private readonly string folder = Directory.CreateTempSubdirectory("followup-").FullName;

    private Office office = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        office = await Office.Open();
        (await office.Run("import", Samples.Register)).Code.Should().Be(ExitCode.Done);
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(folder, recursive: true);
        return office.DisposeAsync();
    }

    [Theory]
    [InlineData("export items --state open", "items.csv", "/api/exports/items?state=open&format=csv&language=en")]
    [InlineData("export people --language zh", "people.csv", "/api/exports/people?format=csv&language=zh")]
    [InlineData($"export journal {Agreement}", "journal.json", $"/api/agreements/{Agreement}/exports/journal?format=json")]
    [InlineData($"export ledger {Agreement}", "ledger.csv", $"/api/agreements/{Agreement}/exports/ledger?format=csv&language=en")]
    [InlineData($"report {Agreement} --as-of 2019-11-21T01:00:00Z --languages zh,ru", "report.html",
        $"/api/agreements/{Agreement}/report?asOf=2019-11-21T01:00:00Z&languages=zh,ru&format=html")]
    [InlineData($"report {Agreement} --as-of 2019-11-21T01:00:00Z", "report.docx",
        $"/api/agreements/{Agreement}/report?asOf=2019-11-21T01:00:00Z&format=docx")]
    public async Task is_a_file_byte_for_byte(string line, string name, string path)
    {
        string file = Path.Combine(folder, name);
        Said said = await office.Run([.. line.Split(' '), "--output", file]);

        said.Code.Should().Be(ExitCode.Done, said.Error);
        said.Out.Should().BeEmpty();
        (await File.ReadAllBytesAsync(file, Cancel)).Should().Equal(await office.Http.GetByteArrayAsync(path, Cancel));
        Directory.GetFiles(folder).Should().ContainSingle();
    }

    [Fact]
    public async Task of_a_workbook_may_be_piped()
    {
        Said said = await office.Run("export", "items", "--format", "xlsx");
        said.Bytes[..2].Should().Equal("PK"u8.ToArray());
    }

    [Fact]
    public async Task that_is_refused_leaves_the_file_as_it_was()
    {
        string file = Path.Combine(folder, "ledger.csv");
        await File.WriteAllTextAsync(file, "as it was", Cancel);

        (await office.Run("export", "ledger", "nothing", "--output", file)).Code.Should().Be(ExitCode.Refused);
        (await File.ReadAllTextAsync(file, Cancel)).Should().Be("as it was");
    }

    [Fact]
    public async Task of_a_report_may_be_looked_at_instead() =>
        (await office.Run("report", Agreement)).Out.Should().Contain("under-way").And.Contain("protocol-1");
}
