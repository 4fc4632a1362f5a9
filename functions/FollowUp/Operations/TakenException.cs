namespace FollowUp.Operations;

/// <summary>An id that is taken by other content.</summary>
public sealed class TakenException(string what)
    : Exception($"{what} is registered already, with other content. Take another id, or send the content that is registered.");
