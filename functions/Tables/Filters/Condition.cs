using FollowUp.Tables.Rows;

namespace FollowUp.Tables.Filters;

/// <summary>
/// What a $filter asks of a row. Null where the row has no such property, or one of another type: neither the comparison nor its
/// opposite holds, so a row that lacks what is asked about is never found. Azure promises no more, and the emulator more.
/// </summary>
internal abstract record Condition
{
    public abstract bool? Holds(Row row);
}

internal sealed record And(Condition Left, Condition Right) : Condition
{
    public override bool? Holds(Row row) => Left.Holds(row) switch
    {
        false => false,
        true => Right.Holds(row),
        null => Right.Holds(row) == false ? false : null,
    };
}

internal sealed record Or(Condition Left, Condition Right) : Condition
{
    public override bool? Holds(Row row) => Left.Holds(row) switch
    {
        true => true,
        false => Right.Holds(row),
        null => Right.Holds(row) == true ? true : null,
    };
}

internal sealed record Not(Condition Inner) : Condition
{
    public override bool? Holds(Row row) => !Inner.Holds(row);
}

internal enum Comparison
{
    Eq,
    Ne,
    Lt,
    Le,
    Gt,
    Ge,
}

internal sealed record PropertyComparison(string Name, Comparison Comparison, object Value) : Condition
{
    public override bool? Holds(Row row)
    {
        if (row[Name] is not { } own || Order(own, Value) is not { } order)
        {
            return null;
        }

        return Comparison switch
        {
            Comparison.Eq => order == 0,
            Comparison.Ne => order != 0,
            Comparison.Lt => order < 0,
            Comparison.Le => order <= 0,
            Comparison.Gt => order > 0,
            _ => order >= 0,
        };
    }

    private static int? Order(object own, object value) => (own, value) switch
    {
        (string one, string other) => string.CompareOrdinal(one, other),
        (bool one, bool other) => one.CompareTo(other),
        (DateTime one, DateTime other) => one.CompareTo(other),
        (Guid one, Guid other) => one.CompareTo(other),
        (byte[] one, byte[] other) => one.AsSpan().SequenceCompareTo(other),
        (double one, double other) => one.CompareTo(other),
        // The client writes the double 2 as "2".
        (double one, int other) => one.CompareTo(other),
        (int one, int other) => one.CompareTo(other),
        (long one, long other) => one.CompareTo(other),
        _ => null,
    };
}
