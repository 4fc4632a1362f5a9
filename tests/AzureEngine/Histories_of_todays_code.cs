using System.Collections.Concurrent;
using DurableTask.Core.History;
using FollowUp.AzureEngine.Tests.Rig;
using FollowUp.Delivery;
using FollowUp.Histories;
using FollowUp.Lives;
using FollowUp.Start;
using FollowUp.Tables;
using FollowUp.TableService;

namespace FollowUp.AzureEngine.Tests;

/// <summary>
/// The kinds of histories that the app's orchestrations leave on Azure's engine. Where FOLLOWUP_RECORD_HISTORIES names a version they are
/// written to its folder in tests/Histories, to be replayed by the code of later ones.
/// </summary>
public sealed class Histories_of_todays_code
{
    private const string Variable = "FOLLOWUP_RECORD_HISTORIES";

    /// <summary>A host that cannot write down that a letter is out tries again after 5, 10 and 20 seconds.</summary>
    private static readonly TimeSpan Outage = TimeSpan.FromSeconds(20);

    /// <summary>For longer than a letter is tried.</summary>
    private static readonly Away LeadIsAway = new(new(2020, 6, 9, 0, 0, 0, TimeSpan.Zero), new(2020, 6, 16, 0, 0, 0, TimeSpan.Zero));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task are_of_every_kind_that_is_recorded()
    {
        IReadOnlyList<RecordedHistory>[] led = await Task.WhenAll(
            Led(Stories.Sample, (_, _) => { }), Led(Stories.Busy, (_, _) => { }), Led(Stories.Mail, WithFailures));

        Dictionary<string, RecordedHistory> kinds = Kinds(led[0], led[1], led[2]);
        foreach (string whole in kinds.Keys.Where(name => kinds[name].Events[^1].IsEnd).ToList())
        {
            kinds[$"{whole}.half-way"] = kinds[whole].After(kinds[whole].Steps.Count / 2);
        }

        kinds.Values.Should().OnlyContain(history => history.Events.Count > 2);
        Write(kinds);
    }

    private static Dictionary<string, RecordedHistory> Kinds(
        IReadOnlyList<RecordedHistory> sample, IReadOnlyList<RecordedHistory> busy, IReadOnlyList<RecordedHistory> mail) => new()
        {
            ["FollowItem.whole"] = sample.First(one => Is("FollowItem", one) && Count(one, Hops) > 10 && Count(one, Nudges) > 3),
            ["FollowItem.half-way-in-hops"] = BetweenHops(sample.First(one => Is("FollowItem", one) && Count(one, Hops) > 40)),
            ["FollowItem.nudged"] = busy.First(one => Is("FollowItem", one) && Count(one, Nudges) > 20),
            ["FollowItem.that-begins-anew"] = sample.First(one => Is("FollowItem", one) && one.Events[^1].Type == EventType.ContinueAsNew),
            ["FollowItem.begun-anew"] = busy.Last(one => Is("FollowItem", one) && busy.Count(other => other.Instance == one.Instance) > 1),
            ["DeliverLetters.whole"] = sample.First(one => Is("DeliverLetters", one) && one.Steps.Count == 2),
            ["DeliverLetters.with-one-that-goes-on"] = mail.First(one => Is("DeliverLetters", one) && Count(one, GoesOn) == 1),
            ["DeliverPost.delayed"] =
                mail.First(one => Is("DeliverPost", one) && Count(one, Hops) > 2 && Count(one, Failures) + Marks(one) == 0),
            ["DeliverPost.given-up-and-marked"] = mail.First(one => Is("DeliverPost", one) && Count(one, Hops) > 30 && Marks(one) == 1),
            ["DeliverPost.that-fails-to-send"] = mail.First(one => Is("DeliverPost", one) && Count(one, Failures) > 0 && Marks(one) == 0),
            ["DeliverPost.that-fails-to-mark"] = mail.First(one => Is("DeliverPost", one) && Count(one, Failures) > 0 && Marks(one) > 1),
        };

    private static void Write(Dictionary<string, RecordedHistory> kinds)
    {
        if (Environment.GetEnvironmentVariable(Variable) is not { Length: > 0 } version)
        {
            return;
        }

        string folder = Path.Combine(Root.Folder, "tests", "Histories", version);
        Directory.Exists(folder).Should().BeFalse("what was recorded stays as it is");
        foreach ((string name, RecordedHistory history) in kinds)
        {
            history.Write(Path.Combine(folder, $"{name}.json"));
        }
    }

    private static async Task<IReadOnlyList<RecordedHistory>> Led(Life life, Action<HostUnderTest, FaultyWire> with)
    {
        Recorder recorder = new();
        FaultyWire? wire = null;
        await using AzureUnderTest host = new(
            life.Begins, clock => wire = new(new InMemoryTables(clock)) { IsTriedAgain = false }, recorder.See);
        with(host, wire!);
        _ = await host.Live(life, Cancel);
        return recorder.All;
    }

    /// <summary>
    /// Somebody's first letter fails twice, not as with a mail server that is away; another is tried until it is given up; after one more
    /// the store takes no marks for a while.
    /// </summary>
    private static void WithFailures(HostUnderTest host, FaultyWire wire)
    {
        ConcurrentDictionary<string, int> tries = [];
        DateTimeOffset? away = null;
        host.Mailbox.Before = letter =>
        {
            int its = tries.AddOrUpdate(letter.Letter.Recipient, 1, (_, before) => before + 1);
            if (letter.Letter.Recipient == "lead" && LeadIsAway.Covers(host.Clock.GetUtcNow()))
            {
                throw new DeliveryDelayedException("The mailbox", new IOException("It is full."));
            }

            away = (letter.Letter.Recipient, its) == ("law", 2) ? host.Clock.GetUtcNow() : away;
            _ = (letter.Letter.Recipient, its) is ("visits", 1 or 2) ? throw new InvalidOperationException($"Try {its} fails.") : 0;
        };
        wire.Policy = request =>
            request is { IsWrite: true, Table: "Agreements" } && away <= host.Clock.GetUtcNow() && host.Clock.GetUtcNow() < away + Outage
                ? Fault.FailsBefore
                : Fault.None;
    }

    /// <summary>As it was in the middle of a long wait.</summary>
    private static RecordedHistory BetweenHops(RecordedHistory history)
    {
        int middle = history.Steps.Count / 2;
        bool IsBetween(RecordedStep step) => step.Decided.Any(IsTimer) && step.Happened.Any(Hops);
        return history.After(middle + 1 + history.Steps.Skip(middle).TakeWhile(step => !IsBetween(step)).Count());
    }

    private static bool Is(string orchestration, RecordedHistory history) =>
        history.Orchestration == orchestration && history.Events[^1].IsEnd;

    private static int Count(RecordedHistory history, Func<RecordedEvent, bool> what) => history.Events.Count(what);

    private static int Marks(RecordedHistory history) => Count(history, one => one is { Type: EventType.TaskScheduled, Name: "MarkPost" });

    private static bool GoesOn(RecordedEvent one) => one is { Type: EventType.TaskScheduled, Name: "RetryLetters" };

    private static bool Hops(RecordedEvent one) => one.Type == EventType.TimerFired;

    private static bool IsTimer(RecordedEvent one) => one.Type == EventType.TimerCreated;

    private static bool Nudges(RecordedEvent one) => one.Type == EventType.EventRaised;

    private static bool Failures(RecordedEvent one) => one.Type == EventType.TaskFailed;
}
