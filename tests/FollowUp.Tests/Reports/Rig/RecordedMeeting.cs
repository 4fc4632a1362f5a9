using FollowUp.Agreements;
using FollowUp.Items;
using FollowUp.Journal;
using FollowUp.Reports;
using NodaTime;

namespace FollowUp.Tests.Reports.Rig;

/// <summary>
/// An agreement of two sides, whose items live through what tests say, by the real verbs; each act is written down as the app does it.
/// Beside it stands how each item was after each act.
/// </summary>
internal sealed class RecordedMeeting
{
    private readonly List<Entry> journal = [];
    private readonly Dictionary<string, AgreedItem> items = [];
    private readonly List<(Instant At, AgreedItem Item)> stood = [];

    public static Agreement Agreement { get; } = new(
        "2019-11-21-beijing", "minutes", new(2019, 11, 21), "Beijing",
        new() { En = "Working meeting, minutes", Zh = "工作会晤纪要", Ru = "Протокол рабочей встречи" },
        [
            new("CN", new() { En = "The Chinese side", Zh = "中方", Ru = "Китайская сторона" }, "CN", Sample.Shanghai),
            new("RU", new() { En = "The Russian side", Zh = "俄方", Ru = "Российская сторона" }, "RU", Sample.Moscow),
        ],
        "chen", ["dora", "egor", "fang"],
        [new("p6-2", new() { En = "Both sides shall revise the protocol.", Zh = "双方修订议定书。" })]);

    public IReadOnlyList<Entry> Journal => journal;

    public IReadOnlyList<AgreedItem> Items => [.. items.Values];

    public IReadOnlyList<(Instant At, AgreedItem Item)> Stood => stood;

    public AgreedItem this[string item] => items[item];

    /// <summary>The entries of an event, by number.</summary>
    public int[] Entries(string @event, string item = "protocol-1") =>
        [.. journal.Where(entry => entry.Event == @event && entry.Item == item).Select(entry => entry.Seq)];

    public RecordedMeeting Takes(AgreedItem item, string at)
    {
        items.Add(item.Id, item with { RegisteredAt = Sample.At(at), AssignedAt = item.AssignedAt is null ? null : Sample.At(at) });
        Write(Sample.At(at), JournalText.OfAcceptance(items[item.Id]));
        return this;
    }

    public RecordedMeeting Takes(string at, string dueOn = "2020-05-29", string id = "protocol-1") =>
        Takes(Sample.Item(dueOn, at) with { Id = id, Counterpart = "ivan" }, at);

    public RecordedMeeting Signs(string at, string by = "ana", string id = "protocol-1") =>
        Does(at, by, EventNames.Signed, id, (item, now) => item.Sign(new(by), now));

    public RecordedMeeting Says(string at, string text) =>
        Does(at, "ana", EventNames.Progress, "protocol-1", (item, now) => item.ReportProgress(new("ana"), now, text), _ => text);

    public RecordedMeeting Reports(string at, string by = "ana", string id = "protocol-1") =>
        Does(at, by, EventNames.Reported, id, (item, now) => item.Report(new(by), now, new("document", "No. 12", "signed")), _ => "No. 12");

    public RecordedMeeting Confirms(string at, string id = "protocol-1", string? note = null) =>
        Does(at, "boris", EventNames.Confirmed, id, (item, now) => item.Confirm(new("boris"), now, note), _ => note);

    public RecordedMeeting SendsBack(string at, string reason) =>
        Does(at, "boris", EventNames.Returned, "protocol-1", (item, now) => item.SendBack(new("boris"), now, reason), _ => reason);

    public RecordedMeeting Asks(string at, string dueOn, string reason) => Does(
        at, "ana", EventNames.ExtensionAsked, "protocol-1",
        (item, now) => item.AskForExtension(new("ana"), now, Sample.Day(dueOn), reason, max: 2),
        item => JournalText.OfRequest(item, Sample.Day(dueOn), reason));

    public RecordedMeeting Decides(string at, bool isGranted) => Does(
        at, "boris", isGranted ? EventNames.ExtensionGranted : EventNames.ExtensionRefused, "protocol-1",
        (item, now) => item.DecideExtension(new("boris"), now, item.Extensions.Count, isGranted, null),
        item => JournalText.OfAnswer(item, null));

    public RecordedMeeting Suspends(string at, string reason) =>
        Does(at, "chen", EventNames.Waiting, "protocol-1", (item, now) => item.Suspend(new("chen"), now, reason), _ => reason);

    public RecordedMeeting Resumes(string at) => Does(
        at, "chen", EventNames.Resumed, "protocol-1", (item, now) => item.Resume(new("chen"), now, item.DaysOf()),
        JournalText.OfResumption);

    public RecordedMeeting Reschedules(string at, string dueOn, string reason) => Does(
        at, "chen", EventNames.Rescheduled, "protocol-1",
        (item, now) => item.Reschedule(new("chen"), now, Sample.Day(dueOn), reason), item => JournalText.OfRescheduling(item, reason));

    public RecordedMeeting HandsTo(string at, string owner, string reason) => Does(
        at, "chen", EventNames.HandedOver, "protocol-1", (item, now) => item.HandTo(new("chen"), now, owner, reason),
        item => JournalText.OfHandOver(item, reason));

    public RecordedMeeting Withdraws(string at, string reason, string id = "protocol-1") =>
        Does(at, "chen", EventNames.Withdrawn, id, (item, now) => item.Withdraw(new("chen"), now, reason), _ => reason);

    public RecordedMeeting Finishes(string at, string stage) =>
        Does(at, "ana", EventNames.StageDone, "protocol-1", (item, now) => item.FinishStage(new("ana"), now, stage), _ => stage);

    public RecordedMeeting Amends(string at, string title, string reason)
    {
        string? was = items["protocol-1"].Title.En;
        return Does(
            at, "chen", EventNames.Amended, "protocol-1", (item, now) => item.Amend(new("chen"), now, AmendedField.TitleIn("en"), title),
            _ => JournalText.OfAmendment(AmendedField.TitleIn("en"), was, title, reason));
    }

    /// <summary>A letter went out.</summary>
    public RecordedMeeting Tells(string at, string notice)
    {
        Write(Sample.At(at), new(EventNames.Notice, "protocol-1", null, notice));
        return this;
    }

    public MeetingReport At(string asOf, string? since = null, string? next = null) => MeetingReport.At(
        Agreement, Items, journal,
        new(Sample.At(asOf), since is null ? null : Sample.At(since), next is null ? null : Sample.Day(next)));

    private RecordedMeeting Does(
        string at, string by, string @event, string id, Func<AgreedItem, Instant, AgreedItem> verb, Func<AgreedItem, string?>? text = null)
    {
        Instant now = Sample.At(at);
        items[id] = verb(items[id], now);
        Write(now, new(@event, id, by, text?.Invoke(items[id])));
        return this;
    }

    private void Write(Instant at, JournalEvent what)
    {
        Chain head = journal is [.., var last] ? new(last.Seq, last.Hash) : Chain.Empty;
        journal.AddRange(head.Append(Agreement.Id, at, [what]));
        stood.Add((at, items[what.Item!]));
    }
}
