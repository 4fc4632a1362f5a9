using System.Text.Json.Serialization;
using Microsoft.DurableTask;

namespace FollowUp.LocalHost.TaskHub;

/// <summary>Something told to an instance from outside. It lies in the instance's inbox until a step has read it.</summary>
[JsonDerivedType(typeof(Raise), "raise")]
[JsonDerivedType(typeof(ChildEnded), "child")]
[JsonDerivedType(typeof(Terminate), "terminate")]
[JsonDerivedType(typeof(Suspend), "suspend")]
[JsonDerivedType(typeof(Resume), "resume")]
internal abstract record Message;

internal sealed record Raise(string Name, string? Payload) : Message;

/// <summary>A sub-orchestration ended. It counts only for the execution of the parent that started it.</summary>
internal sealed record ChildEnded(string Execution, int Task, string? Result, TaskFailureDetails? Failure) : Message;

internal sealed record Terminate(string? Output, bool Recursive) : Message;

internal sealed record Suspend(string? Reason) : Message;

internal sealed record Resume(string? Reason) : Message;

/// <summary>A message where it lies, and since when.</summary>
internal sealed record InboxRow(string Key, DateTimeOffset At, Message Message);

/// <summary>
/// Something that a step wants to reach another instance. It is stored with the step and delivered after it; its key is
/// fixed by then, so that a second delivery after a crash changes nothing.
/// </summary>
[JsonDerivedType(typeof(OutgoingMessage), "letter")]
[JsonDerivedType(typeof(ChildStart), "birth")]
internal abstract record OutboxEntry(string To);

internal sealed record OutgoingMessage(string To, string Key, Message Message) : OutboxEntry(To);

internal sealed record ChildStart(string To, string Name, string? Input, string Version, ParentLink Parent) : OutboxEntry(To);

/// <summary>Who waits for a sub-orchestration, and for which of its calls.</summary>
internal sealed record ParentLink(string Name, string Instance, string Execution, int Task);
