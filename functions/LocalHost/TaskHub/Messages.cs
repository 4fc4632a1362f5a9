using System.Text.Json.Serialization;
using Microsoft.DurableTask;

namespace FollowUp.LocalHost.TaskHub;

/// <summary>
/// A message to an instance. It stays in the instance's inbox until a step has consumed it. Discriminators and property names are stored
/// JSON.
/// </summary>
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

/// <summary>A message with its row key and the moment it was stored.</summary>
internal sealed record InboxRow(string Key, DateTimeOffset At, Message Message);

/// <summary>
/// What a step has for another instance (transactional outbox): stored with the step, delivered after it. Its key is fixed by then, so
/// that a second delivery after a crash changes nothing.
/// </summary>
[JsonDerivedType(typeof(OutgoingMessage), "letter")]
[JsonDerivedType(typeof(ChildStart), "birth")]
internal abstract record OutboxEntry(string To);

internal sealed record OutgoingMessage(string To, string Key, Message Message) : OutboxEntry(To);

internal sealed record ChildStart(string To, string Name, string? Input, string Version, ParentLink Parent) : OutboxEntry(To);

/// <summary>The instance that waits for a sub-orchestration, and the number of its call.</summary>
internal sealed record ParentLink(string Name, string Instance, string Execution, int Task);
