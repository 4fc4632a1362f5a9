namespace FollowUp.Access;

/// <summary>A caller makes more calls of a kind than anybody needs; nothing was read or done for this one.</summary>
public sealed class TooManyCallsException(string message, TimeSpan wait) : Exception(message)
{
    /// <summary>When the next one is taken.</summary>
    public TimeSpan Wait => wait;
}
