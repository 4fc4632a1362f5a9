using System.Text.Json;
using FollowUp.Letters;
using FollowUp.Tests.Letters.Rig;
using FollowUp.Values;
using NodaTime;

namespace FollowUp.Tests.Letters;

/// <summary>
/// It lies in a store, with days and spans in English words, and is sent in its reader's language all the same. Tests
/// <see cref="PackedForm{T}"/>, <see cref="PackedDelay"/> and <see cref="Notice"/>.
/// </summary>
public sealed class A_letter_packed_by_an_earlier_version
{
    private const string Packed =
        """
        { "messageId": "202006020101.0123456789ab.ana@followup.example", "recipient": "ana", "name": "Ana", "address": "ana@nia.example",
          "language": "LANGUAGE", "writtenAt": "2020-06-02T01:01:00Z", "timeZone": "Asia/Shanghai", "notices": [ {
            "of": { "agreement": "minutes", "key": { "item": "protocol", "anchorRevision": 1, "ladder": "overdue", "rung": "again",
              "occurrence": 0, "recipient": "ana" } },
            "ladder": "overdue", "speaks": true, "title": "Revised protocol", "agreement": "Working meeting",
            "signedOn": "21 November 2019", "clause": "Both sides shall revise it.", "owner": "Ana", "issuer": "Boris",
            "dueOn": "29 May 2020", "daysLeft": 0, "daysLate": 4, "lateBy": "LATE", "plannedAt": "Sun 31 May 2020 09:00",
            "shift": "moved from 30 May: weekend (CN)", "absence": "gleb absent → ana", "link": "https://board.example/#/x",
            "isWithdrawn": false, "originalDueOn": "1 May 2020", "extensions": 1, "slippage": 28, "askedFor": "12 June 2020",
            "isGranted": false, "waitingSince": "2 May 2020", "answers": [] } ] }
        """;

    [Theory]
    [InlineData("3 days", "72:00:00")]
    [InlineData("47 hours", "47:00:00")]
    [InlineData("1 hour", "1:00:00")]
    public void is_read_as_what_it_says(string late, string hours)
    {
        Notice notice = Read("en", late).Notices[0];
        (notice.SignedOn, notice.DueOn, notice.OriginalDueOn, notice.AskedFor, notice.WaitingSince).Should().Be(
            (new LocalDate(2019, 11, 21), new LocalDate(2020, 5, 29), new LocalDate(2020, 5, 1), new LocalDate(2020, 6, 12),
            new LocalDate(2020, 5, 2)));
        notice.PlannedAt.Should().Be(new LocalDateTime(2020, 5, 31, 9, 0));
        notice.LateBy.Should().Be(Duration.FromHours(int.Parse(hours.Split(':')[0], null)));
    }

    [Theory]
    [InlineData("en", "Due on 29 May 2020 (agreed: 1 May 2020; extended 1 time).",
        "planned for Sun 31 May 2020 09:00; it reaches you 3 days late.")]
    [InlineData("zh", "办理期限：2020年5月29日（原定2020年5月1日，已延期1次）。", "原定于2020年5月31日09:00发送，因系统原因延迟3天")]
    [InlineData("ru", "Срок исполнения — 29 мая 2020 г. (первоначально — 1 мая 2020 г.; продлён 1 раз).",
        "на 09:00 31 мая 2020 г.; письмо доставлено с опозданием на 3 дня")]
    public void is_written_in_the_language_of_its_reader(string language, string due, string late) =>
        SampleLetters.Templates.Render(Read(language, "3 days")).Text.Should().Contain(due).And.Contain(late)
            .And.Contain("gleb absent → ana").And.Contain("moved from 30 May: weekend (CN)").And.Contain("https://board.example/#/x");

    [Fact]
    public void is_the_same_when_it_is_packed_again()
    {
        Letter letter = Read("ru", "3 days");
        string packed = JsonSerializer.Serialize(letter, Json.Options);
        packed.Should().Contain("\"dueOn\":\"2020-05-29\"").And.Contain("\"plannedAt\":\"2020-05-31T09:00:00\"")
            .And.NotContain("reportedOn").And.NotContain("next");
        JsonSerializer.Deserialize<Letter>(packed, Json.Options)!.Notices[0].Should().BeEquivalentTo(letter.Notices[0]);
    }

    [Theory]
    [InlineData("29 May 2020", "some day")]
    [InlineData("Sun 31 May 2020 09:00", "soon")]
    [InlineData("3 days", "3 moons")]
    public void that_says_no_day_is_no_letter(string what, string instead) =>
        new Action(() => JsonSerializer.Deserialize<Letter>(
            Packed.Replace("LATE", "3 days", StringComparison.Ordinal).Replace(what, instead, StringComparison.Ordinal), Json.Options))
            .Should().Throw<JsonException>();

    private static Letter Read(string language, string late) => JsonSerializer.Deserialize<Letter>(
        Packed.Replace("LANGUAGE", language, StringComparison.Ordinal).Replace("LATE", late, StringComparison.Ordinal), Json.Options)!;
}
