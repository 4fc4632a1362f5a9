namespace FollowUp.Items;

/// <summary>
/// Somebody is away, and another acts for them: in one role, since who may report for an owner may not confirm for an issuer.
/// </summary>
public sealed record Acting(string Role, string For, string By);
