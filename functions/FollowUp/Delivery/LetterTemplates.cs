using FollowUp.Delivery.Languages;
using FollowUp.Letters;
using FollowUp.Plans;
using FollowUp.Values;
using HandlebarsDotNet;

namespace FollowUp.Delivery;

/// <summary>
/// Renders letters in their reader's language (<see cref="LetterLanguages"/>), text and HTML from the same sections. What people wrote is
/// data: it is encoded in the HTML, and stands as it is in the text and the subject. Where it is written from right to left it is isolated.
/// </summary>
public sealed class LetterTemplates
{
    /// <summary>A subject that mail programs show whole is far shorter; this keeps a header from growing without bound.</summary>
    private const int MaxSubjectLength = 200;

    /// <summary>Of a longer title the subject has the beginning, so that its date and what is wanted stand there too.</summary>
    private const int MaxTitleLength = 110;

    private readonly LetterLanguages languages;
    private readonly HandlebarsTemplate<object, object> text;
    private readonly HandlebarsTemplate<object, object> html;

    public LetterTemplates(LetterLanguages languages)
    {
        this.languages = languages;
        text = MarkupTemplates.Plain("letter.txt.hbs");
        html = MarkupTemplates.Html("letter.html.hbs");
    }

    public RenderedLetter Render(Letter letter)
    {
        Language language = languages[letter.Language];
        SectionWriter writer = new(language);
        ILookup<bool, Notice> notices = letter.Notices.ToLookup(notice => notice.Of.Key.Ladder == LadderName.Review);
        Notice[][] items = [.. notices[false].GroupBy(notice => (notice.Of.Agreement, notice.Of.Key.Item)).Select(item => item.ToArray())];
        ItemSection[] sections = [.. items.Select(writer.Write)];
        Notice[] lines = [.. notices[true]];
        ReviewWriter reviews = new(language, writer);
        ReviewSection? review = lines.Length > 0 ? reviews.Write(lines) : null;
        string subject = Shortened(items.Length == 0
            ? reviews.Subject(review!, lines, TitleOf(lines[0]))
            : new SubjectWriter(language).Write(items[0][0], sections[0].Heading, TitleOf(items[0][0]), items.Length - 1));
        object model = new
        {
            language = language.Id,
            direction = language.Rules.Direction,
            subject,
            greeting = language.Say("greeting", new Dictionary<string, object?> { ["name"] = Initials.Bind(letter.Name) }),
            sections,
            review,
            answer = language.Say("answer"),
            footer = Footer(language, letter),
        };
        return new(letter, subject, text(model), html(model));
    }

    /// <summary>On whose behalf it is written, and whom to ask: once for each coordinator.</summary>
    private static string[] Footer(Language language, Letter letter) =>
    [
        .. letter.Notices.Where(notice => notice.Coordinator is not null).DistinctBy(notice => (notice.Coordinator, notice.Of.Agreement))
            .Select(notice => language.Say(
                notice.Coordinator!.Address is null ? "footer.coordinator" : "footer.coordinator.address",
                new Dictionary<string, object?>
                {
                    ["coordinator"] = notice.Coordinator.Name,
                    ["address"] = notice.Coordinator.Address,
                    ["agreement"] = notice.Agreement,
                })),
        .. letter is { Coordinator: { Address: { } address } one } && letter.Notices.All(notice => notice.Coordinator is null)
            ? (string[])[language.Say(
                "footer.questions", new Dictionary<string, object?> { ["coordinator"] = one.Name, ["address"] = address })]
            : [],
        language.Say("footer"),
        .. letter.RhythmLink is { } rhythm
            ? (string[])[language.Say("footer.rhythm", new Dictionary<string, object?> { ["url"] = rhythm })] : [],
    ];

    private static string TitleOf(Notice notice) => TextDirection.Isolate(notice.Title.Length > MaxTitleLength
        ? $"{TextRules.Truncate(notice.Title, MaxTitleLength).TrimEnd()}…"
        : notice.Title);

    private static string Shortened(string subject)
    {
        string line = subject.ReplaceLineEndings(" ").Trim();
        return line.Length > MaxSubjectLength ? TextDirection.Balance($"{TextRules.Truncate(line, MaxSubjectLength)}…") : line;
    }
}
