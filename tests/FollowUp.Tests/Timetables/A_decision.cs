using FollowUp.Items;
using FollowUp.Ledger;
using FollowUp.Plans;
using FollowUp.Recipients;
using FollowUp.Timetables;
using NodaTime;

namespace FollowUp.Tests.Timetables;

/// <summary>Tests <see cref="Decision"/> and <see cref="TimetableEntry"/>.</summary>
public sealed class A_decision
{
    private static readonly AgreedItem Item = Sample.Item("2020-03-06", "2020-03-04 10:00");

    // Law 3: the ledger knows every rung, also the one that was not sent.
    [Fact]
    public void records_at_once_what_will_never_be_said()
    {
        Decision first = Decide(Item, Item.AssignedAt!.Value);

        first.Rows.Where(row => row.State == NoticeState.Skipped).Select(row => (row.Key.ToString(), row.Why)).Should().Equal(
            ("due/month/0 to ana", "before assignment"), ("due/week/0 to ana", "before assignment"));
        first.Rows.Single(row => row.State == NoticeState.Planned).Should().Be(new LedgerRow(
            new("protocol-1", 1, LadderName.Receipt, "at-once", 0, "ana"), "owner", Sample.At("2020-03-04 09:00"),
            Item.AssignedAt!.Value, null,
            NoticeState.Planned, Item.AssignedAt!.Value, null, null, "ana", null, "202003040200"));
        first.NextAt.Should().Be(Sample.At("2020-03-05 09:00"));
    }

    [Fact]
    public void is_made_once()
    {
        Decision first = Decide(Item, Item.AssignedAt!.Value);
        Decide(Item, Item.AssignedAt!.Value, [.. first.Rows]).Rows.Should().BeEmpty();
    }

    [Fact]
    public void is_about_what_is_due_and_not_about_today()
    {
        Decide(Item, Sample.At("2020-03-05 08:59"), Sent(Item, "receipt/at-once")).Rows
            .Should().NotContain(row => row.State == NoticeState.Planned);
        Decide(Item, Sample.At("2020-03-05 09:00"), Sent(Item, "receipt/at-once")).Rows
            .Should().ContainSingle(row => row.State == NoticeState.Planned);
    }

    [Fact]
    public void puts_what_is_not_to_be_sent_first_where_there_is_too_much()
    {
        Instant late = Sample.At("2020-03-31 10:00");
        Decision all = Decide(Item, late);
        int silent = all.Rows.Count(row => row.IsFinal);

        Decision some = all.Limited(silent, late);
        some.Rows.Should().HaveCount(silent).And.OnlyContain(row => row.IsFinal);
        some.NextAt.Should().Be(late, "the rest is looked at right away");

        Decision rest = Decide(Item, late, [.. some.Rows]);
        rest.Rows.Should().BeEquivalentTo(all.Rows.Where(row => !row.IsFinal));
        all.Limited(all.Rows.Count, late).Should().BeSameAs(all);
    }

    // Law 5, whatever the item, the outage and the number of looks.
    [Fact]
    public void is_never_made_twice_and_always_ends() => Seeds.Each(500, random =>
    {
        AgreedItem item =
            Sample.Item("2020-06-30", "2020-01-06 09:00") with { DueOn = Sample.Day("2020-01-01").PlusDays(random.Next(300)) };
        item = random.Chance(0.3) ? item with { Receipt = new("ana", item.AssignedAt!.Value) } : item;
        Dictionary<RungKey, LedgerRow> ledger = [];
        Instant now = item.AssignedAt!.Value;
        for (int looks = 0; ; looks++)
        {
            looks.Should().BeLessThan(2_000);
            Decision decision = Decide(item, now, [.. ledger.Values]);
            (decision.NextAt is null || decision.NextAt > now).Should().BeTrue();
            decision.Rows.Where(row => row.State == NoticeState.Planned).GroupBy(row => (row.Key.Ladder, row.Key.Recipient))
                .Should().OnlyContain(told => told.Count() == 1);
            decision.Rows.ToList().ForEach(row => ledger.Add(row.Key, row));
            Decide(item, now, [.. ledger.Values]).Rows.Should().BeEmpty();
            foreach (LedgerRow row in ledger.Values.Where(row => !row.IsFinal).ToList())
            {
                ledger[row.Key] = row.WithState(random.Chance(0.1) ? NoticeState.Failed : NoticeState.Sent, now + Duration.FromMinutes(1));
            }

            if (decision.NextAt is not { } next)
            {
                break;
            }

            now = random.Chance(0.8) ? next : next + Duration.FromHours(random.Next(1_000));
        }

        ledger.Keys.Should().Contain(item.Lines().Select(entry => entry.Key), "the ledger knows every rung (law 3)");
        NobodyAboveHearsFirst(item, ledger.Values);
    });

    private static void NobodyAboveHearsFirst(AgreedItem item, IEnumerable<LedgerRow> ledger)
    {
        List<LedgerRow> told =
            [.. ledger.Where(row => row is { Key.Ladder: LadderName.Overdue, State: NoticeState.Sent or NoticeState.Failed })];
        LedgerRow[] above = [.. told.Where(row => row.Role != Role.Owner)];
        if (above.Length > 0)
        {
            LocalDate heard = item.DayOf(told.Where(row => row.Role == Role.Owner).Min(row => row.At)!.Value);
            above.Min(row => item.DayOf(row.DecidedAt)).Should().BeGreaterThanOrEqualTo(Sample.Days("CN").AddWorkingDays(heard, 1));
        }
    }

    private static LedgerRow Sent(AgreedItem item, string rung)
    {
        TimetableEntry entry = item.Lines().Rung(rung);
        return new(entry.Key, entry.Role, entry.Planned, entry.Planned, null, NoticeState.Sent, entry.Planned, entry.Planned, null,
            entry.Key.Recipient, null, null);
    }

    private static Decision Decide(AgreedItem item, Instant now, params LedgerRow[] ledger) =>
        Decision.Decide(now, item.Lines(ledger: ledger), entry => new Recipient(Sample.Person(entry.Key.Recipient), null));
}
