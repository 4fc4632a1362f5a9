using FollowUp.CommandLine.Client;
using FollowUp.CommandLine.Client.Answers;
using FollowUp.CommandLine.Terminal;

namespace FollowUp.CommandLine.Mcp;

/// <summary>A verb that somebody wants done with an item, and what it takes.</summary>
internal sealed record WantedAct(ItemAddress Item, ItemVerb Verb, string? By, IReadOnlyDictionary<string, string> Fields)
{
    private const string DueOnField = "due-on";
    private const string OwnerField = "owner";

    /// <summary>A program that is talked into it would give away files of this machine: none of them is handed in by it.</summary>
    private static readonly IReadOnlyList<ItemVerb> Verbs = [.. ItemVerbs.All.Where(verb => verb.File is null)];

    /// <summary>Which verbs there are and what each takes, as a description has it; what may be left out has a question mark.</summary>
    public static string Known { get; } = string.Join("; ", Verbs.Select(verb => verb.Fields.Count == 0
        ? verb.Name
        : $"{verb.Name} ({string.Join(", ", verb.Fields.Select(Described))})"));

    public string? DueOn => Fields.GetValueOrDefault(DueOnField);

    public string? Owner => Fields.GetValueOrDefault(OwnerField);

    /// <exception cref="UsageException">It is no verb, or what it takes is not right; all of that is named.</exception>
    public static WantedAct Of(string item, string verb, IReadOnlyDictionary<string, string>? fields, string? by)
    {
        ItemVerb found = Verbs.FirstOrDefault(one => one.Name == verb)
            ?? throw new UsageException($"verb: must be one of {string.Join(", ", Verbs.Select(one => one.Name))}, not {verb}");
        fields ??= new Dictionary<string, string>();
        return found.Faults(fields) is { Count: > 0 } faults
            ? throw new UsageException(string.Join('\n', faults)) : new(ItemAddress.Parse(item), found, by, fields);
    }

    public ApiCall Call(ItemView? known) => Verb.Call(Item, By, Fields, known);

    /// <summary>The same for a shell.</summary>
    public string Command() => string.Join(' ',
    [
        "followup", "act", $"{Item}", Verb.Name, .. By is null ? (string[])[] : ["--by", ShellText.Quote(By)],
        .. Fields.Select(field => $"--{field.Key}={ShellText.Quote(field.Value)}"),
    ]);

    private static string Described(VerbField field) =>
        (field.IsOptional || field.FromItem is not null ? $"{field.Name}?" : field.Name)
        + (field.Words.Count > 0 ? $": {string.Join("|", field.Words)}" : field.IsDay ? ": yyyy-MM-dd" : "");
}
