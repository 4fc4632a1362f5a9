using Azure;
using Azure.Data.Tables;
using FollowUp.Calendars;
using FollowUp.People;
using FollowUp.Plans;
using FollowUp.Values;

namespace FollowUp.Storage;

/// <summary>
/// People, plans and calendars: as they are now, and as they were at every revision, since items keep the revision they were
/// accepted with (law 9). China's and Russia's calendars and the default plan are there before anybody wrote them.
/// </summary>
public sealed class ReferenceStore(TableClients tables)
{
    private readonly WriteTurns turns = new();

    public async Task<Person?> Person(string id, CancellationToken cancel) => await Now<Person>(tables.People, id, cancel);

    /// <summary>Changes whenever anybody is written; null while nobody is.</summary>
    public async Task<string?> LastOfPeople(CancellationToken cancel)
    {
        NullableResponse<TableEntity> row =
            await tables.People.GetEntityIfExistsAsync<TableEntity>(TableKeys.Register, TableKeys.Last, cancellationToken: cancel);
        return row.HasValue ? row.Value!.GetString("Written") : null;
    }

    public async Task<IReadOnlyList<Person>> People(CancellationToken cancel)
    {
        List<Person> people = [];
        string current = $"{TableKeys.In(TableKeys.Register)} and Current eq true";
        await foreach (TableEntity row in tables.People.QueryAsync<TableEntity>(current, cancellationToken: cancel))
        {
            people.Add(row.Read<Person>());
        }

        return people;
    }

    public async Task<Plan?> Plan(string id, CancellationToken cancel) =>
        await Now<Plan>(tables.Plans, id, cancel) ?? (id == DefaultPlan.Id ? DefaultPlan.Newest : null);

    public async Task<Plan?> Plan(string id, int revision, CancellationToken cancel) =>
        await Then<Plan>(tables.Plans, id, revision, cancel) ?? (id == DefaultPlan.Id ? DefaultPlan.At(revision) : null);

    public async Task<WorkCalendar?> Calendar(string id, CancellationToken cancel) =>
        await Now<WorkCalendar>(tables.Calendars, id, cancel) ?? OfficialCalendars.Find(id);

    public async Task<WorkCalendar?> Calendar(string id, int revision, CancellationToken cancel) =>
        await Then<WorkCalendar>(tables.Calendars, id, revision, cancel) ?? OfficialCalendars.Find(id);

    /// <summary>What somebody may name who names another.</summary>
    public async Task<IReadOnlyList<string>> CalendarIds(CancellationToken cancel) =>
        [.. OfficialCalendars.Ids.Union(await Ids(tables.Calendars, cancel))];

    /// <inheritdoc cref="CalendarIds"/>
    public async Task<IReadOnlyList<string>> PlanIds(CancellationToken cancel) =>
        [.. (await Ids(tables.Plans, cancel)).Prepend(DefaultPlan.Id).Distinct()];

    private static async Task<IReadOnlyList<string>> Ids(TableClient table, CancellationToken cancel)
    {
        List<string> ids = [];
        string current = $"{TableKeys.In(TableKeys.Register)} and Current eq true";
        await foreach (TableEntity row in table.QueryAsync<TableEntity>(current, select: ["RowKey"], cancellationToken: cancel))
        {
            ids.Add(row.RowKey);
        }

        return ids;
    }

    /// <summary>Writes a person; the same content again changes nothing.</summary>
    /// <param name="before">Hears of whom it is about to replace by whom; again for each try, where somebody else writes them too.</param>
    /// <param name="revisions">Those that the caller decided on; null where they do not care.</param>
    /// <exception cref="ReferenceChangedException">It is at another.</exception>
    public Task<Person> Put(
        Person person, Func<Person, Person, Task> before, CancellationToken cancel, IReadOnlyCollection<int>? revisions = null) =>
        Put("Person", tables.People, person.Id, person, old => old.Revision,
            (content, revision) => content with { Revision = revision }, null,
            before, revisions, cancel, Keeping);

    /// <summary>No revision of theirs stays but the last; done twice, it is done.</summary>
    public async Task ForgetRevisionsBefore(Person last, CancellationToken cancel)
    {
        string revisions = $"{TableKeys.In(TableKeys.Register)} and {TableKeys.RowsFrom(TableKeys.Revisions(last.Id))}";
        await foreach (TableEntity row in tables.People.QueryAsync<TableEntity>(revisions, select: ["RowKey"], cancellationToken: cancel))
        {
            if (row.RowKey != TableKeys.Revision(last.Id, last.Revision))
            {
                using Response gone = await tables.People.DeleteEntityAsync(TableKeys.Register, row.RowKey, ETag.All, cancel);
            }
        }
    }

    /// <inheritdoc cref="Put(Person, Func{Person, Person, Task}, CancellationToken, IReadOnlyCollection{int}?)"/>
    public Task<Plan> Put(Plan plan, CancellationToken cancel, IReadOnlyCollection<int>? revisions = null) =>
        Put("Plan", tables.Plans, plan.Id, plan, old => old.Revision, (content, revision) => content with { Revision = revision },
            plan.Id == DefaultPlan.Id ? DefaultPlan.Newest : null, Silently, revisions, cancel);

    /// <inheritdoc cref="Put(Person, Func{Person, Person, Task}, CancellationToken, IReadOnlyCollection{int}?)"/>
    public Task<WorkCalendar> Put(WorkCalendar calendar, CancellationToken cancel, IReadOnlyCollection<int>? revisions = null) =>
        Put("Calendar", tables.Calendars, calendar.Id, calendar, old => old.Revision,
            (content, revision) => content with { Revision = revision },
            OfficialCalendars.Find(calendar.Id), Silently, revisions, cancel);

    /// <summary>What writing it would come to: what is there, and what would be. The same twice where nothing would change.</summary>
    public async Task<(Person? Old, Person Next)> Preview(Person person, CancellationToken cancel) =>
        Foreseen(await Person(person.Id, cancel), person);

    private static (Person? Old, Person Next) Foreseen(Person? old, Person person) =>
        Foreseen(Keeping(person, old), old, one => one.Revision, (content, revision) => content with { Revision = revision });

    /// <summary>Whoever writes a person and says nothing of their rhythm leaves it as it is: it is theirs.</summary>
    /// <exception cref="PersonErasedException">They were erased, and are not written again.</exception>
    private static Person Keeping(Person person, Person? old) =>
        person.Erased is not null ? person
        : old?.Erased is { } erased ? throw new PersonErasedException(person.Id, erased)
        : person with { Rhythm = person.Rhythm ?? old?.Rhythm };

    /// <inheritdoc cref="Preview(Person, CancellationToken)"/>
    public async Task<(Plan? Old, Plan Next)> Preview(Plan plan, CancellationToken cancel) =>
        Foreseen(plan, await Plan(plan.Id, cancel), old => old.Revision, (content, revision) => content with { Revision = revision });

    /// <inheritdoc cref="Preview(Person, CancellationToken)"/>
    public async Task<(WorkCalendar? Old, WorkCalendar Next)> Preview(WorkCalendar calendar, CancellationToken cancel) =>
        Foreseen(calendar, await Calendar(calendar.Id, cancel), old => old.Revision,
            (content, revision) => content with { Revision = revision });

    private static Task Silently<T>(T old, T next) => Task.CompletedTask;

    /// <summary>The next revision, or the old one where it says the same.</summary>
    private static (T? Old, T Next) Foreseen<T>(T content, T? old, Func<T, int> revisionOf, Func<T, int, T> revised)
        where T : class =>
        old is null ? (old, revised(content, 1))
        : Fingerprints.HashOf(revised(content, revisionOf(old))) == Fingerprints.HashOf(old) ? (old, old)
        : (old, revised(content, revisionOf(old) + 1));

    private static async Task<T?> Now<T>(TableClient table, string id, CancellationToken cancel)
        where T : class
    {
        NullableResponse<TableEntity> row =
            await table.GetEntityIfExistsAsync<TableEntity>(TableKeys.Register, id, cancellationToken: cancel);
        return row.HasValue ? row.Value!.Read<T>() : null;
    }

    private static Task<T?> Then<T>(TableClient table, string id, int revision, CancellationToken cancel)
        where T : class => Now<T>(table, TableKeys.Revision(id, revision), cancel);

    /// <param name="kind">What it is, as a sentence begins.</param>
    /// <param name="known">What comes with the product, for as long as nobody wrote anything else.</param>
    /// <param name="keeping">What is written where something is there; null where that is what comes in.</param>
    private async Task<T> Put<T>(
        string kind, TableClient table, string id, T content, Func<T, int> revisionOf, Func<T, int, T> revised, T? known,
        Func<T, T, Task> before, IReadOnlyCollection<int>? revisions, CancellationToken cancel, Func<T, T?, T>? keeping = null)
        where T : class
    {
        await foreach (int attempt in turns.Attempts($"{kind} {id}", cancel))
        {
            NullableResponse<TableEntity> row =
                await table.GetEntityIfExistsAsync<TableEntity>(TableKeys.Register, id, cancellationToken: cancel);
            T? there = row.HasValue ? row.Value!.Read<T>() : known;
            (T? old, T next) = Foreseen(keeping is null ? content : keeping(content, there), there, revisionOf, revised);
            if (ReferenceEquals(old, next))
            {
                return old;
            }

            if (revisions?.Contains(old is null ? 0 : revisionOf(old)) == false)
            {
                throw new ReferenceChangedException($"{kind} {id}", old is null ? 0 : revisionOf(old));
            }

            await (old is null ? Task.CompletedTask : before(old, next));
            if (await Wrote(table, id, next, revisionOf(next), row, cancel))
            {
                return next;
            }
        }

        throw new ContentionException($"{kind} {id}");
    }

    /// <summary>
    /// False when somebody else wrote in between; writing again what our own lost request wrote is found out by the content.
    /// </summary>
    private static async Task<bool> Wrote<T>(
        TableClient table, string id, T content, int revision, NullableResponse<TableEntity> old, CancellationToken cancel)
    {
        TableEntity now = new TableEntity(TableKeys.Register, id) { ["Current"] = true }.With(content);
        TableEntity then = new TableEntity(TableKeys.Register, TableKeys.Revision(id, revision)) { ["Current"] = false }.With(content);
        TableEntity last = new(TableKeys.Register, TableKeys.Last) { ["Current"] = false, ["Written"] = TableKeys.Revision(id, revision) };
        try
        {
            await table.SubmitTransactionAsync(
                [
                    old.HasValue
                        ? new(TableTransactionActionType.UpdateReplace, now, old.Value!.ETag) : new(TableTransactionActionType.Add, now),
                    new(TableTransactionActionType.Add, then),
                    new(TableTransactionActionType.UpsertReplace, last),
                ],
                cancel);
            return true;
        }
        catch (RequestFailedException failure) when (failure.Status is 409 or 412)
        {
            return false;
        }
    }
}
