namespace FollowUp.Access;

/// <summary>Why a caller is turned away.</summary>
public enum AccessRefusal
{
    /// <summary>Nobody knows who calls.</summary>
    Unauthenticated,

    /// <summary>Somebody else may do this.</summary>
    Forbidden,

    /// <summary>The page is somebody's who is no longer the one that is signed in.</summary>
    AnotherReader,

    /// <summary>Other machines can reach it, and nobody has said who may use it.</summary>
    NotSet,

    /// <summary>Nothing is set up for anybody to sign in, so that this machine alone is served.</summary>
    LoopbackOnly,

    /// <summary>A page of another origin sent it, with what the browser knows of its reader.</summary>
    CrossSite,
}

/// <summary>A caller is turned away before anything is read or done; the message says the way out.</summary>
public sealed class AccessRefusedException(AccessRefusal refusal, string message) : Exception(message)
{
    public AccessRefusal Refusal => refusal;
}
