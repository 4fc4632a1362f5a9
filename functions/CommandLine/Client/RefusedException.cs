namespace FollowUp.CommandLine.Client;

/// <summary>The server understood, and said no. Nothing was stored.</summary>
internal sealed class RefusedException(ServerAnswer answer, string why) : Exception(why)
{
    public RefusedException(ServerAnswer answer)
        : this(answer, answer.Why)
    {
    }

    public ServerAnswer Answer { get; } = answer;
}
