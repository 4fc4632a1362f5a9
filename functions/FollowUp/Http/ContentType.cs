using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace FollowUp.Http;

/// <summary>What a body says that it is, held against what the call takes.</summary>
internal sealed class ContentType
{
    public const string Json = "application/json";
    public const string Calendar = "text/calendar";

    /// <summary>What some programs say of everything they send: curl of each <c>--data</c>, for one.</summary>
    private const string Form = "application/x-www-form-urlencoded";

    private const int ShownMax = 100;

    private readonly string said;
    private readonly string wanted;

    private ContentType(string said, string wanted) => (this.said, this.wanted) = (said, wanted);

    /// <param name="types">What the call takes; JSON where none is named.</param>
    /// <exception cref="UnsupportedBodyException">It is of another type, or in another character set than UTF-8.</exception>
    public static ContentType Of(HttpRequest request, params IReadOnlyList<string> types)
    {
        string said = request.ContentType ?? "";
        IReadOnlyList<string> taken = types is [] ? [Json] : types;
        ContentType type = new(said, string.Join(" or ", taken));
        if (said.Length == 0)
        {
            return type;
        }

        if (!MediaTypeHeaderValue.TryParse(said, out MediaTypeHeaderValue? parsed) || !(taken.Any(one => Is(parsed, one)) || Is(parsed, Form)))
        {
            throw type.Unsupported();
        }

        string charset = HeaderUtilities.RemoveQuotes(parsed.Charset).ToString();
        return charset.ToUpperInvariant() is "" or "UTF-8" or "UTF8" or "US-ASCII"
            ? type
            : throw new UnsupportedBodyException($"charset={Shown(charset)} is not read; send the body in UTF-8.", "Accept", type.wanted);
    }

    /// <summary>Whether the request says that it brings a calendar file.</summary>
    public static bool IsCalendar(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out MediaTypeHeaderValue? parsed) && Is(parsed, Calendar);

    /// <summary>What came under no name or under everybody's name is taken for JSON where it begins like it.</summary>
    /// <exception cref="UnsupportedBodyException">It is something else.</exception>
    public void Demand(ReadOnlySpan<byte> body)
    {
        ReadOnlySpan<byte> begin = body.TrimStart("\uFEFF \t\r\n"u8);
        bool isForm = said.StartsWith(Form, StringComparison.OrdinalIgnoreCase);
        if (isForm && begin is not ([] or [(byte)'{' or (byte)'[', ..]))
        {
            throw Unsupported();
        }

        if (said.Length == 0 && begin.StartsWith("BEGIN:VCALENDAR"u8) && wanted.Contains(Calendar, StringComparison.Ordinal))
        {
            throw new UnsupportedBodyException($"The body is a calendar file: send it with Content-Type: {Calendar}.", "Accept", wanted);
        }
    }

    private static bool Is(MediaTypeHeaderValue said, string type) =>
        said.MediaType.Equals(type, StringComparison.OrdinalIgnoreCase)
        || (type == Json && said.Type.Equals("application", StringComparison.OrdinalIgnoreCase) && said.Suffix.Equals("json", StringComparison.OrdinalIgnoreCase));

    private UnsupportedBodyException Unsupported() => new(
        $"Content-Type: {Shown(said)} is not taken here; send {wanted}, in UTF-8.",
        "Accept", wanted.Replace(" or ", ", ", StringComparison.Ordinal));

    private static string Shown(string text) => text.Length <= ShownMax ? text : $"{text[..ShownMax]}…";
}

/// <summary>A body of a type, or packed in a way, that is not read.</summary>
/// <param name="header">The header of the answer that says what is (RFC 9110, 15.5.16).</param>
public sealed class UnsupportedBodyException(string what, string header, string taken) : Exception(what)
{
    public string Header => header;

    public string Taken => taken;
}
