using FollowUp.Watching;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace FollowUp.Operations.Watching;

/// <summary>
/// Tells of alarms: in the log when one is raised, again as long as it stands, and when it has ended; and by silence, where somebody
/// outside expects a ping. Whatever calls it does so once a minute, and never twice at once.
/// </summary>
public sealed partial class AlarmWatch(
    VitalSigns vitals, EngineWatch engine, DeadMansPing ping, TimeProvider clock, ILogger<AlarmWatch> log)
{
    /// <summary>A hub may look through all instances that it has to find those that have failed.</summary>
    private const int MinutesBetweenQuestionsToTheEngine = 5;

    /// <summary>
    /// A machine that slept for longer finds everything late; the sweep that runs beside this look mends it, and the next is a minute away.
    /// </summary>
    private static readonly Duration StandstillAfter = Duration.FromMinutes(3);

    /// <summary>When each alarm that stands was told last.</summary>
    private readonly Dictionary<string, Instant> told = [];

    private Instant? looked;

    public async Task Look(DurableTaskClient client, CancellationToken cancel)
    {
        Instant now = clock.Now();
        bool stoodStill = now - looked > StandstillAfter;
        looked = now;
        if (stoodStill)
        {
            return;
        }

        if (now.InUtc().Minute % MinutesBetweenQuestionsToTheEngine == 0 || engine.Away is not null)
        {
            await engine.Ask(client, now, cancel);
        }

        Vitals seen = await vitals.Read(now, cancel);
        IReadOnlyList<Alarm> standing = AlarmRules.Standing(seen, now);
        Tell(AlarmChanges.Of(told, standing, now), now);

        if (AlarmRules.IsWell(seen, standing, now))
        {
            await ping.Send(cancel);
        }
    }

    private void Tell(AlarmChanges changes, Instant now)
    {
        foreach (Alarm alarm in changes.Raised)
        {
            AlarmRaised(log, alarm.Name, AlarmStatements.Of(alarm), Remedies.Of(alarm));
            told[alarm.Name] = now;
        }

        foreach (Alarm alarm in changes.StillStanding)
        {
            AlarmStands(log, alarm.Name, AlarmStatements.Of(alarm), Remedies.Of(alarm));
            told[alarm.Name] = now;
        }

        foreach (string name in changes.Ended)
        {
            AlarmEnded(log, name);
            told.Remove(name);
        }
    }

    [LoggerMessage(431, LogLevel.Error, "Alarm {Alarm} is raised: {Says}. {Remedy}")]
    private static partial void AlarmRaised(ILogger log, string alarm, string says, string remedy);

    [LoggerMessage(432, LogLevel.Error, "Alarm {Alarm} still stands: {Says}. {Remedy}")]
    private static partial void AlarmStands(ILogger log, string alarm, string says, string remedy);

    [LoggerMessage(433, LogLevel.Information, "Alarm {Alarm} has ended")]
    private static partial void AlarmEnded(ILogger log, string alarm);
}
