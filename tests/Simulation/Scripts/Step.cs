using FollowUp.Simulation.Papers;
using NodaTime;

namespace FollowUp.Simulation.Scripts;

/// <summary>
/// Something that somebody or something does to a world at a moment. A script is a list of them, and any of them can be left out.
/// </summary>
/// <param name="At">When it is meant to happen; a clock that leapt makes it happen later.</param>
public abstract record Step(Instant At);

/// <summary>Somebody calls the app about an item.</summary>
/// <param name="Text">Reason, note, evidence or stage, as the verb needs it.</param>
public sealed record Deed(Instant At, string Agreement, string Item, string Verb, string By, string? Text = null) : Step(At)
{
    public LocalDate? Date { get; init; }
    public string? Person { get; init; }
    /// <summary>What is given to <see cref="People"/>: <c>issuer</c>, <c>coordinator</c>, <c>supporting</c> or <c>chain</c>.</summary>
    public string? Part { get; init; }

    public IReadOnlyList<string> People { get; init; } = [];

    public int Number { get; init; }
    public bool IsGranted { get; init; }

    /// <summary>Its Idempotency-Key.</summary>
    public string? Key { get; init; }

    /// <summary>How often the very same call is sent.</summary>
    public int Times { get; init; } = 1;

    public override string ToString() =>
        $"{By}: {Verb} "
            + $"{Agreement}/{Item}{(Text is null ? "" : $" \"{Text}\"")}{(Date is { } day ? $" {Form.Day(day)}" : "")}"
            + $"{(Person is null ? "" : $" to {Person}")}{(Part is null ? "" : $" {Part} to {string.Join('+', People)}")}"
        + $"{(Number == 0 ? "" : $" no. {Number} {(IsGranted ? "granted" : "refused")}")}{(Key is null ? "" : $" key {Key}")}"
        + $"{(Times > 1 ? $", {Times} times" : "")}";
}

public sealed record Registering(Instant At, Agreement Agreement) : Step(At)
{
    public override string ToString() =>
        $"agreement {Agreement.Id} of coordinator {Agreement.Coordinator} with levels {string.Join(", ", Agreement.Chain)} is registered: "
            + $"{string.Join("; ", Agreement.Items.Select(Words))}";

    internal static string Words(Item item) =>
        $"{item.Id} of {item.Owner} for {item.Issuer} due {Form.Day(item.DueOn)} in {item.Zone} by "
            + $"{(item.Calendars.Count == 0 ? "the owner's days" : string.Join("+", item.Calendars))} and plan {item.Plan}"
        + (item.DependsOn.Count == 0 ? "" : $" after {string.Join("+", item.DependsOn)}")
        + (item.Rule is null ? "" : $" {item.Rule.Words}");
}

public sealed record Adding(Instant At, Item Item) : Step(At)
{
    public override string ToString() => $"{Item.Agreement} gets another item: {Registering.Words(Item)}";
}

public sealed record NewPerson(Instant At, Person Person) : Step(At)
{
    public override string ToString() =>
        $"{Person.Id} is written anew: {Person.Zone}, {Person.Calendar}, {Person.Rhythm}, away "
            + string.Join("; ", Person.Absences.Select(
                away => $"{Form.Day(away.From)}..{Form.Day(away.To)} → {away.Substitute ?? "nobody"}"));
}

/// <summary>
/// Somebody of the office writes down that one leaves, and another takes over all that they have a part in: at once, or from a day on.
/// </summary>
public sealed record Leaving(Instant At, string Person, string Successor, LocalDate On, string By) : Step(At)
{
    /// <summary>By it, whatever was done for it is known again in a journal.</summary>
    public string Reason => $"{Person} leaves for good.";

    public override string ToString() => $"{By}: {Person} leaves on {Form.Day(On)}, {Successor} takes over";
}

/// <summary>Whoever was to leave stays.</summary>
public sealed record Staying(Instant At, string Person, string By) : Step(At)
{
    public override string ToString() => $"{By}: {Person} stays after all";
}

public sealed record NewCalendar(Instant At, Calendar Calendar) : Step(At)
{
    public override string ToString() => $"calendar {Calendar.Id} is written anew: {Calendar.Json.ToJsonString()}";
}

public sealed record NewPlan(Instant At, Plan Plan) : Step(At)
{
    public override string ToString() => $"plan {Plan.Id} is written anew: {Plan.Json.ToJsonString()}";
}

/// <summary>Everything that can be read is read, and nothing may change by it.</summary>
public sealed record Looking(Instant At) : Step(At)
{
    public override string ToString() => "everybody looks at everything";
}

/// <summary>Something goes wrong.</summary>
/// <param name="Kind">See <c>Worlds/Troubles.cs</c>.</param>
public sealed record Trouble(Instant At, string Kind, Duration For = default, int Count = 0, string? Where = null) : Step(At)
{
    public override string ToString() =>
        $"trouble: {Kind}{(Where is null ? "" : $" at {Where}")}{(Count == 0 ? "" : $" after {Count}")}"
            + $"{(For == default ? "" : $" for {For.ToString("D:hh:mm:ss", System.Globalization.CultureInfo.InvariantCulture)}")}";
}
