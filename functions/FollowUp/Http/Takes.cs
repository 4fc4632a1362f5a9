namespace FollowUp.Http;

/// <summary>What a call takes beside its body. What it does not take is refused, not passed over (law 18).</summary>
[Flags]
public enum Takes
{
    Nothing = 0,

    /// <summary>Options behind the <c>?</c>, which it reads by a <see cref="Query"/> of its own.</summary>
    Options = 1,

    /// <summary>If-Match: it is about an item.</summary>
    ETags = 2,

    /// <summary>Calls while the store is not ready.</summary>
    AnyTime = 4,
}
