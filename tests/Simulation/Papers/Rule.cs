using NodaTime;

namespace FollowUp.Simulation.Papers;

/// <summary>That an item comes round: every week or every month on the day on which it was due first, so many times in all.</summary>
/// <param name="Number">Of this one, from 1.</param>
public sealed record Rule(bool IsMonthly, int Count, LocalDate First, string Series, int Number)
{
    public string Words => $"FREQ={(IsMonthly ? "MONTHLY" : "WEEKLY")};COUNT={Count}";

    public bool IsLast => Number == Count;

    public Rule Next => this with { Number = Number + 1 };

    public string Id => Number == 1 ? Series : $"{Series}-{Number}";

    public LocalDate DueOn => IsMonthly ? First.PlusMonths(Number - 1) : First.PlusWeeks(Number - 1);
}
