using Azure.Core;
using Azure.Core.Pipeline;
using FollowUp.Tables.Http;
using FollowUp.Tables.Sqlite;

namespace FollowUp.Tables;

/// <summary>
/// One storage account's tables in a file, under the unchanged client: give it to <c>TableClientOptions.Transport</c>. What was
/// answered is on the disk: it outlives the process and the power. One process at a time.
/// </summary>
public sealed class SqliteTables : HttpPipelineTransport, IDisposable
{
    public const string ConnectionString = InMemoryTables.ConnectionString;

    private readonly SqliteStore store;
    private readonly RequestHandler requests;

    /// <param name="file">Made where there is none, with its folder.</param>
    /// <param name="time">Tells the rows' timestamps, of which their ETags are made; it may stand still or go back.</param>
    /// <exception cref="StoreFileException">The file is no store, a newer one, or in use; the message says the way out.</exception>
    public SqliteTables(string file, TimeProvider time) => requests = new(store = new(file, time), time);

    /// <summary>
    /// Called once, with a sentence, when damage is found that opening did not find. From then on the file is read as far as possible,
    /// and not written.
    /// </summary>
    public Action<StoreFileException>? Damaged
    {
        get => store.Damaged;
        set => store.Damaged = value;
    }

    /// <summary>To how many pages the file may grow; a test fills the disk with it.</summary>
    internal void Limit(long pages) => store.Limit(pages);

    /// <summary>Writes a copy of a store, as it is at one moment, while another process may go on writing it.</summary>
    /// <param name="copy">Where there is nothing yet.</param>
    /// <exception cref="StoreFileException">
    /// There is no store in <paramref name="file"/>, or something at <paramref name="copy"/>.
    /// </exception>
    public static void Backup(string file, string copy)
    {
        if (Path.Exists(copy))
        {
            throw new StoreFileException($"{copy} is there already. Name another file.");
        }

        if (!Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(copy))))
        {
            throw new StoreFileException($"{copy} cannot be written: there is no such folder. Name a file in a folder that is there.");
        }

        if (!File.Exists(file))
        {
            throw new StoreFileException($"There is no store {file}. Name its folder with --data.");
        }

        BackupCopy.Write(file, copy);
    }

    public override Request CreateRequest() => requests.Create();

    public override ValueTask ProcessAsync(HttpMessage message) => requests.Process(message);

    public override void Process(HttpMessage message) => requests.Process(message).AsTask().GetAwaiter().GetResult();

    public void Dispose() => store.Dispose();
}
