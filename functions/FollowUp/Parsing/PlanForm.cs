using System.Collections.Immutable;
using FollowUp.Plans;
using FollowUp.Plans.Validation;
using FollowUp.Values;

namespace FollowUp.Parsing;

/// <summary>How a plan is written down.</summary>
public static class PlanForm
{
    private static readonly IReadOnlyList<string> Ladders =
        [.. Enum.GetValues<LadderName>().Where(name => name != LadderName.Undelivered).Select(name => name.ToString().ToLowerInvariant())];

    public static Plan Read(JsonField plan)
    {
        // Its revision comes along where somebody writes back what they read; it is ours to count.
        plan.Only("id", "hour", "extensionsMax", "ladders", "revision");
        IReadOnlyList<JsonField> ladders = plan["ladders"].Some(Ladders.Count);
        ImmutableArray<Ladder> read = [.. ladders.Select(Ladder)];
        foreach ((Ladder ladder, JsonField field) in read.Zip(ladders).Where(pair => read.First(other => other.Name == pair.First.Name) != pair.First))
        {
            field["ladder"].Fault($"is in this plan twice: {ladder.Name.ToString().ToLowerInvariant()}");
        }

        return Whole(plan, new(
            plan["id"].Id(),
            plan["hour"].IsAbsent ? Plan.Default.Hour : plan["hour"].Hour(),
            plan["extensionsMax"].IsAbsent ? Plan.Default.ExtensionsMax : plan["extensionsMax"].Number(0, Limits.Few),
            read));
    }

    /// <summary>What is not well formed in its parts cannot be judged as a whole.</summary>
    private static Plan Whole(JsonField plan, Plan read)
    {
        if (!plan.IsFaulty)
        {
            foreach (PlanFault fault in PlanValidator.Faults(read))
            {
                plan.Reading.Fault(plan.Pointer + fault.Pointer, fault.Detail);
            }
        }

        return read;
    }

    private static Ladder Ladder(JsonField ladder)
    {
        ladder.Only("ladder", "rungs");
        _ = Enum.TryParse(ladder["ladder"].OneOf(Ladders), ignoreCase: true, out LadderName name);
        HashSet<string> ids = [];
        List<Rung> rungs = [];
        foreach (JsonField rung in ladder["rungs"].Some(Limits.Few))
        {
            Rung read = Rung(rung, name);
            rungs.Add(read);
            if (read.Id.Length > 0 && !ids.Add(read.Id))
            {
                rung["id"].Fault("is in this ladder twice");
            }
        }

        return new(name, [.. rungs]);
    }

    private static Rung Rung(JsonField rung, LadderName ladder)
    {
        rung.Only("id", "offset", "every", "times", "to");
        JsonField every = rung["every"];
        Plans.Offset? step = every.IsAbsent ? null : OffsetOf(every);
        if (step is { Count: <= 0 })
        {
            every.Fault("must be at least one day or month");
        }

        if (step is null && !rung["times"].IsAbsent)
        {
            rung["times"].Fault("needs every: how far the repetitions lie apart");
        }

        return new(
            rung["id"].Id(),
            OffsetOf(rung["offset"]),
            step,
            step is null ? 0 : rung["times"].IsAbsent ? Plans.Rung.TimesMax : rung["times"].Number(1, Plans.Rung.TimesMax),
            [.. Roles(rung["to"], ladder)]);
    }

    private static Plans.Offset OffsetOf(JsonField field)
    {
        string text = field.Text(max: 8);
        if (Plans.Offset.Parse(text) is { } offset)
        {
            return offset;
        }

        if (text.Length > 0)
        {
            field.Fault("must be working days, calendar days or months from the anchor, like -7cd, +1wd, 1mo, or 0");
        }

        return default;
    }

    private static List<string> Roles(JsonField to, LadderName ladder)
    {
        List<string> roles = [];
        foreach (JsonField field in to.Some(Limits.Few))
        {
            string role = field.Text(max: Limits.Id);
            if (role.Length > 0 && !Role.IsKnown(role, ladder))
            {
                field.Fault($"must be one of {Role.Expected}{(ladder == LadderName.Handover ? $", {Role.FormerOwner}" : "")}");
            }

            if (role.Length > 0 && roles.Contains(role))
            {
                field.Fault($"is in this list twice: {role}");
            }

            roles.Add(role);
        }

        return roles;
    }
}
