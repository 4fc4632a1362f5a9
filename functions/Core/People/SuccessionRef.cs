namespace FollowUp.People;

/// <summary>A succession, as orchestrations name it.</summary>
/// <param name="At">When it begins.</param>
public sealed record SuccessionRef(string Person, int Number, DateTimeOffset At)
{
    public static SuccessionRef Of(Succession one) => new(one.Person, one.Number, one.At.ToDateTimeOffset());

    /// <summary>
    /// It is that one, due in the same minute, as the index knows it: what was never written may have left another there.
    /// </summary>
    public bool Names(Succession one) =>
        Person == one.Person && Number == one.Number && At.ToUnixTimeSeconds() / 60 == one.At.ToUnixTimeSeconds() / 60;
}

/// <summary>What one step of it is about.</summary>
public sealed record SuccessionStep(SuccessionRef Succession, string Agreement);
