using System.Collections.Immutable;
using FollowUp.Faults;
using FollowUp.Plans;
using FollowUp.Plans.Validation;
using FollowUp.Values;
using NodaTime;

namespace FollowUp.Parsing;

/// <summary>Reads a plan.</summary>
public static class PlanParser
{
    private static readonly IReadOnlyList<string> Ladders =
        [.. Enum.GetValues<LadderName>().Where(name => name.IsForPlans()).Select(name => name.ToString().ToLowerInvariant())];

    private static readonly IReadOnlyList<string> Weekdays =
        [.. Enum.GetValues<IsoDayOfWeek>().Where(day => day != IsoDayOfWeek.None).Select(day => day.ToString().ToLowerInvariant())];

    /// <summary>As long as an offset of five digits.</summary>
    private const int MaxOffsetLength = 8;

    public static Plan Parse(JsonField plan)
    {
        // Somebody who writes back what they read sends its revision as well; it is not read.
        plan.AllowOnly("id", "hour", "extensionsMax", "ladders", "review", "revision");
        IReadOnlyList<JsonField> ladders = plan["ladders"].NonEmptyList(Ladders.Count);
        ImmutableArray<Ladder> read = [.. ladders.Select(ParseLadder)];
        IEnumerable<(Ladder Ladder, JsonField Field)> repeated =
            read.Zip(ladders).Where(pair => read.First(other => other.Name == pair.First.Name) != pair.First);
        foreach ((Ladder ladder, JsonField field) in repeated)
        {
            field["ladder"].AddFault(PlanFaults.LadderTwice.Fill(ladder.Name.Word()));
        }

        return Validate(plan, new(
            plan["id"].Id(),
            plan["hour"].IsAbsent ? Plan.Default.Hour : plan["hour"].TimeOfDay(),
            plan["extensionsMax"].IsAbsent ? Plan.Default.ExtensionsMax : plan["extensionsMax"].Integer(0, Limits.Few),
            read)
        {
            Review = plan["review"].IsAbsent ? null : ParseReview(plan["review"]),
        });
    }

    /// <summary>A plan without it has none; one that has it and does not say when means the usual day, at the plan's hour.</summary>
    private static WeeklyReview ParseReview(JsonField review)
    {
        review.AllowOnly("day", "hour");
        IsoDayOfWeek day = WeeklyReview.UsualDay;
        if (!review["day"].IsAbsent)
        {
            _ = Enum.TryParse(review["day"].OneOf(Weekdays), ignoreCase: true, out day);
        }

        return new(day, review["hour"].IsAbsent ? null : review["hour"].TimeOfDay());
    }

    /// <summary>Checks the plan as a whole, where its parts are well formed.</summary>
    private static Plan Validate(JsonField plan, Plan read)
    {
        if (!plan.IsFaulty)
        {
            foreach (PlanFault fault in PlanValidator.Faults(read))
            {
                plan.Context.AddFault(plan.Pointer + fault.Pointer, fault.Detail);
            }
        }

        return plan.RequireRoom(read, "leave out rungs");
    }

    private static Ladder ParseLadder(JsonField ladder)
    {
        ladder.AllowOnly("ladder", "rungs");
        _ = Enum.TryParse(ladder["ladder"].OneOf(Ladders), ignoreCase: true, out LadderName name);
        HashSet<string> ids = [];
        List<Rung> rungs = [];
        foreach (JsonField rung in ladder["rungs"].NonEmptyList(Limits.Few))
        {
            Rung read = ParseRung(rung, name);
            rungs.Add(read);
            if (read.Id.Length > 0 && !ids.Add(read.Id))
            {
                rung["id"].AddFault(PlanFaults.RungTwice.Text);
            }
        }

        return new(name, [.. rungs]);
    }

    private static Rung ParseRung(JsonField rung, LadderName ladder)
    {
        rung.AllowOnly("id", "offset", "every", "times", "to");
        JsonField every = rung["every"];
        Plans.Offset? step = every.IsAbsent ? null : ParseOffset(every);
        if (step is { Count: <= 0 })
        {
            every.AddFault(PlanFaults.EveryNothing.Text);
        }

        if (step is null && !rung["times"].IsAbsent)
        {
            rung["times"].AddFault(PlanFaults.TimesWithoutEvery.Text);
        }

        return new(
            rung["id"].Id(),
            ParseOffset(rung["offset"]),
            step,
            step is null ? 0 : rung["times"].IsAbsent ? Plans.Rung.TimesMax : rung["times"].Integer(1, Plans.Rung.TimesMax),
            [.. ParseRoles(rung["to"], ladder)]);
    }

    private static Plans.Offset ParseOffset(JsonField field)
    {
        string text = field.Text(MaxOffsetLength);
        if (Plans.Offset.Parse(text) is { } offset)
        {
            return offset;
        }

        if (text.Length > 0)
        {
            field.AddFault(PlanFaults.NotOffset.Fill(Plans.Offset.CountMax, Plans.Offset.MonthsMax));
        }

        return default;
    }

    private static List<string> ParseRoles(JsonField to, LadderName ladder)
    {
        List<string> roles = [];
        foreach (JsonField field in to.NonEmptyList(Limits.Few))
        {
            string role = field.Text(max: Limits.Id);
            if (role.Length > 0 && !Role.IsKnown(role, ladder))
            {
                field.AddFault(FieldFaults.NotOneOf.Fill(Role.Expected + (ladder == LadderName.Handover ? $", {Role.FormerOwner}" : "")));
            }

            if (role.Length > 0 && roles.Contains(role))
            {
                field.AddDuplicateFault(role);
            }

            roles.Add(role);
        }

        return roles;
    }
}
