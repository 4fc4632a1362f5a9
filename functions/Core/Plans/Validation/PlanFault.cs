namespace FollowUp.Plans.Validation;

/// <summary>Something wrong with a plan whose parts are well formed, each by itself.</summary>
/// <param name="Pointer">Where, in the plan as it is written down.</param>
public sealed record PlanFault(string Pointer, string Detail);
