namespace FollowUp.Operations;

/// <summary>What came of registering something.</summary>
public enum RegistrationResult
{
    New,

    /// <summary>The same content was registered before.</summary>
    Already,

    /// <summary>Other content has this id.</summary>
    Taken,
}
