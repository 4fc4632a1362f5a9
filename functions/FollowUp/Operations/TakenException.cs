using FollowUp.Faults;

namespace FollowUp.Operations;

/// <summary>An id that is taken by other content.</summary>
public sealed class TakenException(string what)
    : Exception(RefusalPhrases.Taken.Fill(what));
