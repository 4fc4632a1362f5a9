using Azure.Core;
using FollowUp.Tables.Rows;
using FollowUp.Tables.Store;

namespace FollowUp.Tables.Http;

/// <summary>
/// Answers the requests of the client library, as Azure's table service does. Where the emulator lets pass what Azure refuses, this
/// refuses.
/// </summary>
internal sealed class RequestHandler(IStore store, TimeProvider time)
{
    private readonly Account account = new(store, time);
    private readonly ResponseFactory answers = new(time);
    private readonly Lock cutting = new();
    private long made;

    public Func<int>? PageCut { get; set; }

    public TimeSpan DeletionTakes
    {
        get => account.DeletionTakes;
        set => account.DeletionTakes = value;
    }

    public Request Create() => new PlainRequest(Interlocked.Increment(ref made));

    public async ValueTask Process(HttpMessage message)
    {
        message.CancellationToken.ThrowIfCancellationRequested();
        PlainResponse answer;
        try
        {
            answer = await Answer(message.Request, message.CancellationToken);
        }
        catch (RefusedException refused)
        {
            answer = answers.Refused(refused.Refusal);
        }

        answer.ClientRequestId = message.Request.ClientRequestId;
        message.Response = answer;
    }

    private ValueTask<PlainResponse> Answer(Request request, CancellationToken cancel)
    {
        ResourceAddress address = ResourceAddress.Parse(request.Uri.Path);
        return (request.Method.Method, address.Resource) switch
        {
            (_, "") => new(answers.Refused(Refusal.NotImplemented)),
            ("POST", ResourceAddress.Batch) => Batch(request, cancel),
            ("GET", ResourceAddress.Tables) => new(List(request)),
            ("POST", ResourceAddress.Tables) => Create(request, cancel),
            ("DELETE", ResourceAddress.Tables) => Drop(address, cancel),
            ("GET", _) when address.Key is null => new(Query(address.Resource, request)),
            ("GET", _) => new(Read(address, request)),
            _ => Write(address, request, cancel),
        };
    }

    private PlainResponse Read(ResourceAddress address, Request request)
    {
        RowLimits.DemandKey(address.Partition!);
        RowLimits.DemandKey(address.Key!);
        IReadOnlyList<string>? select = QueryOptions.Parse(request.Uri.Query).Select;
        (Row? row, Refusal? refusal) = account.Read(address.Resource, address.Partition!, address.Key!);
        return refusal is null ? ResponseFactory.Found(address.Resource, row!, select) : answers.Refused(refusal);
    }

    private async ValueTask<PlainResponse> Write(ResourceAddress address, Request request, CancellationToken cancel)
    {
        string? ifMatch = request.Headers.TryGetValue("If-Match", out string? version) ? version : null;
        Change change = ChangeReader.Read(request.Method.Method, address, ifMatch, RequestBody.Read(request.Content));
        (Row? row, Refusal? refusal) = await account.Write(change, cancel);
        return refusal is not null ? answers.Refused(refusal)
            : change.Kind == WriteKind.Add && !WantsNoContent(request) ? ResponseFactory.Created(address.Resource, row!)
            : ResponseFactory.Done(row);
    }

    private async ValueTask<PlainResponse> Batch(Request request, CancellationToken cancel)
    {
        (List<Change> changes, BatchOutcome? refused) = BatchReader.Read(RequestBody.Read(request.Content));
        return answers.Batch(refused ?? await account.Write(changes, cancel));
    }

    private PlainResponse Query(string table, Request request)
    {
        QueryOptions asked = QueryOptions.Parse(request.Uri.Query);
        Query query = new(asked.Filter, asked.Top, LooksMax(), asked.From);
        (Page page, Refusal? refusal) = account.Query(table, query);
        return refusal is null ? ResponseFactory.Rows(table, page, asked.Select) : answers.Refused(refusal);
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
        QueryOptions asked = QueryOptions.Parse(request.Uri.Query);
        (IReadOnlyList<string> names, string? next) = account.Tables(asked.Filter, asked.Top, asked.FromTable);
        return ResponseFactory.Tables(names, next);
    }

    private async ValueTask<PlainResponse> Create(Request request, CancellationToken cancel)
    {
        string name = TableName.Read(RequestBody.Read(request.Content));
        return await account.CreateTable(name, cancel) is { } refusal ? answers.Refused(refusal)
            : WantsNoContent(request) ? ResponseFactory.Done(null)
            : ResponseFactory.TableCreated(name);
    }

    private async ValueTask<PlainResponse> Drop(ResourceAddress address, CancellationToken cancel) =>
        await account.DropTable(address.Named ?? "", cancel) is { } refusal ? answers.Refused(refusal) : ResponseFactory.Done(null);

    private static bool WantsNoContent(Request request) =>
        request.Headers.TryGetValue("Prefer", out string? preference) && preference == "return-no-content";
}
