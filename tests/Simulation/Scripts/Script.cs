using FollowUp.Simulation.Papers;
using NodaTime;

namespace FollowUp.Simulation.Scripts;

/// <summary>A world on paper: who lives in it, and all that is done to it. The same script is the same story.</summary>
public sealed record Script(int Seed, Instant From, Instant To, IReadOnlyList<Person> People, IReadOnlyList<Calendar> Calendars,
    IReadOnlyList<Plan> Plans, IReadOnlyList<Step> Steps)
{
    /// <summary>The same world with fewer steps; without its agreement nothing else of it makes sense.</summary>
    public Script With(IEnumerable<Step> steps) => this with { Steps = [.. steps] };

    public IEnumerable<Item> Items =>
        Steps.OfType<Registering>().SelectMany(step => step.Agreement.Items).Concat(Steps.OfType<Adding>().Select(step => step.Item));

    /// <summary>The same world with these items only, and what is done to them.</summary>
    public Script Of(IReadOnlyCollection<Item> items)
    {
        HashSet<string> kept = [.. items.Select(item => $"{item.Agreement}/{item.Id}")];
        return With(Steps.Select(step => step switch
        {
            Registering registering =>
                registering
                    with
                {
                    Agreement = registering.Agreement
                        with
                    { Items = [.. registering.Agreement.Items.Where(items.Contains).Select(Left)] }
                },
            Adding adding when items.Contains(adding.Item) => adding with { Item = Left(adding.Item) },
            Adding => null,
            _ => step,
        }).OfType<Step>().Where(step => step switch
            {
                Registering registering => registering.Agreement.Items.Count > 0,

                // What comes round is called after its first.
                Deed deed => kept.Contains($"{deed.Agreement}/{deed.Item.Split('-')[0]}"),
                _ => true,
            }));

        // It waits for those of its others that are still there.
        Item Left(Item item) => item with { DependsOn = [.. item.DependsOn.Where(other => kept.Contains($"{item.Agreement}/{other}"))] };
    }

    /// <summary>The story in words, for whoever must understand it.</summary>
    public string Told()
    {
        HashSet<string> plans = [.. Items.Select(item => item.Plan)];
        HashSet<string> named = Named();
        return string.Join('\n',
        [
            $"from {Form.Short(From)} to {Form.Short(To)}",
            .. People.Where(person => named.Contains(person.Id))
                .Select(person => $"  {person.Id} in {person.Zone} by {person.Calendar} {person.Rhythm}"
                    + string.Concat(person.Absences.Select(Words))),
            .. Calendars.Select(calendar => $"  {calendar.Json.ToJsonString()}"),
            .. Plans.Where(plan => plans.Contains(plan.Id) && plan.Id != "default").Select(plan => $"  {plan.Json.ToJsonString()}"),
            .. Steps.Select(step => $"{Form.Short(step.At)} {step}"),
        ]);
    }

    /// <summary>Whoever the story names, and whoever may stand in for them.</summary>
    private HashSet<string> Named()
    {
        HashSet<string> named = [.. Items.SelectMany(item => item.Supporting.Concat([item.Owner, item.Issuer, item.Counterpart ?? ""]))];
        named.UnionWith(Steps.OfType<Registering>().SelectMany(step => step.Agreement.Chain.Append(step.Agreement.Coordinator)));
        named.UnionWith(Steps.OfType<Leaving>().SelectMany(leaving => new[] { leaving.Person, leaving.Successor, leaving.By }));
        named.UnionWith(Steps.OfType<Deed>().SelectMany(deed => new[] { deed.By, deed.Person ?? "" }.Concat(deed.People)));
        for (int count = 0; count < named.Count;)
        {
            count = named.Count;
            named.UnionWith(
                People.Where(person => named.Contains(person.Id))
                    .SelectMany(person => person.Absences.Select(away => away.Substitute ?? "").Append(person.Contact ?? "")));
        }

        return named;
    }

    private static string Words(Away away) =>
        $", away {Form.Day(away.From)}..{Form.Day(away.To)} → {away.Substitute ?? "nobody"}";
}
