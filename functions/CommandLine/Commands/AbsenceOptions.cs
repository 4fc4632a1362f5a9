using System.CommandLine;
using FollowUp.CommandLine.Client;

namespace FollowUp.CommandLine.Commands;

/// <summary>An absence that somebody thinks of.</summary>
internal sealed record Absence(string Person, string From, string To, string? Substitute);

/// <summary>The options that describe one.</summary>
internal sealed class AbsenceOptions
{
    private readonly Option<string> absent = new("--absent") { Description = "Instead of a file: this person away", HelpName = "PERSON" };
    private readonly Option<string> from = new("--from") { Description = "Their first day away", HelpName = "DAY" };
    private readonly Option<string> to = new("--to") { Description = "Their last day away", HelpName = "DAY" };
    private readonly Option<string> substitute = new("--substitute") { Description = "Who stands in", HelpName = "PERSON" };

    private AbsenceOptions()
    {
    }

    public static AbsenceOptions AddTo(Command command)
    {
        AbsenceOptions made = new();
        foreach (Option<string> option in new[] { made.absent, made.from, made.to, made.substitute })
        {
            command.Add(option);
        }

        return made;
    }

    /// <returns>Null where none was asked about.</returns>
    /// <exception cref="UsageException">It is not whole.</exception>
    public Absence? Of(CommandRun run) => (run.Value(absent), run.Value(from), run.Value(to), run.Value(substitute)) switch
    {
        (null, null, null, null) => null,
        ({ } person, { } first, { } last, var other) => new(person, first, last, other),
        _ => throw new UsageException("An absence is --absent PERSON with --from DAY and --to DAY, and perhaps --substitute PERSON."),
    };
}
