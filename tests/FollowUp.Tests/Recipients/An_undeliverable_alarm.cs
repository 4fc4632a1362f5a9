using FollowUp.Items;
using FollowUp.Ledger;
using FollowUp.Plans;
using FollowUp.Recipients;
using NodaTime;

namespace FollowUp.Tests.Recipients;

/// <summary>Tests <see cref="UndeliverableAlarm"/> and <see cref="AlarmPhrases"/>.</summary>
public sealed class An_undeliverable_alarm
{
    private static readonly AgreedItem Item = Sample.Item("2020-05-29", "2020-03-02 08:00");

    private static readonly Instant Now = Sample.At("2020-05-22 09:01");

    [Fact]
    public void tells_the_coordinator_at_once() =>
        UndeliverableAlarm.RowFor(Refused("ana"), Item, [], Sample.Cast(), Now).Should().Be(new LedgerRow(
            new("protocol-1", 1, LadderName.Undelivered, "due-week-ana", 0, "chen"), Role.Coordinator, Now, Now,
            "A notice to ana was refused: no such mailbox", NoticeState.Planned, Now, null, null, "chen", null, "202005220101"));

    [Theory]
    [InlineData("chen", "boris")]
    [InlineData("boris", "chen")]
    [InlineData("dora", "chen")]
    public void goes_past_the_one_whose_letters_do_not_arrive(string refused, string hears) =>
        UndeliverableAlarm.RowFor(Refused(refused), Item, [], Sample.Cast(), Now)!.Key.Recipient.Should().Be(hears);

    [Fact]
    public void that_is_refused_itself_goes_up_one_by_one_and_ends()
    {
        List<string> heard = [];
        LedgerRow? alarm = UndeliverableAlarm.RowFor(Refused("ana"), Item, [], Sample.Cast(), Now);
        while (alarm is not null)
        {
            heard.Add(alarm.SentTo!);
            (alarm.Key.Rung, alarm.Explanation).Should().Be(("due-week-ana", "A notice to ana was refused: no such mailbox"));
            alarm = UndeliverableAlarm.RowFor(
                alarm.WithState(NoticeState.Failed, Now, "no such mailbox either"), Item, [], Sample.Cast(), Now);
        }

        heard.Should().Equal("chen", "boris", "dora", "egor", "fang");
    }

    [Fact]
    public void reaches_who_stands_in()
    {
        Contacts cast = Sample.Cast(
            Sample.Person("chen", absences: new FollowUp.People.Absence(Sample.Day("2020-05-18"), Sample.Day("2020-05-29"), "gleb")));

        LedgerRow alarm = UndeliverableAlarm.RowFor(Refused("ana"), Item, [], cast, Now)!;

        (alarm.Key.Recipient, alarm.SentTo, alarm.Trace).Should().Be(("chen", "gleb", "chen absent → gleb"));
    }

    [Fact]
    public void goes_to_whom_it_is_meant_for_where_nobody_can_tell_who_stands_in()
    {
        LedgerRow alarm = UndeliverableAlarm.RowFor(Refused("ana"), Item, [], contacts: null, Now)!;

        (alarm.Key.Recipient, alarm.SentTo, alarm.Trace).Should().Be(("chen", "chen", null));
    }

    private static LedgerRow Refused(string person) => new(
        new("protocol-1", 1, LadderName.Due, "week", 0, person), Role.Owner, Now, Now, null,
        NoticeState.Failed, Now, Now, "no such mailbox", person, null, "202005220100");
}
