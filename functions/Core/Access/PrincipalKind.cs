namespace FollowUp.Access;

/// <summary>How a caller is known.</summary>
public enum PrincipalKind
{
    /// <summary>Not signed in, and no key.</summary>
    Nobody,

    /// <summary>Whoever sits at this machine, where nothing is set up for anybody to sign in: may do all, as anybody.</summary>
    Anyone,

    /// <summary>Signed in, by an address.</summary>
    Person,

    /// <summary>A program with a key.</summary>
    Machine,
}
