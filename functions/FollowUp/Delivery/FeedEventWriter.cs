using FollowUp.Agreements;
using FollowUp.Delivery.Languages;
using FollowUp.Feeds;
using FollowUp.Values;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using NodaTime;
using Duration = Ical.Net.DataTypes.Duration;

namespace FollowUp.Delivery;

/// <summary>Puts one day into a calendar: what is due, how it stands, where it comes from, and where the board has more of it.</summary>
/// <param name="people">What a reader calls somebody.</param>
internal sealed class FeedEventWriter(Language words, string language, string board, Func<string, string> people)
{
    /// <summary>A calendar shows a few lines; the board has the whole clause.</summary>
    private const int ClauseLength = 600;

    /// <summary>
    /// At nine in the morning, a week before and the day before, as programs count from the midnight on which the day begins.
    /// </summary>
    private static readonly int[] HoursBefore = [(7 * 24) - 9, 24 - 9];

    public CalendarEvent Write(FeedEvent one, Agreement agreement)
    {
        string summary = FeedText.Clean(Summary(one));
        CalDateTime changed = new(one.ChangedAt.ToDateTimeUtc());
        CalendarEvent written = new()
        {
            Uid = one.Uid,
            Sequence = one.Sequence,
            DtStamp = changed,
            LastModified = changed,
            Start = DayOf(one.Day),
            End = DayOf(one.Day.PlusDays(1)),
            Summary = summary,
            Description = FeedText.Clean(string.Join('\n', Description(one, agreement))),
            Status = StatusOf(one),
            Transparency = TransparencyType.Transparent,
            Url = new($"{board}{Place(one)}"),
        };
        foreach (int hours in one.HasAlarms ? HoursBefore : [])
        {
            written.Alarms.Add(
                new Alarm { Action = AlarmAction.Display, Description = summary, Trigger = new(Duration.FromHours(-hours)) });
        }

        return written;
    }

    private static CalDateTime DayOf(LocalDate day) => new(day.Year, day.Month, day.Day);

    private static string StatusOf(FeedEvent one) =>
        one.IsCancelled ? EventStatus.Cancelled
        : one.State is FeedState.NotBegun or FeedState.Waiting ? EventStatus.Tentative
        : EventStatus.Confirmed;

    private static string Place(FeedEvent one) => $"#/agreements/{one.Item.Agreement}/items/{one.Item.Id}";

    private string Summary(FeedEvent one)
    {
        string title = one.Item.Title.TextIn(language);
        string of = one.Stage is null ? title : words.Say("feed.of-stage", Facts(("stage", one.Stage), ("title", title)));
        return words.Say($"feed.{Word(one.State)}", Facts(("title", of)));
    }

    /// <summary>Who has it no more reads what it was, and nothing of what became of it.</summary>
    private IEnumerable<string> Description(FeedEvent one, Agreement agreement)
    {
        string signedOn = words.Say("agreement", Facts(("agreement", agreement.Title.TextIn(language)), ("signedOn", agreement.SignedOn)));
        if (one.State == FeedState.HandedOver)
        {
            return [signedOn];
        }

        string[] lines =
        [
            one.Part is { } part ? words.Say("feed.part", Facts(("role", part))) : "",
            signedOn,
            agreement.ClauseOf(one.Item.Clause) is { } clause ? Quoted(clause) : "",
            words.Say("feed.people", Facts(("owner", people(one.Item.Owner)), ("issuer", people(one.Item.Issuer)))),
            one.Stage is not null || one.Item.DueOn == one.Item.OriginalDueOn
                ? "" : words.Say("feed.moved", Facts(("originalDueOn", one.Item.OriginalDueOn))),
            words.Say("answer.line", Facts(("words", words.Say("board")), ("url", $"{board}{Place(one)}"))),
        ];
        return lines.Where(line => line.Length > 0);
    }

    private string Quoted(Clause clause)
    {
        string quoted = words.Say("clause.quoted", Facts(("clause", Shortened(clause.Text.TextIn(language)))));
        return clause.Label is { } label ? words.Say("clause.labelled", Facts(("label", label), ("clause", new Written(quoted)))) : quoted;
    }

    private static string Shortened(string text) => text.Length <= ClauseLength ? text : $"{TextRules.Truncate(text, ClauseLength)}…";

    /// <summary>As the keys of sentences have it.</summary>
    private static string Word(FeedState state) => state switch
    {
        FeedState.Open => "open",
        FeedState.NotBegun => "not-begun",
        FeedState.Waiting => "waiting",
        FeedState.Reported => "reported",
        FeedState.Done => "done",
        FeedState.Withdrawn => "withdrawn",
        _ => "handed-over",
    };

    private static Dictionary<string, object?> Facts(params (string Name, object Value)[] facts) =>
        facts.ToDictionary(fact => fact.Name, object? (fact) => fact.Value);
}
