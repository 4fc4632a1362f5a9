using System.Globalization;
using FollowUp.Parsing;
using FollowUp.Values;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace FollowUp.Http;

/// <summary>
/// What a caller makes a call depend on (RFC 9110, 13). The ETag of a person, a plan or a calendar is its revision. So is an item's, on
/// which decisions are made; where it is read, a
/// hash of what is shown follows, which changes with its slip, too: <c>"3-1a2b3c4d"</c>. If-Match compares the first, If-None-Match both.
/// </summary>
internal static class Preconditions
{
    private const int HashLength = 8;

    /// <summary>Refuses what the call would pass over (law 18).</summary>
    /// <param name="isTagged">Whether it is about something that has an ETag.</param>
    /// <exception cref="InvalidInputException">It names a condition that is not of the form, or means nothing here.</exception>
    public static void Validate(HttpRequest request, bool isTagged)
    {
        IHeaderDictionary headers = request.Headers;
        if (!isTagged && headers.ContainsKey(HeaderNames.IfMatch))
        {
            throw new InvalidInputException(
                "/If-Match", "is taken for items, people, plans and calendars, since nothing else has an ETag: leave it out");
        }

        if (!IsSafeMethod(request) && headers.ContainsKey(HeaderNames.IfNoneMatch))
        {
            throw new InvalidInputException("/If-None-Match", "is taken where something is read: leave it out");
        }

        _ = Tags(headers.IfMatch, "/If-Match");
        _ = Tags(headers.IfNoneMatch, "/If-None-Match");
    }

    /// <summary>The revisions that If-Match names, of which the thing must have one; null without the header or with <c>*</c>.</summary>
    /// <exception cref="WeakETagException">It names none but weak tags.</exception>
    public static IReadOnlyCollection<int>? IfMatchRevisions(HttpRequest request)
    {
        if (Tags(request.Headers.IfMatch, "/If-Match") is not { } tags || tags.Contains(EntityTagHeaderValue.Any))
        {
            return null;
        }

        return tags.All(tag => tag.IsWeak)
            ? throw new WeakETagException()
            : [.. tags.Where(tag => !tag.IsWeak).Select(RevisionOf).OfType<int>()];
    }

    /// <summary>Whether the caller knows already what would be shown.</summary>
    public static bool IsNotModified(HttpRequest request, StringValues tag) =>
        IsSafeMethod(request)
        && Tags(request.Headers.IfNoneMatch, "/If-None-Match") is { } known
        && (known.Contains(EntityTagHeaderValue.Any)
            || (EntityTagHeaderValue.TryParse(tag.ToString(), out EntityTagHeaderValue? shown)
                && known.Any(one => one.Compare(shown, useStrongComparison: false))));

    /// <param name="shown">Whatever else is shown of it; null in the answer to a change.</param>
    public static string ETagOf(int revision, object? shown) =>
        $"\"{revision}{(shown is null ? "" : $"-{Fingerprints.HashOf(shown)[..HashLength]}")}\"";

    public static bool IsSafeMethod(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);

    /// <summary>Several lines of a header are one list. Null where there is none.</summary>
    private static IList<EntityTagHeaderValue>? Tags(StringValues header, string pointer)
    {
        if (header.Count == 0)
        {
            return null;
        }

        return EntityTagHeaderValue.TryParseStrictList(header.OfType<string>().ToList(), out IList<EntityTagHeaderValue>? tags)
            && tags.Count > 0 && (tags.Count == 1 || !tags.Contains(EntityTagHeaderValue.Any))
            ? tags
            : throw new InvalidInputException(
                pointer, "must be ETags as they were given, in double quotes and parted by commas, like \"3-1a2b3c4d\"; or * alone");
    }

    private static int? RevisionOf(EntityTagHeaderValue tag) =>
        int.TryParse(tag.Tag.ToString().Trim('"').Split('-')[0], NumberStyles.None, CultureInfo.InvariantCulture, out int revision)
            ? revision
            : null;
}
