using System.Text;
using FollowUp.Agreements;
using FollowUp.Delivery.Languages;
using FollowUp.Feeds;
using Ical.Net.Serialization;
using Calendar = Ical.Net.Calendar;

namespace FollowUp.Delivery;

/// <summary>
/// Puts days into an iCalendar file (RFC 5545, 7986) that calendar programs subscribe to. The same days are the same bytes, whenever it is
/// written, so that a program that has them is told so.
/// </summary>
public sealed class FeedWriter(LetterLanguages languages, MailSettings settings)
{
    private const string Producer = "-//FollowUp//FollowUp//EN";

    /// <summary>How often programs are asked to look again: a date that is moved in the morning is known by noon.</summary>
    private const string LookAgainAfter = "PT1H";

    /// <param name="name">Of whom or what it is, as its reader calls it.</param>
    /// <param name="agreements">Of all that is shown, by id.</param>
    /// <param name="people">What a reader of that language calls somebody.</param>
    public byte[] Write(
        string name, string language, FeedEvents events, IReadOnlyDictionary<string, Agreement> agreements,
        Func<string, string> people)
    {
        Language words = languages[language];
        FeedEventWriter writer = new(words, language, settings.BoardUrl, people);
        Calendar calendar = new() { ProductId = Producer, Method = "PUBLISH", Version = "2.0" };
        (string title, string about) = (words.Say("feed.name", Fact("name", name)), About(words, events.LeftOut));
        foreach ((string property, string value) in new[]
        {
            ("NAME", title), ("X-WR-CALNAME", title), ("DESCRIPTION", about), ("X-WR-CALDESC", about),
        })
        {
            calendar.AddProperty(property, FeedText.Clean(value));
        }

        calendar.AddProperty(new Ical.Net.CalendarProperty("REFRESH-INTERVAL", LookAgainAfter)
        {
            Parameters = { new Ical.Net.CalendarParameter("VALUE", "DURATION") },
        });
        calendar.AddProperty("X-PUBLISHED-TTL", LookAgainAfter);
        calendar.Events.AddRange(events.Shown.Select(one => writer.Write(one, agreements[one.Item.Agreement])));
        return Encoding.UTF8.GetBytes(FeedLines.Fold(new CalendarSerializer().SerializeToString(calendar) ?? ""));
    }

    private static string About(Language words, int leftOut) => leftOut == 0
        ? words.Say("feed.about")
        : words.Say("feed.leftOut", new Dictionary<string, object?> { ["about"] = words.Say("feed.about"), ["leftOut"] = leftOut });

    private static Dictionary<string, object?> Fact(string name, object value) => new() { [name] = value };
}
