using Azure.Core;
using Azure.Core.Pipeline;
using FollowUp.TableService.Http;
using FollowUp.TableService.Rows;
using FollowUp.TableService.Store;

namespace FollowUp.TableService;

/// <summary>
/// One storage account's tables in memory, under the unchanged client: give it to <c>TableClientOptions.Transport</c>. Any number of
/// clients and threads may share it. Every request, a batch included, happens at once and alone. Where the emulator lets pass what
/// Azure refuses, this refuses.
/// </summary>
/// <param name="time">Tells the rows' timestamps, of which their ETags are made; it may stand still or go back.</param>
public sealed class InMemoryTables(TimeProvider time) : HttpPipelineTransport
{
    /// <summary>Any account does. This one has no key, with which the client would sign every request: half of what a request costs.</summary>
    public const string ConnectionString = "TableEndpoint=https://tables.invalid/;SharedAccessSignature=sv=2020-12-06&sig=none";

    private readonly Account account = new(time);
    private readonly Answers answers = new(time);
    private readonly Lock cutting = new();
    private long requests;

    /// <summary>
    /// Asked for every page of rows: how many rows it may look at before it ends, as Azure may end a page anywhere. What is found
    /// may be nothing at all, with more behind it. Null for pages as long as can be. Called for one page at a time.
    /// </summary>
    public Func<int>? PageCut { get; set; }

    /// <summary>
    /// How long the name of a deleted table stays taken. On Azure it is half a minute or more, and whoever makes it anew at once
    /// hears TableBeingDeleted; the emulator, and this unless told otherwise, is done at once.
    /// </summary>
    public TimeSpan DeletionTakes
    {
        get => account.DeletionTakes;
        set => account.DeletionTakes = value;
    }

    public override Request CreateRequest() => new PlainRequest(Interlocked.Increment(ref requests));

    public override ValueTask ProcessAsync(HttpMessage message)
    {
        Process(message);
        return default;
    }

    public override void Process(HttpMessage message)
    {
        message.CancellationToken.ThrowIfCancellationRequested();
        PlainResponse answer;
        try
        {
            answer = Answer(message.Request);
        }
        catch (RefusedException refused)
        {
            answer = answers.Refused(refused.Refusal);
        }

        answer.ClientRequestId = message.Request.ClientRequestId;
        message.Response = answer;
    }

    private PlainResponse Answer(Request request)
    {
        Address address = Address.Of(request.Uri.Path);
        return (request.Method.Method, address.Resource) switch
        {
            (_, "") => answers.Refused(Refusal.NotImplemented),
            ("POST", Address.Batch) => Batch(request),
            ("GET", Address.Tables) => List(request),
            ("POST", Address.Tables) => Create(request),
            ("DELETE", Address.Tables) => Drop(address),
            ("GET", _) when address.Key is null => Query(address.Resource, request),
            ("GET", _) => Read(address, request),
            _ => Write(address, request),
        };
    }

    private PlainResponse Read(Address address, Request request)
    {
        RowLimits.DemandKey(address.Partition!);
        RowLimits.DemandKey(address.Key!);
        IReadOnlyList<string>? select = Arguments.Of(request.Uri.Query).Select;
        (Row? row, Refusal? refusal) = account.Read(address.Resource, address.Partition!, address.Key!);
        return refusal is null ? Answers.Found(address.Resource, row!, select) : answers.Refused(refusal);
    }

    private PlainResponse Write(Address address, Request request)
    {
        string? ifMatch = request.Headers.TryGetValue("If-Match", out string? version) ? version : null;
        Change change = Writing.Read(request.Method.Method, address, ifMatch, Body.Of(request.Content));
        (Row? row, Refusal? refusal) = account.Write(change);
        return refusal is not null ? answers.Refused(refusal)
            : change.Deed == Deed.Add && !WantsNoContent(request) ? Answers.Created(address.Resource, row!)
            : Answers.Done(row);
    }

    private PlainResponse Batch(Request request)
    {
        (List<Change> changes, BatchOutcome? refused) = BatchReader.Read(Body.Of(request.Content));
        return answers.Batch(refused ?? account.Write(changes));
    }

    private PlainResponse Query(string table, Request request)
    {
        Arguments asked = Arguments.Of(request.Uri.Query);
        Query query = new(asked.Filter, asked.Top, LooksMax(), asked.From);
        (Page page, Refusal? refusal) = account.Query(table, query);
        return refusal is null ? Answers.Rows(table, page, asked.Select) : answers.Refused(refusal);
    }

    private int LooksMax()
    {
        if (PageCut is not { } cut)
        {
            return int.MaxValue;
        }

        lock (cutting)
        {
            return cut();
        }
    }

    private PlainResponse List(Request request)
    {
        Arguments asked = Arguments.Of(request.Uri.Query);
        (IReadOnlyList<string> names, string? next) = account.Tables(asked.Filter, asked.Top, asked.FromTable);
        return Answers.Tables(names, next);
    }

    private PlainResponse Create(Request request)
    {
        string name = TableName.Read(Body.Of(request.Content));
        return account.CreateTable(name) is { } refusal ? answers.Refused(refusal)
            : WantsNoContent(request) ? Answers.Done(null)
            : Answers.TableCreated(name);
    }

    private PlainResponse Drop(Address address) =>
        account.DropTable(address.Named ?? "") is { } refusal ? answers.Refused(refusal) : Answers.Done(null);

    private static bool WantsNoContent(Request request) =>
        request.Headers.TryGetValue("Prefer", out string? preference) && preference == "return-no-content";
}
