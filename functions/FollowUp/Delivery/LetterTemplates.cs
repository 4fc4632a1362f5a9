using System.Globalization;
using System.Reflection;
using FollowUp.Letters;
using FollowUp.Values;
using HandlebarsDotNet;

namespace FollowUp.Delivery;

/// <summary>
/// Letters in words, from the template files in <c>Letters/</c>. What people wrote is data to them: in the HTML it is encoded,
/// in the text and the subject it stands as it is. Where it is written from right to left it is set apart.
/// </summary>
public sealed class LetterTemplates
{
    /// <summary>A subject that mail programs show whole is far shorter; this keeps a header from growing without bound.</summary>
    private const int SubjectMax = 200;

    private readonly HandlebarsTemplate<object, object> subject;
    private readonly HandlebarsTemplate<object, object> text;
    private readonly HandlebarsTemplate<object, object> html;

    public LetterTemplates()
    {
        const string language = "en";
        IHandlebars plain = Environment(language, escape: false);
        subject = plain.Compile(File($"{language}/subject.hbs"));
        text = plain.Compile(File($"{language}/letter.txt.hbs"));
        html = Environment(language, escape: true).Compile(File($"{language}/letter.html.hbs"));
    }

    public WrittenLetter Write(Letter letter)
    {
        Notice[] notices = [.. letter.Notices.Select(Apart)];

        // A letter may say two things about one item, as when it ran late while we were down: that is no other item.
        int others = letter.Notices.DistinctBy(notice => (notice.Of.Agreement, notice.Of.Key.Item)).Count() - 1;
        string line = subject(new { first = notices[0], others }).ReplaceLineEndings(" ").Trim();
        line = line.Length > SubjectMax ? TextDirection.Ended($"{Writing.Beginning(line, SubjectMax)}…") : line;
        object model = new { name = TextDirection.Apart(letter.Name), subject = line, notices };
        return new(letter, line, text(model), html(model));
    }

    /// <summary>What people wrote turns no sentence that it stands in; what comes from a store may hold marks that are refused today.</summary>
    private static Notice Apart(Notice notice) => notice with
    {
        Title = TextDirection.Apart(notice.Title),
        Agreement = TextDirection.Apart(notice.Agreement),
        Clause = Apart(notice.Clause),
        Owner = TextDirection.Apart(notice.Owner),
        Issuer = TextDirection.Apart(notice.Issuer),
        Shift = Apart(notice.Shift),
        Absence = Apart(notice.Absence),
        Said = Apart(notice.Said),
        By = Apart(notice.By),
    };

    private static string? Apart(string? text) => text is null ? null : TextDirection.Apart(text);

    private static IHandlebars Environment(string language, bool escape)
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
            writer.WriteSafeString(string.Create(CultureInfo.InvariantCulture, $"{arguments[0]} {arguments[1]}{(Equals(arguments[0], 1) ? "" : "s")}")));
        handlebars.RegisterTemplate("heading", File($"{language}/heading.hbs").Trim());
        handlebars.RegisterTemplate("ask", File($"{language}/ask.hbs").Trim());
        return handlebars;
    }

    private static string File(string name)
    {
        using Stream file = Assembly.GetExecutingAssembly().GetManifestResourceStream($"letters/{name}")
            ?? throw new InvalidOperationException($"Template {name} is missing from the build.");
        using StreamReader reader = new(file);
        return reader.ReadToEnd();
    }
}
