using FollowUp.Delivery.Languages;
using FollowUp.Letters;
using FollowUp.Values;

namespace FollowUp.Delivery;

/// <summary>The weekly letter in words: everything that is late below its reader, by the unit that has it.</summary>
/// <param name="Units">Whoever is furthest behind comes first.</param>
/// <param name="Small">What explains how it came, the same way as in other letters.</param>
internal sealed record ReviewSection(string Heading, string Ask, IReadOnlyList<ReviewUnit> Units, IReadOnlyList<string> Small);

/// <summary>What is late of one unit, the latest first.</summary>
internal sealed record ReviewUnit(string Heading, IReadOnlyList<ReviewItem> Items);

/// <summary>A late item: its title, which leads to the board, and sentences.</summary>
internal sealed record ReviewItem(string Title, string Agreement, IReadOnlyList<string> Lines, SectionLink Board);

/// <summary>Puts the lines of the weekly letter together.</summary>
internal sealed class ReviewWriter(Language language, SectionWriter sections)
{
    /// <param name="lines">The latest first; at least one.</param>
    public ReviewSection Write(IReadOnlyList<Notice> lines)
    {
        Notice[] items = [.. lines.DistinctBy(line => (line.Of.Agreement, line.Of.Key.Item))];
        ReviewUnit[] units = [.. items.GroupBy(line => line.Owner).Select(Unit)];
        Dictionary<string, object?> facts = new()
        {
            ["items"] = items.Length,
            ["units"] = units.Length,
            ["daysLate"] = items.Max(line => line.DaysLate),
        };
        return new(language.Say("review.heading", facts), language.Say("review.ask"), units, [.. sections.Small(lines).Distinct()]);
    }

    /// <summary>Of a single item the subject names it.</summary>
    public string Subject(ReviewSection section, IReadOnlyList<Notice> lines, string title) =>
        section.Units is [{ Items: [_] }]
            ? language.Say(
                "review.subject.one", new Dictionary<string, object?> { ["daysLate"] = lines[0].DaysLate, ["title"] = new Written(title) })
            : section.Heading;

    private ReviewUnit Unit(IGrouping<string, Notice> lines) => new(
        language.Say("review.unit", new Dictionary<string, object?> { ["owner"] = lines.Key, ["items"] = lines.Count() }),
        [.. lines.Select(Item)]);

    private ReviewItem Item(Notice line)
    {
        NoticeWords words = new(language, line);
        return new(
            TextDirection.Isolate(line.Title),
            words.Say("agreement"),
            [
                language.Say("review.late", NoticeValues.Of(line)),
                line.Review?.ToldOn is { } told
                    ? language.Say("review.told", new Dictionary<string, object?> { ["told"] = told }) : language.Say("review.new"),
                .. (line.Review?.Steps ?? []).Select(Step),
            ],
            sections.Linked(language.Say("board"), line.Link));
    }

    /// <summary>A step of an item that is late and runs is always somebody's.</summary>
    private string Step(AwaitedStep step) =>
        language.Say($"review.step.{step.Action}", new Dictionary<string, object?> { ["who"] = step.Who ?? "" });
}
