
namespace FollowUp.Values;

/// <summary>Everything that comes from outside has a limit (law 20).</summary>
public static class Limits
{
    /// <inheritdoc cref="Values.Identifier.LengthMax"/>
    public const int Id = Values.Identifier.LengthMax;

    /// <summary>What comes round leaves room for the number of the occurrence: as many as an agreement has items.</summary>
    public const int SeriesId = Id - 4;

    /// <summary>One agreement is one partition and is read as one; longer lists are several agreements.</summary>
    public const int Items = 500;

    /// <summary>A row of the store takes strings of 32 K characters and 1 MiB in all.</summary>
    public const int BodyBytes = 256 * 1024;

    /// <summary>A register carries calendars of several years beside its agreements.</summary>
    public const int RegisterBytes = 2 * 1024 * 1024;

    /// <summary>
    /// What one agreement (without its items), person, plan or calendar takes as JSON: a row of the store takes a little more, which is for
    /// what it gets there, as the number of its revision.
    /// </summary>
    public const int Record = 470_000;

    /// <summary>A title is read in a list and in the subject of a letter.</summary>
    public const int Title = 300;

    /// <summary>An item's number in somebody else's list: registers write "12/3-п-2024", and no sentences.</summary>
    public const int Number = 100;

    /// <summary>What a clause is called in the text: "I.1", "Annex 2, paragraph 3".</summary>
    public const int ClauseLabel = 60;

    /// <summary>Items in one file: as many as a hundred full agreements have, and a spreadsheet program still opens it.</summary>
    public const int Exported = 50_000;

    /// <summary>A clause of a treaty fits; with three languages it stays below what a row takes.</summary>
    public const int Text = 16_000;

    /// <summary>A page that a person can look through.</summary>
    public const int Page = 200;

    /// <summary>Sides, levels, supporting units, stages: more than this is a mistake in the file.</summary>
    public const int Few = 50;

    /// <inheritdoc cref="Values.Day.YearMin"/>
    public const int YearMin = Values.Day.YearMin;

    /// <inheritdoc cref="Values.Day.YearMin"/>
    public const int YearMax = Values.Day.YearMax;

    /// <summary>Twenty years of people, agreements or holidays in one list.</summary>
    public const int Many = 5_000;

    /// <summary>A person is one row of the store: as many absences fit into it, each with the longest id of a substitute.</summary>
    public const int Absences = 4_000;
}
