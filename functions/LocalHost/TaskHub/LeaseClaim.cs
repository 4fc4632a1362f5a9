namespace FollowUp.LocalHost.TaskHub;

/// <summary>The result of an attempt to get the lease.</summary>
internal enum LeaseClaim
{
    /// <summary>Another host holds it.</summary>
    Denied,

    /// <summary>This host held it before, and no other did in between.</summary>
    Renewed,

    /// <summary>This host holds it from now on: what it knew from before may be outdated.</summary>
    Acquired,
}
