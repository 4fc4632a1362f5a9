namespace FollowUp.Parsing;

/// <summary>A name in a body of somebody or something that the register must know.</summary>
public sealed record Reference(ReferenceKind Kind, string Id, string Pointer);
