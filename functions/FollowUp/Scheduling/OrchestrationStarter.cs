using FollowUp.Items;
using FollowUp.Ledger;
using FollowUp.People;
using FollowUp.Values;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace FollowUp.Scheduling;

/// <summary>Starts and nudges orchestrations. Each has one instance by its id; starting one that runs is no mistake.</summary>
public static class OrchestrationStarter
{
    private static readonly OrchestrationRuntimeStatus[] StillThere =
        [OrchestrationRuntimeStatus.Pending, OrchestrationRuntimeStatus.Running, OrchestrationRuntimeStatus.Suspended];

    /// <summary>The dots keep the two apart: ids have none.</summary>
    public static string InstanceIdOf(ItemRef item) => $"item.{item.Agreement}.{item.Item}";

    /// <summary>Of all letters of a minute.</summary>
    public static string InstanceIdOf(SlotLetters letters) => $"letters.{letters.Slot}";

    /// <summary>Of a letter that goes on by itself.</summary>
    public static string InstanceIdOf(LetterKey letterKey) => $"post.{letterKey.Recipient}.{letterKey.Slot}";

    public static string InstanceIdOf(SuccessionRef one) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"succession.{one.Person}.{one.Number}");

    /// <summary>It waits for its day by itself.</summary>
    public static Task Start(this DurableTaskClient client, SuccessionRef one, CancellationToken cancel) =>
        StartOnce(client, OrchestrationNames.CarryOutSuccession, one, new(InstanceIdOf(one)), cancel);

    public static Task Start(this DurableTaskClient client, ItemRef item, CancellationToken cancel) =>
        StartOnce(client, OrchestrationNames.FollowItem, item, new(InstanceIdOf(item)), cancel);

    /// <summary>They begin when their minute is over: to begin at once and wait would take a step more.</summary>
    public static Task Start(this DurableTaskClient client, SlotLetters letters, CancellationToken cancel) =>
        StartOnce(client, OrchestrationNames.DeliverLetters, letters, new(InstanceIdOf(letters), StartOf(letters.Slot)), cancel);

    /// <summary>A letter by itself.</summary>
    public static Task Start(this DurableTaskClient client, LetterKey letterKey, CancellationToken cancel) =>
        client.Start(letterKey, letterKey, cancel);

    /// <param name="delivery">The letter, and what came of it so far.</param>
    public static Task Start(this DurableTaskClient client, LetterKey letterKey, object delivery, CancellationToken cancel) =>
        StartOnce(client, OrchestrationNames.DeliverPost, delivery, new(InstanceIdOf(letterKey), StartOf(letterKey.Slot)), cancel);

    /// <summary>Has an item's clock look again.</summary>
    public static Task Wake(this DurableTaskClient client, ItemRef item, CancellationToken cancel) =>
        client.RaiseEventAsync(InstanceIdOf(item), OrchestrationNames.Changed, true, cancel);

    /// <summary>Nudges an item's clock to look again. The change is committed already, so a failure here costs minutes at most.</summary>
    public static async Task Nudge(this DurableTaskClient client, ItemRef item, ILogger log, CancellationToken cancel)
    {
        try
        {
            await client.Wake(item, cancel);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            log.NudgeLost(item.Agreement, item.Item, failure);
        }
    }

    /// <summary>
    /// When letters' orchestrations begin. Azure's engine, whose queues know whole seconds, rings up to one too early: a letter must
    /// not go out within its own minute.
    /// </summary>
    public static DateTime StartOf(string slot) => Slot.EndOf(slot).ToDateTimeUtc().AddSeconds(1);

    private static async Task StartOnce(
        DurableTaskClient client, string name, object input, StartOrchestrationOptions options, CancellationToken cancel)
    {
        try
        {
            _ = await client.ScheduleNewOrchestrationInstanceAsync(name, input, options.WithDedupeStatuses(StillThere), cancel);
        }
        catch (Exception already) when (already.GetType().Name == "OrchestrationAlreadyExistsException")
        {
            // Known by name, since the type lies in a package below the ones this app refers to. It runs: that was the wish.
        }
        catch (Exception failure) when (failure is not (OperationCanceledException or ArgumentException))
        {
            throw new ClockUnavailableException(failure);
        }
    }
}

/// <summary>
/// The engine does not take orders; a later try may succeed. What its own failures are called depends on where the app runs.
/// </summary>
public sealed class ClockUnavailableException(Exception cause) : Exception("The clock does not answer; try again.", cause);
