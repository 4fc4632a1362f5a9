using FollowUp.Calendars;
using FollowUp.Faults;
using FollowUp.Items;
using FollowUp.Parsing;
using FollowUp.Storage;
using FollowUp.Timetables;
using NodaTime;
using NodaTime.Text;

namespace FollowUp.Operations.Bulk;

/// <summary>What becomes of one item, by the verbs that every other way in asks.</summary>
internal static class BulkDecision
{
    /// <param name="around">What it depends on.</param>
    /// <param name="then">What it depends on once others have a part in it.</param>
    public static async Task<BulkItem> Decide(
        LoadedItem known, BulkChange change, Actor actor, TimetableInputs around, Func<AgreedItem, Task<TimetableInputs>> then, Instant now)
    {
        AgreedItem item = known.Item.Item;
        List<Fault> faults = [];
        List<BulkStep> steps = [];
        AgreedItem after = item;
        foreach (BulkVerb wanted in change.VerbsFor(item))
        {
            AgreedItem before = after;
            after = Do(wanted, before, actor, new(around.Plan, around.Days), now, faults);
            if (!ReferenceEquals(after, before))
            {
                steps.Add(new(wanted.Field, Shown(before, wanted.Field), Shown(after, wanted.Field), wanted.Verb));
            }
        }

        if (steps.Count == 0 || faults.Count > 0)
        {
            return new(known, item, faults.Count > 0 ? [] : steps, null, faults);
        }

        TimetableInputs its = await then(after);
        AgreedItem written = its.Settle(after) with { NextAt = now };
        return new(known, written, steps, TimetableForecast.Of(known, around, written, its, now), []);
    }

    private static AgreedItem Do(
        BulkVerb wanted, AgreedItem item, Actor actor, FrozenTerms terms, Instant now, List<Fault> faults)
    {
        try
        {
            AgreedItem after = wanted.Verb.Do(item, actor, now, terms);
            ItemRoom.Demand(after, wanted.Verb.Event);
            return after;
        }
        catch (Exception refused) when (refused is RowFullException or ItemRefusedException or NoWorkingDayException)
        {
            bool isOfField = refused is ItemRefusedException { Refusal: Refusal.Impossible } or NoWorkingDayException;
            faults.Add(new(
                $"/items/{item.Id}/{wanted.Field}", isOfField ? refused.Message : SheetFaults.NotTaken.Fill(refused.Message)));
            return item;
        }
    }

    private static IReadOnlyList<string> Shown(AgreedItem item, string field) => field switch
    {
        BulkParser.Owner => [item.Owner],
        BulkParser.DueOn => [LocalDatePattern.Iso.Format(item.DueOn)],
        _ => item.PeopleIn(field),
    };
}
