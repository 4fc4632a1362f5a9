using FollowUp.Items;
using FollowUp.Journal;
using FollowUp.People;
using FollowUp.Reports;
using FollowUp.Storage;

namespace FollowUp.Operations;

/// <summary>Reports for meetings, of what the store has. Nothing here writes (law 17).</summary>
public sealed class MeetingReports(AgreementQueries queries, PeopleCache people)
{
    /// <summary>Letters of a morning write one agreement for a few seconds.</summary>
    private const int AttemptsMax = 8;

    /// <param name="shown">With those of its items that its reader may see.</param>
    public async Task<MeetingReport> Of(StoredAgreement shown, bool isPartial, ReportPeriod period, CancellationToken cancel)
    {
        string agreement = shown.Agreement.Id;

        (IReadOnlyList<Entry> journal, IReadOnlyList<StoredItem> items) = await Read(agreement, cancel);
        HashSet<string> ids = [.. shown.Items];
        AgreedItem[] theirs = [.. items.Select(stored => stored.Item).Where(item => !isPartial || ids.Contains(item.Id))];
        return MeetingReport.At(shown.Agreement, theirs, journal, period) with { IsPartial = isPartial };
    }

    /// <summary>Journal and items of one moment: an item that was changed between the two readings would know what no entry says.</summary>
    /// <exception cref="ContentionException">It was written again and again meanwhile.</exception>
    private async Task<(IReadOnlyList<Entry> Journal, IReadOnlyList<StoredItem> Items)> Read(string agreement, CancellationToken cancel)
    {
        for (int attempt = 0; attempt < AttemptsMax; attempt++)
        {
            IReadOnlyList<Entry> journal = await queries.Journal(agreement, cancel);
            IReadOnlyList<StoredItem> items = await queries.Items(agreement, cancel);
            if (journal is [.., var last] && await queries.Version(agreement, cancel) == last.Hash)
            {
                return (journal, items);
            }
        }

        throw ContentionException.OfAgreement(agreement);
    }

    /// <summary>Whom they speak of, by id; of whom nobody knows anything, nothing is here.</summary>
    public async Task<IReadOnlyDictionary<string, Person>> PeopleOf(IEnumerable<MeetingReport> reports, CancellationToken cancel)
    {
        PeopleSnapshot known = await people.Current(cancel);
        Dictionary<string, Person> found = [];
        foreach (string id in reports.SelectMany(report => report.People()).Distinct())
        {
            if (await known.Find(id) is { } person)
            {
                found.Add(id, person);
            }
        }

        return found;
    }
}
