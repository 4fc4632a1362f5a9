using System.IO.Compression;
using Azure.Core.Pipeline;
using FollowUp.Tables;

namespace FollowUp.Tests.Rig;

/// <summary>A store that an earlier version wrote (Storage/Stores), in a folder that is gone afterwards.</summary>
public sealed class EarlierStore : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("followup-store-");
    private SqliteTables? tables;

    private EarlierStore()
    {
    }

    private string File => Path.Combine(folder.FullName, "followup.db");

    /// <param name="commit">The version that wrote it.</param>
    public static EarlierStore Of(string commit)
    {
        EarlierStore store = new();
        using Stream packed = typeof(EarlierStore).Assembly.GetManifestResourceStream($"stores/{commit}.db.gz")
            ?? throw new FileNotFoundException($"No store of {commit} was kept.");
        using GZipStream whole = new(packed, CompressionMode.Decompress);
        using FileStream file = System.IO.File.Create(store.File);
        whole.CopyTo(file);
        return store;
    }

    /// <summary>Today's code on that file. Once: a store lets in one at a time.</summary>
    public HttpPipelineTransport Open(TimeProvider clock) => tables = new(File, clock);

    public void Dispose()
    {
        tables?.Dispose();
        folder.Delete(recursive: true);
    }
}
