namespace FollowUp.Reports;

/// <summary>One fact of a report, and what it stands on.</summary>
/// <param name="Code">What is said, in kebab-case; each language has a sentence for it.</param>
/// <param name="Args">Days, counts, people (<see cref="ReportPerson"/>), texts by language, and what people wrote, by name.</param>
/// <param name="Entries">Numbers of the agreement's journal that say so.</param>
public sealed record ReportLine(string Code, IReadOnlyDictionary<string, object> Args, IReadOnlyList<int> Entries)
{
    /// <summary>What has no value is left out.</summary>
    public static ReportLine Of(string code, IReadOnlyList<int> entries, params ReadOnlySpan<(string Name, object? Value)> args)
    {
        Dictionary<string, object> known = [];
        foreach ((string name, object? value) in args)
        {
            if (value is not null)
            {
                known[name] = value;
            }
        }

        return new(code, known, entries);
    }
}
