using FollowUp.Operations;
using FollowUp.Proof;
using FollowUp.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FollowUp.Http;

/// <summary>
/// <c>GET …/agreements/{agreement}/proof</c>: its whole journal and ledger as one file that anyone can check without us (law 19).
/// </summary>
public sealed class GetProof(AgreementStore store, ProofLoader proofs)
{
    [Function("GetAgreementProof")]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/agreements/{agreement}/proof")] HttpRequest request,
        string agreement) => Refusals.Answer(new("GetAgreementProof", agreement), request, async cancel =>
    {
        StoredAgreement head = await store.AgreementAt(agreement, cancel);
        return Results.Bytes(
            ProofFile.Write(await proofs.Load(head, cancel)), ContentType.Json, $"{agreement}-proof.json");
    });
}
