using FollowUp.Simulation.Expected;
using NodaTime;

namespace FollowUp.Simulation.Laws;

/// <summary>A time during which neither an item nor the register changed, and what the naive reading says of it.</summary>
/// <param name="now">When it is looked at.</param>
public sealed class Slice(
    Life life, Era<Standing> item, Era<Register> register, IReadOnlyDictionary<string, Instant> toldLate, Instant now)
{
    private readonly Lazy<IReadOnlyDictionary<string, Line>> lines = new(() =>
        new Reading(life, item.What, register.What, toldLate, Last(item, register, now)).Lines().ToDictionary(line => line.Key));

    public Instant From => Instant.Max(item.From, register.From);

    public Instant To => Instant.Min(item.To, register.To);

    public Standing Standing => item.What;

    public Register Register => register.What;

    public IReadOnlyDictionary<string, Line> Lines => lines.Value;

    public Reading Reading { get; } = new(life, item.What, register.What, toldLate, Last(item, register, now));

    public bool Has(Instant at) => item.Has(at) && register.Has(at);

    private static Instant Last(Era<Standing> item, Era<Register> register, Instant now) =>
        new[] { item.To, register.To, now }.Min();
}
