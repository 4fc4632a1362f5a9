using FollowUp.Items;
using FollowUp.Journal;
using FollowUp.Ledger;
using FollowUp.People;
using FollowUp.Proof;
using FollowUp.Recipients;
using FollowUp.Storage;
using FollowUp.Timetables;
using NodaTime;

namespace FollowUp.Operations;

/// <summary>Whether somebody was told something on a day of theirs.</summary>
/// <param name="Agreement">The one that is asked about; null for all.</param>
/// <param name="Item">The one that is asked about; null for all.</param>
public sealed record ToldQuestion(Person Person, LocalDate On, string? Agreement, string? Item)
{
    /// <summary>The day where they are.</summary>
    public Interval Day { get; } = new(Person.Zone().AtStartOfDay(On).ToInstant(), Person.Zone().AtStartOfDay(On.PlusDays(1)).ToInstant());
}

/// <summary>A notice that has to do with it, and the entry of the journal that seals its end; null where it has not ended.</summary>
public sealed record ToldNotice(AgreedItem Item, ForecastEntry Notice, Telling Telling, Entry? SealedBy);

/// <summary>Answers that from the ledgers (law 3), and what waits and is in none yet from the timetable.</summary>
public sealed class ToldInquiry(
    AgreementIndex index, AgreementStore store, AgreementQueries queries, ReferenceStore reference, TimetableForecast forecast)
{
    /// <summary>No letter is waited for longer than a week and holidays; what was to be said before is in the ledger.</summary>
    private static readonly Duration HeldMax = Duration.FromDays(31);

    /// <param name="shows">Which items whoever asks may read.</param>
    public async Task<IReadOnlyList<ToldNotice>> Answer(
        ToldQuestion question, Func<AgreedItem, bool> shows, Instant now, CancellationToken cancel)
    {
        List<ToldNotice> found = [];
        foreach (string agreement in question.Agreement is { } one ? [one] : await Agreements(question.Person.Id, cancel))
        {
            found.AddRange(await Of(agreement, question, shows, now, cancel));
        }

        return [.. found.OrderBy(notice => notice.Notice.Entry.Planned)];
    }

    /// <summary>Those in which they have, or had, a part, or whoever it is that they stand, or stood, in for.</summary>
    private async Task<IReadOnlyCollection<string>> Agreements(string person, CancellationToken cancel)
    {
        IReadOnlyList<Person> people = await reference.People(cancel);
        HashSet<string> theirs = [person];
        for (int step = 0; step < SubstituteSearch.StepsMax; step++)
        {
            theirs.UnionWith([.. people.Where(one => one.Absences.Any(
                absence => absence.Substitute is { } other && theirs.Contains(other))).Select(one => one.Id)]);
        }

        List<string>[] found = await Task.WhenAll(
            theirs.Select(one => index.WithPartOf(one, AgreementIndex.FirstId, cancel).ToListAsync(cancel).AsTask()));
        return [.. found.SelectMany(ids => ids).Distinct().Order(StringComparer.Ordinal)];
    }

    private async Task<IReadOnlyList<ToldNotice>> Of(
        string agreement, ToldQuestion question, Func<AgreedItem, bool> shows, Instant now, CancellationToken cancel)
    {
        if (await store.LoadAgreement(agreement, Freshness.Current, cancel) is not { IsActive: true } head)
        {
            return [];
        }

        string[] items = [.. head.Items.Where(item => question.Item is null || item == question.Item)];
        List<ToldNotice> found = [];
        foreach (LoadedItem loaded in (await store.Load(agreement, items, Freshness.Current, cancel)).OfType<LoadedItem>()
            .Where(loaded => shows(loaded.Item.Item)))
        {
            found.AddRange(await Written(loaded, question, cancel));
            found.AddRange(await Held(loaded, question, now, cancel));
        }

        IReadOnlyList<Entry> journal = found.Exists(notice => notice.Notice.Entry.Row is not null)
            ? await queries.Journal(agreement, cancel) : [];
        return [.. found.Select(notice => notice.Notice.Entry.Row is { } row
            ? notice with { SealedBy = SealOfRow.Find(row, journal) } : notice)];
    }

    private async Task<IEnumerable<ToldNotice>> Written(LoadedItem loaded, ToldQuestion question, CancellationToken cancel)
    {
        LedgerRow[] rows = [.. loaded.Ledger.Where(row => TellingOf(row, question) is not null)];
        return rows.Length == 0
            ? []
            : (await forecast.Written(loaded.Item.Item, rows, cancel)).Select(
                entry => new ToldNotice(loaded.Item.Item, new(entry, null), TellingOf(entry.Row!, question)!.Value, null));
    }

    /// <summary>What was to be said by now, and waits.</summary>
    private async Task<IEnumerable<ToldNotice>> Held(LoadedItem loaded, ToldQuestion question, Instant now, CancellationToken cancel)
    {
        AgreedItem item = loaded.Item.Item;
        if (question.Day.Start > now || now - question.Day.Start > HeldMax || !Contacts.PeopleOf(item).Contains(question.Person.Id))
        {
            return [];
        }

        try
        {
            return (await forecast.Of(item, loaded.Ledger, HypotheticalData.None, now, cancel))
                .Where(one => one.Entry is { Row: null, Skip: null } && one.Entry.Key.Recipient == question.Person.Id
                    && one.Entry.Planned <= now && question.Day.Contains(one.Entry.Planned))
                .Select(one => new ToldNotice(item, one, Telling.Held, null));
        }
        catch (NotFoundException)
        {
            // A store that lost a plan or a calendar foresees nothing; its ledger is there.
            return [];
        }
    }

    private static Telling? TellingOf(LedgerRow row, ToldQuestion question) => Tellings.Of(row, question.Person.Id, question.Day);
}
