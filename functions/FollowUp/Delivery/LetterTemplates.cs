using System.Globalization;
using System.Reflection;
using FollowUp.Letters;
using FollowUp.Values;
using HandlebarsDotNet;

namespace FollowUp.Delivery;

/// <summary>
/// Renders letters from the template files in <c>Letters/</c>. What people wrote is data: it is encoded in the HTML, and stands as it is in
/// the text and the subject. Where it is written from right to left it is isolated.
/// </summary>
public sealed class LetterTemplates
{
    /// <summary>A subject that mail programs show whole is far shorter; this keeps a header from growing without bound.</summary>
    private const int MaxSubjectLength = 200;

    private readonly HandlebarsTemplate<object, object> subject;
    private readonly HandlebarsTemplate<object, object> text;
    private readonly HandlebarsTemplate<object, object> html;

    public LetterTemplates()
    {
        const string language = "en";
        IHandlebars plain = CreateHandlebars(language, escape: false);
        subject = plain.Compile(ReadTemplate($"{language}/subject.hbs"));
        text = plain.Compile(ReadTemplate($"{language}/letter.txt.hbs"));
        html = CreateHandlebars(language, escape: true).Compile(ReadTemplate($"{language}/letter.html.hbs"));
    }

    public RenderedLetter Render(Letter letter)
    {
        Notice[] notices = [.. letter.Notices.Select(Isolate)];

        // A letter may have two notices about one item, as when it ran late while no host was up; it is counted once.
        int others = letter.Notices.DistinctBy(notice => (notice.Of.Agreement, notice.Of.Key.Item)).Count() - 1;
        string line = subject(new { first = notices[0], others }).ReplaceLineEndings(" ").Trim();
        line = line.Length > MaxSubjectLength ? TextDirection.Balance($"{TextRules.Truncate(line, MaxSubjectLength)}…") : line;
        object model = new { name = TextDirection.Isolate(letter.Name), subject = line, notices };
        return new(letter, line, text(model), html(model));
    }

    /// <summary>Keeps what people wrote from reordering the sentence around it: a store may hold marks that are refused today.</summary>
    private static Notice Isolate(Notice notice) => notice with
    {
        Title = TextDirection.Isolate(notice.Title),
        Agreement = TextDirection.Isolate(notice.Agreement),
        Clause = Isolate(notice.Clause),
        Owner = TextDirection.Isolate(notice.Owner),
        Issuer = TextDirection.Isolate(notice.Issuer),
        Shift = Isolate(notice.Shift),
        Absence = Isolate(notice.Absence),
        Said = Isolate(notice.Said),
        By = Isolate(notice.By),
    };

    private static string? Isolate(string? text) => text is null ? null : TextDirection.Isolate(text);

    private static IHandlebars CreateHandlebars(string language, bool escape)
    {
        IHandlebars handlebars = Handlebars.Create(new HandlebarsConfiguration
        {
            NoEscape = !escape,
            ThrowOnUnresolvedBindingExpression = true,
            FormatProvider = CultureInfo.InvariantCulture,
        });
        handlebars.RegisterHelper("when", (writer, options, context, arguments) =>
        {
            if (Equals(arguments[0], arguments[1]))
            {
                options.Template(writer, context);
            }
        });
        handlebars.RegisterHelper("count", (writer, _, arguments) =>
            writer.WriteSafeString(
                string.Create(CultureInfo.InvariantCulture, $"{arguments[0]} {arguments[1]}{(Equals(arguments[0], 1) ? "" : "s")}")));
        handlebars.RegisterTemplate("heading", ReadTemplate($"{language}/heading.hbs").Trim());
        handlebars.RegisterTemplate("ask", ReadTemplate($"{language}/ask.hbs").Trim());
        return handlebars;
    }

    private static string ReadTemplate(string name)
    {
        using Stream file = Assembly.GetExecutingAssembly().GetManifestResourceStream($"letters/{name}")
            ?? throw new InvalidOperationException($"Template {name} is missing from the build.");
        using StreamReader reader = new(file);
        return reader.ReadToEnd();
    }
}
