using FollowUp.Faults;
using FollowUp.People;
using NodaTime;

namespace FollowUp.Operations.Successions;

/// <summary>A succession that cannot be asked for, or called off, as things stand.</summary>
public sealed class SuccessionRefusedException(string title, string message) : Exception(message)
{
    private const string InTheWay = "Another succession stands in the way";

    /// <summary>What kind of refusal it is.</summary>
    public string Title => title;

    /// <summary>One is still to come, or under way.</summary>
    public static SuccessionRefusedException There(Succession one) =>
        new(InTheWay, RefusalPhrases.SuccessionThere.Fill(one.Person, one.Successor, one.On));

    /// <summary>Who would leave is somebody's successor, and has not taken over yet.</summary>
    public static SuccessionRefusedException Named(Succession one) =>
        new(InTheWay, RefusalPhrases.SuccessionNamed.Fill(one.Successor, one.Person, one.On));

    public static SuccessionRefusedException Begun(Succession one, Instant at) =>
        new("The succession has begun", RefusalPhrases.SuccessionBegun.Fill(one.Person, at));
}
