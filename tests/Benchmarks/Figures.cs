using System.Globalization;

namespace FollowUp.Benchmarks;

/// <summary>What was measured, in the order in which it was, with what it should have been.</summary>
sealed class Figures
{
    readonly List<(string What, double Value, string Unit, string Note, bool Holds)> rows = [];

    public bool AllHold => rows.All(row => row.Holds);

    public void Add(string what, double value, string unit, string note = "", bool holds = true) =>
        rows.Add((what, value, unit, note, holds));

    public void Print(TextWriter to)
    {
        foreach ((string what, double value, string unit, string note, bool holds) in rows)
        {
            string number = value.ToString("#,0.0", CultureInfo.InvariantCulture);
            to.WriteLine($"{what,-74} {number,10} {unit,-10} {note}{(holds ? "" : "  <- NOT REACHED")}");
        }
    }
}
