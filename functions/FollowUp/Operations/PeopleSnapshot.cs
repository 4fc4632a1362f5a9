using FollowUp.People;

namespace FollowUp.Operations;

/// <summary>The people as they were at one moment, or newer.</summary>
/// <param name="LastWritten">Who was written last: while that is the same, all of them are.</param>
/// <param name="Find">Null for one whom the register does not know.</param>
public sealed record PeopleSnapshot(string LastWritten, Func<string, Task<Person?>> Find);
