using FollowUp.Values;

namespace FollowUp.CommandLine.Client;

/// <summary>Which item of which agreement, as people write it: <c>talks/lists</c>.</summary>
internal sealed record ItemAddress(string Agreement, string Item)
{
    /// <exception cref="UsageException">It is none.</exception>
    public static ItemAddress Parse(string text) =>
        text.Split('/') is [var agreement, var item] && Identifier.IsValid(agreement) && Identifier.IsValid(item)
            ? new(agreement, item)
            : throw new UsageException($"An item is named by its agreement and its id, like talks/lists, not {text}.");

    public string Path(params ReadOnlySpan<string> below) => ApiPath.Of(["agreements", Agreement, "items", Item, .. below]);

    public override string ToString() => $"{Agreement}/{Item}";
}
