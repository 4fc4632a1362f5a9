using FollowUp.Simulation.Expected;
using NodaTime;

namespace FollowUp.Simulation.Laws;

/// <summary>A time during which neither an item nor the register changed, and what the naive reading says of it.</summary>
public sealed class Slice(Life life, Era<Standing> item, Era<Register> register, IReadOnlyDictionary<string, Instant> toldLate)
{
    private readonly Lazy<IReadOnlyDictionary<string, Line>> lines = new(() =>
        new Reading(life, item.What, register.What, toldLate).Lines().ToDictionary(line => line.Key));

    public Instant From => Instant.Max(item.From, register.From);

    public Instant To => Instant.Min(item.To, register.To);

    public Standing Standing => item.What;

    public Register Register => register.What;

    public IReadOnlyDictionary<string, Line> Lines => lines.Value;

    public Reading Reading { get; } = new(life, item.What, register.What, toldLate);

    public bool Has(Instant at) => item.Has(at) && register.Has(at);
}
