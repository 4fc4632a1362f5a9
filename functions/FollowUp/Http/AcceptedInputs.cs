namespace FollowUp.Http;

/// <summary>What a call takes beside its body. What it does not take is refused, not passed over (law 18).</summary>
[Flags]
public enum AcceptedInputs
{
    None = 0,

    /// <summary>Options behind the <c>?</c>, which it reads by a <see cref="QueryOptions"/> of its own.</summary>
    QueryOptions = 1,

    /// <summary>If-Match: it is about something that has an ETag.</summary>
    IfMatch = 2,

    /// <summary>Calls while the store is not ready.</summary>
    BeforeReady = 4,

    /// <summary>Idempotency-Key: it registers, adds or changes an item.</summary>
    IdempotencyKey = 8,
}
