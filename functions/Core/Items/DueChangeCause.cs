namespace FollowUp.Items;

public enum DueChangeCause
{
    /// <summary>The owner asked in time and the issuer granted it.</summary>
    Extension,

    /// <summary>The other side had to move first: the working days of waiting were given back.</summary>
    Waiting,

    /// <summary>The coordinator set another day.</summary>
    Rescheduled,
}
