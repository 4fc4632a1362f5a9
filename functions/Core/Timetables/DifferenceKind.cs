namespace FollowUp.Timetables;

public enum DifferenceKind
{
    /// <summary>Somebody would hear what they would not have heard.</summary>
    Gained,

    /// <summary>Somebody would not hear what they would have heard.</summary>
    Lost,

    /// <summary>They would hear it at another moment.</summary>
    Moved,
}
