using FollowUp.Agreements;
using FollowUp.Delivery;
using FollowUp.Delivery.Languages;
using FollowUp.Feeds;
using FollowUp.Items;
using FollowUp.Tests.Rig;
using NodaTime;

namespace FollowUp.Tests.Delivery;

/// <summary>
/// A year in which anything happens to three items, and a program that looks again after each: what it shows is what is so, read from the
/// items by another way than <see cref="FeedWriter"/> and <see cref="FeedEvents"/> do.
/// </summary>
public sealed class A_calendar_through_a_year
{
    private static readonly Instant Begins = Sample.At("2020-03-02 10:00");
    private static readonly FeedWriter Writer =
        new(LetterLanguages.OfBuild, new("https://board.example/board/", "nia.example", new("", "f@nia.example")));

    private static readonly Dictionary<string, Agreement> Agreements = new()
    {
        ["2019-11-21-beijing"] =
            new("2019-11-21-beijing", "minutes", new(2019, 11, 21), null, new() { En = "Minutes" }, [], "chen", [], []),
    };

    [Fact]
    public void is_so_in_the_subscribers_program_whenever_it_looks() => Seeds.Each(12, random =>
    {
        using Subscriber owner = new(), issuer = new();
        AgreedItem[] items =
            [.. new[] { "one", "two", "six" }.Select(id => Sample.Item("2020-09-30", "2020-03-02 08:00") with { Id = id })];
        Dictionary<string, int> known = [];
        for (Instant at = Begins; at < Begins + Duration.FromDays(365); at += Duration.FromHours(random.Next(1, 300)))
        {
            int which = random.Next(items.Length);
            AgreedItem next = RandomVerb.Do(items[which], at, random);
            items[which] = ReferenceEquals(next, items[which]) ? next : next with { Revision = next.Revision + 1 };
            Look(owner, "ana", items, at, known);
            Look(issuer, "boris", items, at, []);
        }
    });

    private static void Look(Subscriber program, string person, AgreedItem[] items, Instant at, Dictionary<string, int> known)
    {
        SubscribedCalendar read = program.Take(Writer.Write(person, "en", FeedEvents.OfPerson(person, items, at), Agreements, id => id));
        program.Shown.Should().Equal(items.Where(item => IsShown(item, person, at)).Select(Line).Order(StringComparer.Ordinal));
        foreach (SubscribedDay day in read.Events)
        {
            day.Sequence.Should().BeGreaterThanOrEqualTo(known.GetValueOrDefault(day.Uid));
            known[day.Uid] = day.Sequence;
        }
    }

    private static bool IsShown(AgreedItem item, string person, Instant at) => (person == "boris" || item.Owner == person)
        && item.Withdrawal is null && (item.Confirmation is null || at - item.Confirmation.At < Duration.FromDays(366));

    private static string Line(AgreedItem item) => $"{item.DueOn:uuuu-MM-dd} {item.State switch
    {
        "confirmed" => "Done: ",
        "reported" => "Reported done: ",
        "waiting" => "Waiting for the other side: ",
        _ => "",
    }}Revised protocol";
}
