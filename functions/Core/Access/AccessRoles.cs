namespace FollowUp.Access;

/// <summary>
/// What a caller is to the thing that they call for. Owner, issuer and leader follow from the register; a coordinator is named by the
/// agreement or by the office's settings, auditor and admin by settings alone.
/// </summary>
[Flags]
public enum AccessRoles
{
    None = 0,
    Coordinator = 1,

    /// <summary>Who does the work: also whoever supports, and whoever of ours asks the other side.</summary>
    Owner = 2,

    Issuer = 4,

    /// <summary>Stands in the chain above the owner, or was told that it is late.</summary>
    Leader = 8,

    /// <summary>Sees everything, and changes nothing.</summary>
    Auditor = 16,

    /// <summary>Sees everything, and keeps people, plans, calendars and indexes; has no part in the business itself.</summary>
    Admin = 32,

    /// <summary>The person whom it is about; nobody stands in for them.</summary>
    Self = 64,
}
