namespace FollowUp.Parsing;

/// <summary>One thing wrong with what was sent: where, as a JSON Pointer (RFC 6901), and what would be right.</summary>
public sealed record Fault(string Pointer, string Detail);
