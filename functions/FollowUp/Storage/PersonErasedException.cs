using FollowUp.Faults;
using FollowUp.People;

namespace FollowUp.Storage;

/// <summary>Somebody would be written again who was erased: a register file of before would bring back all that was taken out.</summary>
public sealed class PersonErasedException(string person, Erasure erased) : Exception(RefusalPhrases.PersonErased.Fill(person, erased.At));
