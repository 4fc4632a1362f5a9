using FollowUp.Items;
using Journals = FollowUp.Journal.JournalText;

namespace FollowUp.Tests.Stories.Rig;

/// <summary>What the people of a story do, in the words that it is told in.</summary>
public static class Doings
{
    public static Evidence Letter { get; } = new("document", "No. 12", null);

    /// <summary>Ana's item in Shanghai, which she signed for when it was assigned.</summary>
    public static AgreedItem Signed(string dueOn, string assigned, params string[] calendars)
    {
        AgreedItem item = Sample.Item(dueOn, assigned, Sample.Shanghai, calendars);
        return item with { Receipt = new("ana", item.AssignedAt!.Value) };
    }

    public static Story Signs(this Story story, string at, string who = "ana") =>
        story.On(at, $"{Name(who)} signs for it", (item, now) => item.Sign(new(who), now));

    public static Story TellsHowFar(this Story story, string at, string text, string who = "ana") =>
        story.On(at, $"{Name(who)} says: {text}", (item, now) => item.ReportProgress(new(who), now, text));

    public static Story Reports(this Story story, string at, string who = "ana", Evidence? evidence = null) =>
        story.On(at, $"{Name(who)} reports it done", (item, now) => item.Report(new(who), now, evidence ?? Letter));

    public static Story Confirms(this Story story, string at, string who = "boris") =>
        story.On(at, $"{Name(who)} confirms", (item, now) => item.Confirm(new(who), now, null));

    public static Story SendsBack(this Story story, string at, string reason, string who = "boris") =>
        story.On(at, $"{Name(who)} sends it back: {reason}", (item, now) => item.SendBack(new(who), now, reason));

    public static Story Asks(this Story story, string at, string dueOn, string who = "ana") =>
        story.On(at, $"{Name(who)} asks for {dueOn}",
            (item, now) => item.AskForExtension(new(who), now, Sample.Day(dueOn), "the annex is being translated", story.ExtensionsMax));

    public static Story Grants(this Story story, string at, int number = 1) =>
        story.On(at, item => $"Boris grants it: {Journals.OfAnswer(item, null)}", (item, now) => item.DecideExtension(new("boris"), now, number, isGranted: true, null));

    public static Story Refuses(this Story story, string at, string why, int number = 1) =>
        story.On(at, item => $"Boris refuses it, {why}: {Journals.OfAnswer(item, null)}", (item, now) => item.DecideExtension(new("boris"), now, number, isGranted: false, why));

    public static Story Suspends(this Story story, string at, string reason = "their text is not here") =>
        story.On(at, $"Chen stops the clock: {reason}", (item, now) => item.Suspend(new("chen"), now, reason));

    public static Story Resumes(this Story story, string at) =>
        story.On(at, item => $"Chen lets it run again: {Journals.OfResumption(item)}",
            (item, now) => item.Resume(new("chen"), now, item.DaysOf()));

    public static Story HandsTo(this Story story, string at, string owner) =>
        story.On(at, $"Chen hands it to {Name(owner)}", (item, now) => item.HandTo(new("chen"), now, owner, "a new department"));

    public static Story Reschedules(this Story story, string at, string dueOn) =>
        story.On(at, item => $"Chen reschedules it: {Journals.OfAnswer(item, null)}", (item, now) => item.Reschedule(new("chen"), now, Sample.Day(dueOn), "the visit was put off"));

    public static Story Finishes(this Story story, string at, string stage) =>
        story.On(at, $"Ana is past the {stage}", (item, now) => item.FinishStage(new("ana"), now, stage));

    public static Story Withdraws(this Story story, string at) =>
        story.On(at, "Chen withdraws it", (item, now) => item.Withdraw(new("chen"), now, "agreed otherwise"));

    private static string Name(string person) => $"{person[..1].ToUpperInvariant()}{person[1..]}";
}
