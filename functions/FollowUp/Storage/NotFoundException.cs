using FollowUp.Faults;

namespace FollowUp.Storage;

/// <summary>Something that was asked for is not there.</summary>
public sealed class NotFoundException(string what) : Exception(RefusalPhrases.NotFound.Fill(what));
