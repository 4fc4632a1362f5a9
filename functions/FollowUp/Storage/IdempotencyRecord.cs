namespace FollowUp.Storage;

/// <summary>That a request under an idempotency key took effect; kept in the same transaction as the effect.</summary>
/// <param name="KeyHash">The key's SHA-256: what callers write never becomes a row key.</param>
/// <param name="RequestHash">Tells the same request again from another one under the same key.</param>
public sealed record IdempotencyRecord(string KeyHash, string RequestHash);

/// <summary>One idempotency key, two different requests.</summary>
public sealed class KeyReusedException()
    : Exception("This Idempotency-Key was used for another request; take a new key for a new request.");
