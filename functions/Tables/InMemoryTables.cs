using Azure.Core;
using Azure.Core.Pipeline;
using FollowUp.Tables.Http;
using FollowUp.Tables.Memory;

namespace FollowUp.Tables;

/// <summary>
/// One storage account's tables in memory, under the unchanged client: give it to <c>TableClientOptions.Transport</c>. Any number of
/// clients and threads may share it. Every request, a batch included, happens at once and alone.
/// </summary>
public sealed class InMemoryTables : HttpPipelineTransport
{
    /// <summary>
    /// Any account does. This one has no key, with which the client would sign every request: half of what a request costs.
    /// </summary>
    public const string ConnectionString = "TableEndpoint=https://tables.invalid/;SharedAccessSignature=sv=2020-12-06&sig=none";

    private readonly MemoryStore store;
    private readonly RequestHandler requests;

    /// <param name="time">Tells the rows' timestamps, of which their ETags are made; it may stand still or go back.</param>
    public InMemoryTables(TimeProvider time)
        : this(new MemoryStore(time), time)
    {
    }

    private InMemoryTables(MemoryStore store, TimeProvider time) => (this.store, requests) = (store, new(store, time));

    /// <summary>
    /// Asked for every page of rows: how many rows it may look at before it ends, as Azure may end a page anywhere. What is found
    /// may be nothing at all, with more behind it. Null for pages as long as can be. Called for one page at a time.
    /// </summary>
    public Func<int>? PageCut
    {
        get => requests.PageCut;
        set => requests.PageCut = value;
    }

    /// <summary>
    /// How long the name of a deleted table stays taken. On Azure it is half a minute or more, and whoever makes it anew at once
    /// hears TableBeingDeleted; the emulator, and this unless told otherwise, is done at once.
    /// </summary>
    public TimeSpan DeletionTakes
    {
        get => requests.DeletionTakes;
        set => requests.DeletionTakes = value;
    }

    /// <summary>
    /// The account as it is now, to go on by another clock. What is written to one of the two, the other knows nothing of.
    /// </summary>
    public InMemoryTables Copy(TimeProvider time) => new(store.Copy(time), time);

    public override Request CreateRequest() => requests.Create();

    public override ValueTask ProcessAsync(HttpMessage message) => requests.Process(message);

    public override void Process(HttpMessage message) => requests.Process(message).GetAwaiter().GetResult();
}
