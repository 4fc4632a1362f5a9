namespace FollowUp.Watching;

/// <summary>
/// What alarms are called wherever they are told: in answers, in logs, and in whatever rules of alerting an operator has written by them.
/// They never change.
/// </summary>
public static class AlarmNames
{
    /// <summary>The second clock stands still.</summary>
    public const string NoSweep = "no-sweep";

    /// <summary>Something should have been looked at long ago.</summary>
    public const string Late = "late";

    /// <summary>No letter is taken, and some wait.</summary>
    public const string LettersFailing = "letters-failing";

    /// <summary>The tables do not answer.</summary>
    public const string StoreAway = "store-away";

    /// <summary>The tables can be read, and take nothing.</summary>
    public const string StoreRefuses = "store-refuses";

    /// <summary>Orchestrations cannot be reached, or none runs.</summary>
    public const string EngineAway = "engine-away";

    /// <summary>Orchestrations have failed, which goes no further by itself.</summary>
    public const string Poison = "poison";

    /// <summary>Items have no room left for what happens to them.</summary>
    public const string ItemsFull = "items-full";
}
