using FollowUp.Calendars;
using FollowUp.Faults;
using FollowUp.Items;
using FollowUp.Parsing;
using FollowUp.Parsing.Sheets;
using FollowUp.People;
using FollowUp.Storage;
using FollowUp.Timetables;
using NodaTime;

namespace FollowUp.Operations.Sheets;

/// <summary>
/// Finds out what becomes of each row of a spreadsheet. A preview and what is then done both ask here, so that what was seen is what
/// happens. Nothing is written.
/// </summary>
public sealed class ImportPlanner(
    AgreementStore store, ReferenceStore reference, ReferenceResolver references, TimetableInputsLoader inputs)
{
    /// <exception cref="NotFoundException">No such agreement.</exception>
    /// <exception cref="ItemRefusedException">Whoever does it may not change one of its items, or add one.</exception>
    /// <exception cref="InvalidInputException">Nobody knows whoever does it, or nothing can have what is to hold for all.</exception>
    public async Task<ImportPlan> Plan(ImportRequest request, Instant now, CancellationToken cancel)
    {
        StoredAgreement head = await store.LoadAgreement(request.Agreement, Freshness.Current, cancel) is { IsActive: true } found
            ? found : throw new NotFoundException($"Agreement {request.Agreement}");
        IReadOnlyList<LoadedItem> items =
            [.. (await store.Load(request.Agreement, head.Items, Freshness.Current, cancel)).OfType<LoadedItem>()];
        ParseContext context = new(SheetLimits.Faults);
        IReadOnlyList<Person> all = await reference.People(cancel);
        DemandKnown(request.By, all);
        RowReading reading = new(request, head, items, new(all), context);
        IReadOnlyList<ReadRow> read = reading.ReadAll();
        ResolvedReferences known = await Resolve(head, context, cancel);
        reading.DemandEvery();

        ILookup<int, Fault> faults = reading.FaultsOfRows();
        IReadOnlyList<Fault> ofFile = reading.FaultsOfFile(read);
        PeopleSnapshot people = await inputs.CurrentPeople(cancel);
        List<ImportRow> rows = [];
        foreach (ReadRow row in read)
        {
            rows.Add(faults.Contains(row.Row.Number) || ofFile.Count > 0
                ? RowDecision.Refuse(row, [.. faults[row.Row.Number]])
                : await Decide(request, row, head, known, people, now, cancel));
        }

        return new(request, head, rows, ofFile, now);
    }

    private static void DemandKnown(string by, IReadOnlyList<Person> all)
    {
        if (all.All(person => person.Id != by))
        {
            throw new InvalidInputException("/by", RegisterFaults.UnknownActor.Fill(by));
        }
    }

    private async Task<ResolvedReferences> Resolve(StoredAgreement head, ParseContext context, CancellationToken cancel)
    {
        // Its agreement's chain and coordinator will hear of new items, so they must be known as well.
        foreach (string person in head.Agreement.Chain.Append(head.Agreement.Coordinator))
        {
            context.AddReference(new(ReferenceKind.Person, person, ""));
        }

        return await references.Resolve(new([], [], [], []), context, cancel);
    }

    private async Task<ImportRow> Decide(
        ImportRequest request, ReadRow row, StoredAgreement head, ResolvedReferences known, PeopleSnapshot people, Instant now,
        CancellationToken cancel)
    {
        if (row.Known is null)
        {
            return RowDecision.Accept(request, row, head, known, now);
        }

        try
        {
            TimetableInputs around = await inputs.Load(row.Known.Item.Item, people, cancel);
            return await RowDecision.Change(
                row, request.Table, request.By, around, after => inputs.Load(after, people, cancel), now);
        }
        catch (NoWorkingDayException none)
        {
            return RowDecision.Refuse(row, [new(RowReader.PointerOf(row.Row, SheetColumns.DueOn), none.Message)]);
        }
    }
}
