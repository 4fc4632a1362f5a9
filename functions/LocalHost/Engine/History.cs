using System.Text.Json;
using System.Text.Json.Serialization;
using FollowUp.LocalHost.TaskHub;
using Microsoft.DurableTask;

namespace FollowUp.LocalHost.Engine;

/// <summary>
/// One step of an orchestration: the events its code was given, and what it decided. A history is a list of these. The names of
/// properties, and the discriminators below, are stored JSON: they never change.
/// </summary>
internal sealed record Step(DateTimeOffset At, IReadOnlyList<IncomingEvent> Happened, IReadOnlyList<Decision> Decided)
{
    private int? length;

    /// <summary>How many characters it takes when stored; computed once.</summary>
    [JsonIgnore]
    public int Length => length ??= JsonSerializer.Serialize(this, HubJson.Options).Length;
}

/// <summary>An event that is given to the orchestrator's code.</summary>
[JsonDerivedType(typeof(Started), "started")]
[JsonDerivedType(typeof(TaskEnded), "ended")]
[JsonDerivedType(typeof(TimerFired), "fired")]
[JsonDerivedType(typeof(EventRaised), "raised")]
internal abstract record IncomingEvent;

internal sealed record Started : IncomingEvent;

/// <summary>An activity or a sub-orchestration ended, well or badly.</summary>
internal sealed record TaskEnded(int Id, string? Result, TaskFailureDetails? Failure) : IncomingEvent;

internal sealed record TimerFired(int Id) : IncomingEvent;

/// <summary>Message is the key of the inbox row, by which a message delivered twice is recognised.</summary>
internal sealed record EventRaised(string Name, string? Payload, string Message) : IncomingEvent;

/// <summary>A command of the orchestrator's code: what a replay must decide again.</summary>
[JsonDerivedType(typeof(CallActivity), "call")]
[JsonDerivedType(typeof(SetTimer), "timer")]
[JsonDerivedType(typeof(CancelTimer), "cancel")]
[JsonDerivedType(typeof(StartChild), "child")]
[JsonDerivedType(typeof(SendEvent), "send")]
internal abstract record Decision(int Id);

internal sealed record CallActivity(int Id, string Name, string? Input) : Decision(Id)
{
    public override string ToString() => $"calls activity '{Name}' as #{Id}";
}

internal sealed record SetTimer(int Id, DateTimeOffset Due) : Decision(Id)
{
    public override string ToString() => $"sets a timer as #{Id}";
}

internal sealed record CancelTimer(int Id) : Decision(Id)
{
    public override string ToString() => $"cancels timer #{Id}";
}

internal sealed record StartChild(int Id, string Name, string Instance, string? Input, string Version) : Decision(Id)
{
    public override string ToString() => $"starts sub-orchestration '{Name}' as #{Id}";
}

internal sealed record SendEvent(int Id, string Instance, string Name, string? Payload) : Decision(Id)
{
    public override string ToString() => $"sends event '{Name}' to '{Instance}' as #{Id}";
}
