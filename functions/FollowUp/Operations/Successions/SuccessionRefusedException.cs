using FollowUp.Faults;
using FollowUp.People;
using NodaTime;

namespace FollowUp.Operations.Successions;

/// <summary>A succession that cannot be asked for, or called off, as things stand.</summary>
public sealed class SuccessionRefusedException(string message) : Exception(message)
{
    /// <summary>One is still to come, or under way.</summary>
    public static SuccessionRefusedException There(Succession one) =>
        new(RefusalPhrases.SuccessionThere.Fill(one.Person, one.Successor, one.On));

    public static SuccessionRefusedException Begun(Succession one, Instant at) =>
        new(RefusalPhrases.SuccessionBegun.Fill(one.Person, at));
}
