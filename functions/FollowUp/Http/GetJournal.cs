using FollowUp.Http.Responses;
using FollowUp.Journal;
using FollowUp.Storage;
using FollowUp.Values;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FollowUp.Http;

/// <summary>
/// <c>GET …/items/{item}/journal</c>: what happened to an item. <c>GET …/agreements/{agreement}/journal</c>: the whole chain of
/// the agreement, which anyone can check by its hashes.
/// </summary>
public sealed class GetJournal(AgreementStore store, AgreementQueries queries)
{
    /// <summary>What happened to an item.</summary>
    [Function(nameof(GetJournal))]
    public Task<IResult> OfItem(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/agreements/{agreement}/items/{item}/journal")]
        HttpRequest request,
        string agreement,
        string item) => Refusals.Answer(new(nameof(GetJournal), agreement, item), request, async cancel =>
    {
        _ = await store.ItemAt(agreement, item, cancel);
        return Entries((await queries.Journal(agreement, cancel)).Where(entry => entry.Item is null || entry.Item == item));
    });

    /// <summary>What happened to an agreement and its items: the whole chain, which anybody can check by its hashes.</summary>
    [Function("GetAgreementJournal")]
    public Task<IResult> OfAgreement(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/agreements/{agreement}/journal")] HttpRequest request,
        string agreement) => Refusals.Answer(new("GetAgreementJournal", agreement), request, async cancel =>
    {
        StoredAgreement head = await store.AgreementAt(agreement, cancel);

        // The head as the store holds it, and no entry written since: held against it, an answer that lacks the last entries shows it.
        IEnumerable<Entry> entries = (await queries.Journal(agreement, cancel)).Where(entry => entry.Seq <= head.Journal.Seq);
        return Results.Json(new AgreementJournalResponse(head.Journal, entries.Select(EntryResponse.Of)), Json.Options);
    });

    private static IResult Entries(IEnumerable<Entry> entries) =>
        Results.Json(new JournalResponse(entries.Select(EntryResponse.Of)), Json.Options);
}
