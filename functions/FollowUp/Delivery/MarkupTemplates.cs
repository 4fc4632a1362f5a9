using System.Globalization;
using System.Net;
using FollowUp.Delivery.Languages;
using HandlebarsDotNet;

namespace FollowUp.Delivery;

/// <summary>
/// The templates of letters and reports. In those of HTML whatever goes into a blank is encoded; a blank without a value fails.
/// </summary>
internal static class MarkupTemplates
{
    private static readonly Dictionary<string, string> Files = LetterLanguages.Shipped();

    /// <summary>A file as it is, with the ends of lines that HTML gives it.</summary>
    public static string Text(string file) => Files[file].ReplaceLineEndings("\n");

    public static HandlebarsTemplate<object, object> Html(string file) => Create(escape: true).Compile(Text(file));

    public static HandlebarsTemplate<object, object> Plain(string file) => Create(escape: false).Compile(Files[file]);

    private static IHandlebars Create(bool escape)
    {
        IHandlebars handlebars = Handlebars.Create(new HandlebarsConfiguration
        {
            NoEscape = !escape,
            ThrowOnUnresolvedBindingExpression = true,
            FormatProvider = CultureInfo.InvariantCulture,
        });

        // What people wrote in several lines stays beneath its item.
        handlebars.RegisterHelper("indented", (writer, _, arguments) =>
            writer.WriteSafeString($"{arguments[0]}".Replace("\n", "\n  ", StringComparison.Ordinal)));

        // In several lines in HTML as well; an element, since not every mail program keeps styles.
        handlebars.RegisterHelper("multiline", (writer, _, arguments) =>
            writer.WriteSafeString(WebUtility.HtmlEncode($"{arguments[0]}").Replace("\n", "<br>\n", StringComparison.Ordinal)));
        return handlebars;
    }
}
