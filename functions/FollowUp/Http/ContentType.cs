using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace FollowUp.Http;

/// <summary>What a body says that it is, held against what the call takes.</summary>
internal sealed class ContentType
{
    public const string Json = "application/json";
    public const string Calendar = "text/calendar";
    public const string Csv = "text/csv";
    public const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>What a browser on a machine with a spreadsheet program says of a CSV file.</summary>
    public const string OldWorkbook = "application/vnd.ms-excel";

    /// <summary>What some programs say of everything they send: curl of each <c>--data</c>, for one.</summary>
    public const string FormEncoded = "application/x-www-form-urlencoded";

    /// <summary>Of a call that looks into the body itself, and holds against it what it is said to be.</summary>
    public const string Any = "*/*";

    public const string Multipart = "multipart/form-data";

    private const int MaxShown = 100;

    private readonly string declared;
    private readonly string accepted;

    private ContentType(string said, string wanted) => (this.declared, this.accepted) = (said, wanted);

    /// <param name="types">What the call takes; JSON where none is named.</param>
    /// <exception cref="UnsupportedMediaTypeException">It is of another type, or in another character set than UTF-8.</exception>
    public static ContentType Parse(HttpRequest request, params IReadOnlyList<string> types)
    {
        string said = request.ContentType ?? "";
        IReadOnlyList<string> taken = types is [] ? [Json] : types;
        ContentType type = new(said, string.Join(" or ", taken));
        if (said.Length == 0)
        {
            return type;
        }

        if (!MediaTypeHeaderValue.TryParse(said, out MediaTypeHeaderValue? parsed)
            || !(taken.Any(one => IsType(parsed, one)) || IsType(parsed, FormEncoded)))
        {
            throw type.Unsupported();
        }

        string charset = HeaderUtilities.RemoveQuotes(parsed.Charset).ToString();
        return charset.ToUpperInvariant() is "" or "UTF-8" or "UTF8" or "US-ASCII"
            ? type
            : throw new UnsupportedMediaTypeException(
                $"charset={Abbreviate(charset)} is not read; send the body in UTF-8.", "Accept", type.accepted);
    }

    /// <summary>Whether the request says that it brings a calendar file.</summary>
    public static bool IsCalendar(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out MediaTypeHeaderValue? parsed) && IsType(parsed, Calendar);

    /// <summary>A body without a type, or declared as a form as curl does, is taken for JSON where it begins like it.</summary>
    /// <exception cref="UnsupportedMediaTypeException">It is something else.</exception>
    public void RequireMatch(ReadOnlySpan<byte> body)
    {
        ReadOnlySpan<byte> begin = body.TrimStart("\uFEFF \t\r\n"u8);
        bool isForm = declared.StartsWith(FormEncoded, StringComparison.OrdinalIgnoreCase);
        bool isTaken = accepted == Any || accepted.Contains(FormEncoded, StringComparison.Ordinal);
        if (isForm && !isTaken && begin is not ([] or [(byte)'{' or (byte)'[', ..]))
        {
            throw Unsupported();
        }

        if (declared.Length == 0 && begin.StartsWith("BEGIN:VCALENDAR"u8) && accepted.Contains(Calendar, StringComparison.Ordinal))
        {
            throw new UnsupportedMediaTypeException(
                $"The body is a calendar file: send it with Content-Type: {Calendar}.", "Accept", accepted);
        }
    }

    private static bool IsType(MediaTypeHeaderValue said, string type) =>
        type == Any || said.MediaType.Equals(type, StringComparison.OrdinalIgnoreCase)
        || (type == Json
            && said.Type.Equals("application", StringComparison.OrdinalIgnoreCase)
            && said.Suffix.Equals("json", StringComparison.OrdinalIgnoreCase));

    private UnsupportedMediaTypeException Unsupported() => new(
        $"Content-Type: {Abbreviate(declared)} is not taken here; send {accepted}, in UTF-8.",
        "Accept", accepted.Replace(" or ", ", ", StringComparison.Ordinal));

    private static string Abbreviate(string text) => text.Length <= MaxShown ? text : $"{text[..MaxShown]}…";
}
