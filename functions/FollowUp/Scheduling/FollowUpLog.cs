using Microsoft.Extensions.Logging;

namespace FollowUp.Scheduling;

/// <summary>Everything following says to operators, in the words of the domain. Ids only: no names, no addresses.</summary>
public static partial class FollowUpLog
{
    [LoggerMessage(201, LogLevel.Warning, "Item {Item} of {Agreement} changed, and its clock could not be told; the sweep will find it")]
    public static partial void NudgeLost(this ILogger log, string agreement, string item, Exception failure);

    [LoggerMessage(202, LogLevel.Warning, "The letter of {Slot} to {Recipient} was refused for good: {Reason}")]
    public static partial void LetterRefused(this ILogger log, string recipient, string slot, string reason);

    [LoggerMessage(203, LogLevel.Information, "The letter of {Slot} to {Recipient} went out")]
    public static partial void LetterSent(this ILogger log, string recipient, string slot);

    [LoggerMessage(208, LogLevel.Warning, "The letter of {Slot} to {Recipient} was not taken now, and is tried again: {Cause}")]
    public static partial void LetterDelayed(this ILogger log, string recipient, string slot, string cause);

    [LoggerMessage(
        213, LogLevel.Information, "The letter of {Slot} to {Recipient} is in other hands, and is looked at again within two minutes")]
    public static partial void LetterInOtherHands(this ILogger log, string recipient, string slot);

    [LoggerMessage(
        221, LogLevel.Warning, "Nothing came of trying the letter of {Slot} to {Recipient} with others; it is tried again by itself")]
    public static partial void LetterLeft(this ILogger log, string recipient, string slot, Exception failure);

    [LoggerMessage(209, LogLevel.Warning, "The letter of {Slot} to {Recipient} was tried, and what came of it is not written down yet")]
    public static partial void MarkLost(this ILogger log, string recipient, string slot, Exception failure);

    [LoggerMessage(204, LogLevel.Warning, "The sweep found {Count} due in the index that their clocks had missed")]
    public static partial void SweepFound(this ILogger log, int count);

    [LoggerMessage(210, LogLevel.Warning, "The sweep ran out of time: {Count} of what hangs on {Found} rows are left for the next")]
    public static partial void SweepStopped(this ILogger log, int count, int found);

    [LoggerMessage(
        211, LogLevel.Warning, "{Count} clocks could not be started with what was registered; the sweep starts them within minutes")]
    public static partial void ClocksLeft(this ILogger log, int count);

    [LoggerMessage(212, LogLevel.Information, "More orchestrations have ended than one night can clear away; the next goes on")]
    public static partial void PurgeStopped(this ILogger log);

    [LoggerMessage(
        206, LogLevel.Warning, "Item {Item} of {Agreement} could not be looked at when its people changed; the sweep will do it")]
    public static partial void LookLost(this ILogger log, string agreement, string item, Exception failure);

    [LoggerMessage(207, LogLevel.Warning, "{Person} was written anew, and what names them could not be looked at; the sweep will do it")]
    public static partial void RearmingLost(this ILogger log, string person, Exception failure);

    [LoggerMessage(205, LogLevel.Error, "The sweep could not move {What} on")]
    public static partial void SweepFailed(this ILogger log, string what, Exception failure);

    [LoggerMessage(
        214, LogLevel.Error,
        "Item {Item} of {Agreement} is full: not all that its clock adds is kept, and its letters go on. Have it confirmed or withdrawn")]
    public static partial void ItemFull(this ILogger log, string agreement, string item);
}
