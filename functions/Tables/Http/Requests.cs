using Azure.Core;
using FollowUp.Tables.Rows;
using FollowUp.Tables.Store;

namespace FollowUp.Tables.Http;

/// <summary>Answers the requests of the client library, as Azure's table service does. Where the emulator lets pass what Azure refuses, this refuses.</summary>
internal sealed class Requests(IStore store, TimeProvider time)
{
    private readonly Account account = new(store, time);
    private readonly Answers answers = new(time);
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
        Address address = Address.Of(request.Uri.Path);
        return (request.Method.Method, address.Resource) switch
        {
            (_, "") => new(answers.Refused(Refusal.NotImplemented)),
            ("POST", Address.Batch) => Batch(request, cancel),
            ("GET", Address.Tables) => new(List(request)),
            ("POST", Address.Tables) => Create(request, cancel),
            ("DELETE", Address.Tables) => Drop(address, cancel),
            ("GET", _) when address.Key is null => new(Query(address.Resource, request)),
            ("GET", _) => new(Read(address, request)),
            _ => Write(address, request, cancel),
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

    private async ValueTask<PlainResponse> Write(Address address, Request request, CancellationToken cancel)
    {
        string? ifMatch = request.Headers.TryGetValue("If-Match", out string? version) ? version : null;
        Change change = Writing.Read(request.Method.Method, address, ifMatch, Body.Of(request.Content));
        (Row? row, Refusal? refusal) = await account.Write(change, cancel);
        return refusal is not null ? answers.Refused(refusal)
            : change.Deed == Deed.Add && !WantsNoContent(request) ? Answers.Created(address.Resource, row!)
            : Answers.Done(row);
    }

    private async ValueTask<PlainResponse> Batch(Request request, CancellationToken cancel)
    {
        (List<Change> changes, BatchOutcome? refused) = BatchReader.Read(Body.Of(request.Content));
        return answers.Batch(refused ?? await account.Write(changes, cancel));
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

    private async ValueTask<PlainResponse> Create(Request request, CancellationToken cancel)
    {
        string name = TableName.Read(Body.Of(request.Content));
        return await account.CreateTable(name, cancel) is { } refusal ? answers.Refused(refusal)
            : WantsNoContent(request) ? Answers.Done(null)
            : Answers.TableCreated(name);
    }

    private async ValueTask<PlainResponse> Drop(Address address, CancellationToken cancel) =>
        await account.DropTable(address.Named ?? "", cancel) is { } refusal ? answers.Refused(refusal) : Answers.Done(null);

    private static bool WantsNoContent(Request request) =>
        request.Headers.TryGetValue("Prefer", out string? preference) && preference == "return-no-content";
}
