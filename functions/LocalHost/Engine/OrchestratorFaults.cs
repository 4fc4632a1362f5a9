using System.Globalization;

namespace FollowUp.LocalHost.Engine;

// Histories store the full names of these types as the type of an error: neither names nor namespace may change.

/// <summary>The orchestrator's code awaited something that no replay can repeat.</summary>
public sealed class NotDurableException(string instance)
    : Exception(
        $"Orchestration '{instance}' awaited something other than a task of its context (or used ConfigureAwait(false), " +
        "Task.Run or another thread). A replay cannot repeat that: do such work in an activity.");

/// <summary>There is no function of this name in the app.</summary>
public sealed class FunctionNotFoundException(string kind, string name)
    : Exception($"There is no {kind} named '{name}' in this app.");

/// <summary>What an orchestration wants to remember does not fit into a row of table storage.</summary>
public sealed class TooLargeForTheHubException(string what, int characters, int most)
    : Exception(string.Create(
        CultureInfo.InvariantCulture,
        $"{what} takes {characters:N0} characters; at most {most:N0} fit. Keep large things elsewhere and pass ids."));
