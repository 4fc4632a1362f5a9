namespace FollowUp.Phrases;

/// <summary>
/// What FollowUp says by itself, as data: a reader of another language, or a program, says it in words of their own. Its English stands
/// in one place, a <see cref="PhraseTemplate"/>.
/// </summary>
/// <param name="Code">What is said, in kebab-case. It never changes.</param>
/// <param name="Args">What it speaks of, by name: ids, numbers, dates, lists of them, other phrases, and texts by language.</param>
public sealed record Phrase(string Code, IReadOnlyDictionary<string, object> Args)
{
    /// <summary>The phrase with one more value; the same where there is none.</summary>
    public Phrase With(string name, object? value) =>
        value is null ? this : this with { Args = new Dictionary<string, object>(Args) { [name] = value } };

    public Phrase Without(string name) => this with { Args = Args.Where(arg => arg.Key != name).ToDictionary() };
}
