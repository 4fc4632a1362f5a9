using System.Globalization;

namespace FollowUp.Benchmarks;

/// <summary>What was measured, in the order in which it was, with what it should have been.</summary>
internal sealed class Report
{
    private readonly List<(string What, double Value, string Unit, string Note, bool Holds)> rows = [];

    public bool AllHold => rows.All(row => row.Holds);

    public void Add(string what, double value, string unit, string note = "", bool holds = true) =>
        rows.Add((what, value, unit, note, holds));

    /// <summary>A figure and how it stands to the one that is to be reached.</summary>
    /// <param name="counts">False where what was measured is too small to say anything.</param>
    public void AddWithTarget(string what, double value, string unit, Target target, bool counts)
    {
        double ratio = target.Ratio(value);
        Add(what, value, unit, string.Create(CultureInfo.InvariantCulture, $"{ratio:0.00} x of {target}"), !counts || ratio >= 1);
    }

    public void Print(TextWriter to)
    {
        foreach ((string what, double value, string unit, string note, bool holds) in rows)
        {
            string number = value.ToString("#,0.0", CultureInfo.InvariantCulture);
            to.WriteLine($"{what,-74} {number,10} {unit,-10} {note}{(holds ? "" : "  <- NOT REACHED")}");
        }
    }
}
