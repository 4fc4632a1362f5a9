namespace FollowUp.Processes.Rig;

/// <summary>Tests of how long something takes, and of leases that last for a second: the machine is theirs meanwhile.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "alone";
}
