namespace FollowUp.Storage;

/// <summary>Whoever wants to write a person, a plan or a calendar decided on a revision that it does not have any more.</summary>
/// <param name="what">As a sentence begins.</param>
/// <param name="revision">The one that it has; 0 where it is not there.</param>
public sealed class ReferenceChangedException(string what, int revision) : Exception(
    revision == 0 ? $"{what} is not there." : $"{what} has changed since: it is at revision {revision}. Read it again and decide anew.");
