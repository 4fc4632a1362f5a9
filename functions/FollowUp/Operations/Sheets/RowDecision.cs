using FollowUp.Faults;
using FollowUp.Items;
using FollowUp.Ledger;
using FollowUp.Parsing;
using FollowUp.Parsing.Sheets;
using FollowUp.Recipients;
using FollowUp.Storage;
using FollowUp.Timetables;
using NodaTime;

namespace FollowUp.Operations.Sheets;

/// <summary>
/// What becomes of one row that was read, by the rules that every other way in asks: acceptance for a new item, else verbs.
/// </summary>
internal static class RowDecision
{
    public static ImportRow Refuse(ReadRow read, IReadOnlyList<Fault> faults) => new(read.Row, read.Draft, read.Known, null, [], faults);

    /// <exception cref="ItemRefusedException">Whoever does it may not add items.</exception>
    public static ImportRow Accept(ImportRequest request, ReadRow read, StoredAgreement head, ResolvedReferences known, Instant now)
    {
        List<Fault> refused = [];
        AgreedItem item = ItemAcceptance.Accept(read.Draft, head.Agreement, known, now, refused.Add);
        if (refused.Count > 0)
        {
            return Refuse(read, refused);
        }

        if (!request.MayRegister)
        {
            item.DemandAdding(new(request.By, new Deputies(item, known.ContactsOf(item), now).FindActing()));
        }

        return new(read.Row, read.Draft, null, item, [], [])
        {
            Timetable = Told(
                Timetable.Compute(item, known.Plans[read.Draft.Plan], known.DaysOf(item), known.ContactsOf(item), [], now), now),
        };
    }

    /// <param name="then">What an item that changed hands depends on.</param>
    public static async Task<ImportRow> Change(
        ReadRow read, SheetTable table, string by, TimetableInputs around, Func<AgreedItem, Task<TimetableInputs>> then, Instant now)
    {
        AgreedItem item = read.Known!.Item.Item;
        List<Fault> faults = [];
        IReadOnlyList<RowChange> changes = RowDifferences.Between(item, read.Draft, table, read.Row, read.Reason, faults.Add);
        Actor actor = new(by, new Deputies(item, around.Contacts, now).FindActing());
        AgreedItem after = faults.Count > 0 ? item : Do(item, read.Row, changes, actor, new(around.Plan, around.Days), now, faults.Add);
        if (faults.Count > 0)
        {
            return Refuse(read, faults);
        }

        TimetableInputs its = after.Owner == item.Owner ? around : await then(after);
        return new(read.Row, read.Draft, read.Known, changes.Count > 0 ? its.Settle(after) with { NextAt = now } : item, changes, [])
        {
            Timetable = Told(Timetable.Compute(after, its.Plan, its.Days, its.Contacts, read.Known.Ledger, now), now),
        };
    }

    /// <summary>The verbs, one after the other.</summary>
    private static AgreedItem Do(
        AgreedItem item, SheetRow row, IReadOnlyList<RowChange> changes, Actor actor, FrozenTerms terms, Instant now, Action<Fault> fault)
    {
        AgreedItem after = item;
        foreach (RowChange change in changes)
        {
            try
            {
                after = change.Verb.Do(after, actor, now, terms);
                ItemRoom.Demand(after, change.Verb.Event);
            }
            catch (Exception refused) when (refused is RowFullException or ItemRefusedException { Refusal: not Refusal.NotAllowed })
            {
                bool isOfField = refused is ItemRefusedException { Refusal: Refusal.Impossible };
                fault(new(
                    RowReader.PointerOf(row, change.Field), isOfField ? refused.Message : SheetFaults.NotTaken.Fill(refused.Message)));
            }
        }

        return after;
    }

    private static RowTimetable Told(IReadOnlyList<TimetableEntry> entries, Instant now)
    {
        List<TimetableEntry> said =
            [.. entries.Where(entry => entry.Skip is null && entry.State is not (NoticeState.Skipped or NoticeState.Superseded))];
        return new(
            said.Count, said.Min(entry => (Instant?)entry.Planned),
            said.Where(entry => entry.Row is null).Min(entry => (Instant?)Instant.Max(entry.DueAt ?? entry.Planned, now)));
    }
}
