using System.Text;
using FollowUp.Agreements;
using FollowUp.Delivery;
using FollowUp.Delivery.Languages;
using FollowUp.Feeds;
using FollowUp.Items;
using FollowUp.Tests.Rig;
using NodaTime;

namespace FollowUp.Tests.Delivery;

/// <summary>
/// Tests <see cref="FeedWriter"/>, <see cref="FeedEventWriter"/>, <see cref="FeedLines"/> and <see cref="FeedText"/>: another program
/// reads what was meant, in each language, whatever people wrote.
/// </summary>
public sealed class A_calendar_that_is_written : IDisposable
{
    private static readonly Instant Now = Sample.At("2020-03-10 10:00");
    private static readonly AgreedItem Item = Sample.Item("2020-05-29", "2020-03-02 08:00");
    private static readonly FeedWriter Writer =
        new(LetterLanguages.OfBuild, new("https://board.example/board/", "nia.example", new("", "f@nia.example")));

    private static readonly Agreement Minutes = new(
        "2019-11-21-beijing", "minutes", new(2019, 11, 21), "Beijing", new() { En = "Working meeting, minutes", Zh = "工作会晤纪要" }, [],
        "chen", [],
        [new("p6-2", new() { En = "The sides revise Protocol No. 1.", Zh = "双方修订第1号议定书。" })]);

    private readonly Subscriber reader = new();

    public void Dispose() => reader.Dispose();

    [Fact]
    public void is_a_day_with_all_that_programs_ask_for()
    {
        SubscribedCalendar read = reader.Read(Write("ana", "en", Item));

        read.Error.Should().BeNull();
        read.Components.Should().Equal("vevent");
        read.Calendar.Should().Contain("method", "PUBLISH").And.Contain("version", "2.0").And.Contain("x-wr-calname", "FollowUp: Ana, Law")
            .And.Contain("name", "FollowUp: Ana, Law").And.Contain("refresh-interval", "PT1H").And.Contain("x-published-ttl", "PT1H");
        SubscribedDay day = read.Events.Single();
        day.Should().BeEquivalentTo(new
        {
            Uid = "2019-11-21-beijing.protocol-1@followup",
            Sequence = 3,
            Summary = "Revised protocol",
            IsDay = true,
            Start = "2020-05-29",
            End = "2020-05-30",
            Status = "CONFIRMED",
            Stamp = "2020-03-02T00:00:00Z",
            Transparency = "TRANSPARENT",
            Url = "https://board.example/board/#/agreements/2019-11-21-beijing/items/protocol-1",
        });
        day.Description.Should().Be(
            "You are its owner.\nWorking meeting, minutes, 21 November 2019\n“The sides revise Protocol No. 1.”\nOwner: ANA. Issuer: BORIS.\n"
            + $"Look at it on the board: {day.Url}");
        day.Alarms.Should().Equal(
            new SubscribedAlarm("DISPLAY", "-PT159H", "Revised protocol"), new SubscribedAlarm("DISPLAY", "-PT15H", "Revised protocol"));
        day.Properties.Should().OnlyHaveUniqueItems();
    }

    [Theory]
    [InlineData("zh", "等待对方：议定书修订稿", "双方修订第1号议定书")]
    [InlineData("ru", "Ожидание другой стороны: Revised protocol", "Ответственный исполнитель: ANA")]
    [InlineData("fr", "Waiting for the other side: Revised protocol", "Owner: ANA")]
    public void speaks_its_readers_language_and_says_how_it_stands(string language, string summary, string said)
    {
        AgreedItem waiting = Item.Suspend(new("chen"), Now, "their translation");
        SubscribedDay day = reader.Read(Write("ana", language, waiting)).Events.Single();

        (day.Summary, day.Status, day.Alarms.Count).Should().Be((summary, "TENTATIVE", 0));
        day.Description.Should().Contain(said);
    }

    [Fact]
    public void strikes_out_what_is_no_more_to_be_done_and_tells_a_former_owner_nothing_else()
    {
        AgreedItem withdrawn = Item.Withdraw(new("chen"), Now, "agreed otherwise");
        AgreedItem handed = Item.HandTo(new("chen"), Now, "zoe", "another department");

        SubscribedDay one = reader.Read(Write("ana", "en", withdrawn)).Events.Single();
        SubscribedDay other = reader.Read(Write("ana", "en", handed)).Events.Single();

        (one.Status, one.Summary, one.Alarms.Count).Should().Be(("CANCELLED", "Withdrawn: Revised protocol", 0));
        (other.Status, other.Summary, other.Description)
            .Should().Be(("CANCELLED", "Handed over: Revised protocol", "Working meeting, minutes, 21 November 2019"));
    }

    [Fact]
    public void says_what_was_agreed_at_first_and_which_stage_it_is()
    {
        AgreedItem moved = Item with { Stages = [new("draft", Sample.Day("2020-04-01")), new("own-words", Sample.Day("2020-04-02"))] };
        moved = moved.Reschedule(new("chen"), Now, Sample.Day("2020-06-05"), "asked").FinishStage(new("ana"), Now, "draft");

        IReadOnlyList<SubscribedDay> days = reader.Read(Write("ana", "en", moved)).Events;
        days.Select(day => $"{day.Start} {day.Summary}").Should().Equal(
            "2020-04-01 Done: Draft – Revised protocol", "2020-04-02 own-words – Revised protocol", "2020-06-05 Revised protocol");
        days.Select(day => day.Description.Contains("Agreed for 29 May 2020; moved since.", StringComparison.Ordinal))
            .Should().Equal(false, false, true);
    }

    /// <summary>The same days are the same bytes, an hour or a week later.</summary>
    [Fact]
    public void is_the_same_whenever_it_is_written() =>
        Write("ana", "zh", Item).Should().Equal(Write("ana", "zh", Item, Now + Duration.FromDays(7)));

    /// <summary>What people write is text, and stays one: no line of theirs becomes a line of the file.</summary>
    [Theory]
    [InlineData("a; b, c \\ d : \"e\"")]
    [InlineData("Protocol\r\nATTENDEE:mailto:x@evil.example")]
    [InlineData("Protocol\nEND:VEVENT\nBEGIN:VEVENT\nUID:evil\nSUMMARY:evil")]
    [InlineData("Protocol\rBEGIN:VALARM\rACTION:EMAIL")]
    [InlineData("Protocol\\nEND:VCALENDAR\\n")]
    [InlineData("Protocol\u0085END:VEVENT\u2028BEGIN:VEVENT\u2029UID:evil")]
    [InlineData("\0\u0001\u0007\u001f\u007f control")]
    [InlineData("\t tab and blanks   at its end   ")]
    [InlineData("half \ud83d a character \udc00")]
    [InlineData("👩‍👩‍👧‍👦 𠮷野家 é e\u0301")]
    [InlineData("العربية עברית \u202Eturned\u202C")]
    [InlineData("=cmd|'/c calc'!A1")]
    [InlineData("<img src=x onerror=alert(1)>")]
    public void is_not_turned_by_what_people_wrote(string hostile)
    {
        AgreedItem item = Item with { Title = new() { En = hostile } };
        Agreement agreement = Minutes with { Title = new() { En = hostile }, Clauses = [new("p6-2", new() { En = hostile })] };
        byte[] file = Writer.Write(hostile, "en", FeedEvents.OfPerson("ana", [item], Now), Of(agreement), _ => hostile);

        SubscribedCalendar read = reader.Read(file);
        read.Error.Should().BeNull();
        read.Components.Should().Equal("vevent");
        SubscribedDay day = read.Events.Single();
        Plain(day.Summary).Should().Be(Plain(hostile));
        Plain(day.Description).Should().Contain(Plain(hostile));
        Plain(read.Calendar["x-wr-calname"]).Should().Be(Plain($"FollowUp: {hostile}"));
        day.Properties.Should().Equal(reader.Read(Write("ana", "en", Item)).Events.Single().Properties);
        day.Alarms.Should().HaveCount(2).And.OnlyContain(alarm => alarm.Action == "DISPLAY");
    }

    /// <summary>RFC 5545, 3.1: no line of more than 75 octets, and no character in two lines.</summary>
    [Fact]
    public void folds_long_lines_between_characters() => Seeds.Each(60, random =>
    {
        string text = string.Concat(
            Enumerable.Range(0, random.Next(60, 400)).Select(_ => random.One("a", "ж", "字", "𠮷", " ", "👩‍👧", ",", ";", "\\")));
        SubscribedCalendar read = reader.Read(Write("ana", "en", Item with { Title = new() { En = text } }));

        read.Error.Should().BeNull(text);
        read.Events.Single().Summary.Should().Be(text);
    });

    [Fact]
    public void says_what_it_leaves_out() => Encoding.UTF8.GetString(
        Writer.Write("Ana", "en", new([], 17), Of(Minutes), id => id)).ReplaceLineEndings("").Replace("\r\n ", "", StringComparison.Ordinal)
        .Should().Contain("17. The");

    private static byte[] Write(string person, string language, AgreedItem item, Instant? now = null) =>
        Writer.Write("Ana, Law", language, FeedEvents.OfPerson(person, [item], now ?? Now), Of(Minutes), id => id.ToUpperInvariant());

    private static Dictionary<string, Agreement> Of(Agreement agreement) => new() { [agreement.Id] = agreement };

    /// <summary>Without what a file cannot hold, or a program need not show.</summary>
    private static string Plain(string text) => string.Concat(text.ReplaceLineEndings("\n").EnumerateRunes()
        .Select(rune => Rune.IsControl(rune) && rune.Value is not ('\n' or '\t') ? " " : rune.ToString())
        .Where(text => text is not ("\u2066" or "\u2067" or "\u2068" or "\u2069"))).Trim();
}
