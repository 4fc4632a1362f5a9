namespace FollowUp.Parsing;

/// <summary>What was sent cannot be read at all: not as what it should be, or not to its end.</summary>
/// <param name="what">A whole sentence, as a clerk would say it.</param>
/// <param name="pointer">Where in the body, as a JSON Pointer; null where nobody can tell.</param>
public sealed class MalformedBodyException(string what, string? pointer = null) : Exception(what)
{
    /// <summary>The one fault, where it has a place in the body; null for what has none.</summary>
    public IReadOnlyList<Fault>? Faults { get; } = pointer is null ? null : [new(pointer, what)];
}
