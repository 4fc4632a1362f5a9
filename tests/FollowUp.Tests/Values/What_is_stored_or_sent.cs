using System.Text.Json;
using FollowUp.Calendars;
using FollowUp.Items;
using FollowUp.Journal;
using FollowUp.Ledger;
using FollowUp.Orchestrations;
using FollowUp.Plans;
using FollowUp.Tests.Letters.Rig;
using FollowUp.Timetables;
using FollowUp.Values;

namespace FollowUp.Tests.Values;

/// <summary>What activities and rows carry survives JSON. Tests <see cref="Json"/>.</summary>
public sealed class What_is_stored_or_sent
{
    private static readonly AgreedItem Item = Sample.Item("2020-05-29", "2020-03-02 08:00", Sample.Moscow, "CN", "RU") with
    {
        Stages = [new("draft", Sample.Day("2020-04-01"))],
        ToldLate = ["ana", "dora"],
        Warnings = ["Calendar CN ends"],
        NextAt = Sample.Utc("2020-03-03T06:00:00.1234567Z"),
        Revision = 7,
    };

    [Fact]
    public void is_an_item_in_every_state()
    {
        NodaTime.Instant at = Sample.At("2020-03-04 09:00");
        AgreedItem reported = Item.Sign(new("ana"), at).ReportProgress(new("gleb"), at, "半 <половина>")
            .Report(new("ana"), at, new("none", null, "by phone"));
        AgreedItem returned = reported.SendBack(new("boris"), at, "не подписано");

        Row(Item);
        Row(reported);
        Row(returned);
        Row(reported.Confirm(new("boris"), at, null));
        Row(returned.Withdraw(new("chen"), at, "撤回"));
        Row(Item.Ask(new("ana"), at, "哪个附件？").Reply(new("boris"), at, 1, "附件二").Escalate(new("ana"), at, "нужно решение"));
        Row(Item.Amend(new("chen"), at, AmendedField.Clause, "p6-3"));
    }

    [Fact]
    public void is_every_line_of_a_ledger()
    {
        LedgerRow row = Decision.Decide(
            Item.AssignedAt!.Value, Item.Lines(), entry => new(Sample.Person(entry.Key.Recipient), "a absent → b")).Rows[^1];
        Row(row);
        Row(row.WithState(NoticeState.Failed, Sample.At("2020-03-04 09:00"), "550"));
        Row(row.Key);
        Row(row with { Explanation = "moved from 1 Oct", Slot = null, SentTo = null });
    }

    [Fact]
    public void is_a_plan() => Row(Plan.Default);

    [Theory]
    [InlineData("CN")]
    [InlineData("RU")]
    public void is_a_calendar(string id)
    {
        WorkCalendar calendar = Sample.Calendar(id);
        Row(calendar);
        WorkCalendar read = JsonSerializer.Deserialize<WorkCalendar>(JsonSerializer.Serialize(calendar, Json.Options), Json.Options)!;
        read.Works(Sample.Day("2020-10-01")).Should().Be(calendar.Works(Sample.Day("2020-10-01")));
    }

    [Fact]
    public void is_a_person() =>
        Row(Sample.Person(
            "ana", Sample.Moscow, "RU", new FollowUp.People.Absence(Sample.Day("2020-01-01"), Sample.Day("2020-01-08"), null)));

    [Fact]
    public void is_a_letter() => Row(SampleLetters.Every("ana"));

    [Fact]
    public void is_an_entry_of_the_journal() =>
        Row(Chain.Empty.Append(
            "2019-11-21-beijing", Sample.Utc("2020-03-03T06:00:00.1234567Z"),
            [new("signed", "protocol-1", "ana", null) { Through = "letter" }])[0]);

    // The engine, ours as Azure's, serializes with the defaults.
    [Fact]
    public void is_every_input_and_result_of_the_orchestrations()
    {
        Plain(new ItemRef("2019-11-21-beijing", "protocol-1"));
        Plain(new Wake(null, IsFinished: true));
        Plain(new Wake(Item.AssignedAt!.Value.ToDateTimeOffset(), IsFinished: false));
        Plain(new LetterKey("ana", "202003040900"));
        Plain(new Delivered(new("ana", "202003040900"), null));
        Plain(new Delivered(new("ana", "202003040900"), "550 no such mailbox"));
    }

    private static void Row<T>(T value) => Survives(value, Json.Options);

    private static void Plain<T>(T value) => Survives(value, new JsonSerializerOptions());

    private static void Survives<T>(T value, JsonSerializerOptions options)
    {
        string json = JsonSerializer.Serialize(value, options);
        T read = JsonSerializer.Deserialize<T>(json, options)!;
        Assert.Equivalent(value, read, strict: true);
        JsonSerializer.Serialize(read, options).Should().Be(json);
    }
}
