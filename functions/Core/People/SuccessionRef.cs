namespace FollowUp.People;

/// <summary>A succession, as orchestrations name it.</summary>
/// <param name="At">When it begins.</param>
public sealed record SuccessionRef(string Person, int Number, DateTimeOffset At)
{
    public static SuccessionRef Of(Succession one) => new(one.Person, one.Number, one.At.ToDateTimeOffset());
}

/// <summary>What one step of it is about.</summary>
public sealed record SuccessionStep(SuccessionRef Succession, string Agreement);
