using System.Text.Json.Nodes;
using FollowUp.CommandLine.Client.Answers;
using NodaTime.Text;

namespace FollowUp.CommandLine.Client;

/// <summary>Something that a verb asks for.</summary>
/// <param name="Name">As an option has it, in kebab-case.</param>
/// <param name="Place">Where it stands in the body, with dots between; null for what stands in the address alone.</param>
/// <param name="Says">What it is, in a line.</param>
internal sealed record VerbField(string Name, string? Place, string Says)
{
    public bool IsOptional { get; init; }

    public bool IsDay { get; init; }

    /// <summary>Whether it says which of several is meant, counted from 1.</summary>
    public bool IsNumber { get; init; }

    /// <summary>Whether it names a file of this machine, whose content is the body of the call.</summary>
    public bool IsFile { get; init; }

    /// <summary>Which words it takes; empty for any.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>What it is where nobody says; null where that does not follow from the item.</summary>
    public Func<ItemView?, string?>? FromItem { get; init; }

    /// <summary>Where it stands in an address.</summary>
    public string Segment => $"{{{Name}}}";

    /// <summary>What is wrong with it, with its name; null where nothing is.</summary>
    public string? Fault(string? value) => value switch
    {
        null or "" => IsOptional || FromItem is not null ? null : $"{Name}: must be given ({Says})",
        _ when Words.Count > 0 && !Words.Contains(value) => $"{Name}: must be one of {string.Join(", ", Words)}, not {value}",
        _ when IsDay && !LocalDatePattern.Iso.Parse(value).Success => $"{Name}: must be a date like 2020-05-29, not {value}",
        _ => null,
    };

    public void Put(JsonObject body, string value)
    {
        if (Place is null)
        {
            return;
        }

        string[] names = Place.Split('.');
        foreach (string outer in names[..^1])
        {
            body[outer] ??= new JsonObject();
            body = body[outer]!.AsObject();
        }

        body[names[^1]] = value;
    }
}
