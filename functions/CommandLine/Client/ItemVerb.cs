using System.Text.Json;
using System.Text.Json.Nodes;
using FollowUp.CommandLine.Client.Answers;

namespace FollowUp.CommandLine.Client;

/// <summary>What somebody does with an item: its call, and what it asks for.</summary>
/// <param name="Name">A word of the API's <c>verbs</c>.</param>
/// <param name="Path">Below the item; what stands in braces is a field.</param>
/// <param name="Does">Who does what by it, in a line.</param>
internal sealed record ItemVerb(string Name, HttpMethod Method, string Path, string Does, params IReadOnlyList<VerbField> Fields)
{
    /// <summary>By which it takes a file; null for those that take none.</summary>
    public VerbField? File => Fields.FirstOrDefault(one => one.IsFile);

    /// <summary>Everything that is wrong with what was given, each with its field; empty where nothing is.</summary>
    /// <param name="given">By the names of fields.</param>
    public IReadOnlyList<string> Faults(IReadOnlyDictionary<string, string> given) =>
    [
        .. Fields.Select(field => field.Fault(given.GetValueOrDefault(field.Name))).OfType<string>(),
        .. given.Keys.Except(Fields.Select(field => field.Name))
            .Select(name => $"{name}: {Name} does not take it; it takes {Listed()}"),
    ];

    /// <summary>The call of it.</summary>
    /// <param name="by">In whose name; null where that is known from the sign-in.</param>
    /// <param name="given">As <see cref="Faults"/> finds nothing wrong with.</param>
    /// <param name="item">As it stands, for fields that follow from it.</param>
    public ApiCall Call(ItemAddress at, string? by, IReadOnlyDictionary<string, string> given, ItemView? item)
    {
        JsonObject body = by is null ? [] : new() { ["by"] = by };
        string[] path = Path.Split('/');
        foreach (VerbField field in Fields)
        {
            if ((given.GetValueOrDefault(field.Name) ?? field.FromItem?.Invoke(item)) is { Length: > 0 } value)
            {
                path = [.. path.Select(segment => segment == field.Segment ? value : segment)];
                field.Put(body, value);
            }
        }

        if (Fields.FirstOrDefault(field => path.Contains(field.Segment)) is { } open)
        {
            throw new UsageException($"{at}: nothing there waits for {Name}; {open.Name} would say which one is meant.");
        }

        string address = at.Path(path);
        return (Method == HttpMethod.Delete
            ? new ApiCall(Method, address.With(new QueryValue("by", by)))
            : new ApiCall(Method, address) { Body = JsonSerializer.SerializeToUtf8Bytes(body) }).Once();
    }

    /// <summary>What its command calls a field of its body; one that it does not give keeps its name.</summary>
    /// <param name="place">With slashes between, as a refusal has it.</param>
    public string OptionFor(string place) => place == "by" ? "--by"
        : Fields.FirstOrDefault(field => field.Place?.Replace('.', '/') == place) is { } known ? $"--{known.Name}" : place;

    /// <summary>Whether the item must be read before its call is known.</summary>
    public bool NeedsItem(IReadOnlyDictionary<string, string> given) =>
        Fields.Any(field => field.FromItem is not null && !given.ContainsKey(field.Name));

    private string Listed() => Fields.Count == 0 ? "nothing more" : string.Join(", ", Fields.Select(field => field.Name));
}
