namespace FollowUp.Parsing;

/// <summary>What was sent cannot be accepted. Carries all that is wrong with it at once; nothing was stored.</summary>
public sealed class InvalidInputException(IReadOnlyList<Fault> faults)
    : Exception(string.Join(" ", faults.Select(fault => $"{fault.Pointer}: {fault.Detail}")))
{
    public IReadOnlyList<Fault> Faults { get; } = faults;

    public InvalidInputException(string pointer, string detail)
        : this([new(pointer, detail)])
    {
    }
}
