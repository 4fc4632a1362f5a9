namespace FollowUp.LocalHost.Hosting;

/// <summary>A function asks for something that this host cannot give. The host does not start.</summary>
public sealed class FunctionCannotBeBoundException(string function, string reason, Exception? cause = null)
    : Exception($"Function '{function}' cannot be bound: {reason}", cause)
{
    public string Function { get; } = function;

    public string Reason { get; } = reason;
}
