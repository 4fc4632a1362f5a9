using System.Globalization;
using System.Text;
using FollowUp.Following;
using FollowUp.Registers;
using FollowUp.Values;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace FollowUp.Http;

/// <summary>The options behind the <c>?</c> of a listing. One that is not known is refused, not passed over (law 18).</summary>
public sealed class Query
{
    private readonly HttpRequest request;

    /// <exception cref="InvalidInputException">There is an option besides <paramref name="known"/>.</exception>
    public Query(HttpRequest request, params string[] known)
    {
        this.request = request;
        List<Fault> faults = [.. request.Query.Keys.Where(key => !known.Contains(key) && key != "code")
            .Select(key => new Fault($"/{key}", $"is not known here; known are {string.Join(", ", known)}"))];
        if (faults.Count > 0)
        {
            throw new InvalidInputException(faults);
        }
    }

    public string? this[string name] => request.Query[name] is [{ Length: > 0 } value, ..] ? value : null;

    public int Limit()
    {
        if (this["limit"] is not { } text)
        {
            return Limits.Page;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int limit) && limit is >= 1 and <= Limits.Page
            ? limit
            : throw new InvalidInputException("/limit", $"must be a number from 1 to {Limits.Page}");
    }

    public int? Revision() =>
        this["revision"] is not { } text ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int revision) && revision > 0 ? revision
        : throw new InvalidInputException("/revision", "must be a number from 1");

    public string? Id(string name) =>
        this[name] is not { } id ? null
        : Identifier.Fault(id) is { } wrong ? throw new InvalidInputException($"/{name}", wrong)
        : id;

    public string? OneOf(string name, params string[] options) =>
        this[name] is not { } option ? null
        : options.Contains(option) ? option
        : throw new InvalidInputException($"/{name}", $"must be one of {string.Join(", ", options)}");

    public LocalDate? Date(string name) =>
        this[name] is not { } text ? null
        : Day.Fault(text) is { } wrong ? throw new InvalidInputException($"/{name}", wrong)
        : Day.Find(text);

    /// <summary>Where the page before said that the list goes on; null for the first page.</summary>
    public ItemRef? Cursor()
    {
        if (this["cursor"] is not { } cursor)
        {
            return null;
        }

        try
        {
            return Encoding.UTF8.GetString(Convert.FromHexString(cursor)).Split(' ') is [var agreement, var item] && Identifier.IsValid(agreement) && Identifier.IsValid(item)
                ? new(agreement, item)
                : throw new FormatException("A cursor has two parts.");
        }
        catch (FormatException)
        {
            throw new InvalidInputException("/cursor", "is none that a listing gave out");
        }
    }

    public static string? CursorOf(ItemRef? next) => next is null ? null : Convert.ToHexStringLower(Encoding.UTF8.GetBytes($"{next.Agreement} {next.Item}"));
}
