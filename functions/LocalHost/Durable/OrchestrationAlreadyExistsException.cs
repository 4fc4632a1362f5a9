namespace DurableTask.Core.Exceptions;

/// <summary>There is an orchestration of this id, and its state forbids another.</summary>
/// <remarks>In the real SDK it comes from DurableTask.Core; an app that catches it by name compiles against both.</remarks>
public class OrchestrationAlreadyExistsException(string message) : Exception(message);
