using System.Globalization;
using System.Text;
using FollowUp.Items;
using FollowUp.Parsing;
using FollowUp.Values;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace FollowUp.Http;

/// <summary>The options behind the <c>?</c> of a listing. One that is not known is refused, not passed over (law 18).</summary>
public sealed class QueryOptions
{
    private readonly HttpRequest request;

    /// <exception cref="InvalidInputException">There is an option besides <paramref name="known"/>, or one of them twice.</exception>
    public QueryOptions(HttpRequest request, params string[] known)
    {
        this.request = request;
        string taken = known is [] ? "no options are taken here" : $"known are {string.Join(", ", known)}";
        List<Fault> faults =
        [
            .. request.Query.Keys.Where(key => !known.Contains(key))
                .Select(key => new Fault($"/{JsonField.EscapePointer(key)}", $"is not known here; {taken}")),
            .. known.Where(key => request.Query[key].Count > 1)
                .Select(key => new Fault($"/{key}", $"is given {request.Query[key].Count} times; give it once")),
        ];
        if (faults.Count > 0)
        {
            throw new InvalidInputException(faults);
        }
    }

    /// <summary>An option's value; null where it is not given.</summary>
    /// <exception cref="InvalidInputException">It is given, and empty.</exception>
    public string? this[string name] =>
        Raw(name) is not "" ? Raw(name) : throw new InvalidInputException($"/{name}", "is empty; give it a value, or leave it out");

    /// <summary>The value of an option without which there is no call.</summary>
    /// <exception cref="InvalidInputException">It is not given, or empty.</exception>
    public string Required(string name) => Raw(name) switch
    {
        null => throw new InvalidInputException($"/{name}", "is required"),
        "" => throw new InvalidInputException($"/{name}", "is empty; give it a value"),
        { } value => value,
    };

    /// <summary>Also what is empty: each form says itself what it takes instead.</summary>
    private string? Raw(string name) => request.Query.TryGetValue(name, out var given) ? given.ToString() : null;

    public int Limit()
    {
        if (Raw("limit") is not { } text)
        {
            return Limits.Page;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int limit) && limit is >= 1 and <= Limits.Page
            ? limit
            : throw new InvalidInputException("/limit", $"must be a number from 1 to {Limits.Page}");
    }

    public int? Revision() =>
        Raw("revision") is not { } text ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int revision) && revision > 0 ? revision
        : throw new InvalidInputException("/revision", "must be a number from 1");

    public string? Id(string name) =>
        Raw(name) is not { } id ? null
        : Identifier.Fault(id) is { } wrong ? throw new InvalidInputException($"/{name}", wrong)
        : id;

    public string? OneOf(string name, params string[] options) =>
        Raw(name) is not { } option ? null
        : options.Contains(option) ? option
        : throw new InvalidInputException($"/{name}", $"must be one of {string.Join(", ", options)}");

    public LocalDate? Date(string name) =>
        Raw(name) is not { } text ? null
        : Day.Fault(text) is { } wrong ? throw new InvalidInputException($"/{name}", wrong)
        : Day.ParseOrNull(text);

    /// <summary>Where the page before said that the list goes on; null for the first page.</summary>
    public ItemRef? Cursor()
    {
        if (Raw("cursor") is not { } cursor)
        {
            return null;
        }

        try
        {
            return Encoding.UTF8.GetString(Convert.FromHexString(cursor)).Split(' ') is [var agreement, var item]
                && Identifier.IsValid(agreement) && Identifier.IsValid(item)
                ? new(agreement, item)
                : throw new FormatException("A cursor has two parts.");
        }
        catch (FormatException)
        {
            throw new InvalidInputException("/cursor", "is none that a listing gave out");
        }
    }

    public static string? FormatCursor(ItemRef? next) =>
        next is null ? null : Convert.ToHexStringLower(Encoding.UTF8.GetBytes($"{next.Agreement} {next.Item}"));
}
