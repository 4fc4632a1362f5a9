using Azure.Core.Pipeline;
using FollowUp.Storage;
using FollowUp.Tables;
using FollowUp.Tests.Rig;
using Microsoft.Extensions.Configuration;
using AzuriteProcess = FollowUp.Tests.Rig.Azurite;

namespace FollowUp.Tests.Storage;

/// <summary>
/// Where files lie, in each store that there is: what was written is had back, whoever else writes it. Tests
/// <see cref="IFileStore"/>, <see cref="TableFileStore"/> and <see cref="BlobFileStore"/>.
/// </summary>
public sealed class The_contents_of_files : IAsyncDisposable
{
    private static readonly FileKey Key = new("talks", "protocol", "00ff");

    private readonly string folder = Directory.CreateTempSubdirectory("followup").FullName;
    private readonly List<IDisposable> tables = [];
    private AzuriteProcess? blobs;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("memory")]
    [InlineData("sqlite")]
    [InlineData("azurite tables")]
    [InlineData("azurite blobs")]
    public async Task are_had_back_as_they_were_written(string kind)
    {
        IFileStore store = await Open(kind);
        (await store.Read(Key, Cancel)).Should().BeNull("nothing was ever written there");
        foreach (int size in new[] { 1, 65_536, 524_288, 524_289, 10 * 1024 * 1024 })
        {
            byte[] content = ContentOf(size);
            FileKey key = Key with { Sha256 = $"{size}" };
            await Task.WhenAll(store.Write(key, content, Cancel), store.Write(key, content, Cancel));
            (await store.Read(key, Cancel))!.AsSpan().SequenceEqual(content).Should().BeTrue($"of {size} bytes");
        }

        (await store.Read(Key with { Item = "other" }, Cancel)).Should().BeNull();
    }

    [Theory]
    [InlineData("memory")]
    [InlineData("azurite blobs")]
    public async Task are_whole_again_once_they_are_written_again(string kind)
    {
        IFileStore store = await Open(kind);
        await store.Write(Key, ContentOf(600_000).AsMemory(0, 524_288), Cancel);
        await store.Write(Key, ContentOf(600_000), Cancel);
        (await store.Read(Key, Cancel))!.AsSpan().SequenceEqual(ContentOf(600_000)).Should().BeTrue();
    }

    [Theory]
    [InlineData("UseDevelopmentStorage=true", true)]
    [InlineData("DefaultEndpointsProtocol=https;AccountName=a;AccountKey=AAAA;EndpointSuffix=core.windows.net", true)]
    [InlineData("BlobEndpoint=http://127.0.0.1:1/a;TableEndpoint=http://127.0.0.1:2/a;AccountName=a;AccountKey=AAAA", true)]
    [InlineData("TableEndpoint=http://127.0.0.1:2/a;AccountName=a;AccountKey=AAAA", false)]
    [InlineData("", false)]
    public void are_blobs_where_the_account_has_them(string connection, bool hasBlobs) =>
        (BlobFileStore.Open(SettingsOf(TableClients.ConnectionSetting, connection)) is not null).Should().Be(hasBlobs);

    [Theory]
    [InlineData(BlobFileStore.EndpointSetting, true)]
    [InlineData(TableClients.EndpointSetting, false)]
    public void are_blobs_where_their_address_is_given(string setting, bool hasBlobs) =>
        (BlobFileStore.Open(SettingsOf(setting, "https://account.example/")) is not null).Should().Be(hasBlobs);

    public async ValueTask DisposeAsync()
    {
        tables.ForEach(one => one.Dispose());
        Directory.Delete(folder, recursive: true);
        await (blobs?.DisposeAsync() ?? default);
    }

    private async Task<IFileStore> Open(string kind)
    {
        switch (kind)
        {
            case "memory":
                return Rows(InMemoryTables.ConnectionString, new InMemoryTables(TimeProvider.System));
            case "sqlite":
                SqliteTables file = new(Path.Combine(folder, "followup.db"), TimeProvider.System);
                tables.Add(file);
                return Rows(SqliteTables.ConnectionString, file);
            case "azurite tables":
                return Rows(await SharedAzurite.NewAccount(), null);
            default:
                blobs = await AzuriteProcess.Start("blob");
                return BlobFileStore.Open(SettingsOf(TableClients.ConnectionSetting, blobs.NewAccount()))!;
        }
    }

    private static TableFileStore Rows(string connection, HttpPipelineTransport? transport) =>
        new(new TableClients(SettingsOf(TableClients.ConnectionSetting, connection), transport));

    private static IConfiguration SettingsOf(string setting, string value) =>
        new ConfigurationBuilder().AddInMemoryCollection([new(setting, value)]).Build();

    private static byte[] ContentOf(int size)
    {
        byte[] content = new byte[size];
        new Random(size).NextBytes(content);
        return content;
    }
}
