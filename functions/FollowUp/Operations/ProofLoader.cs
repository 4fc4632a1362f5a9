using FollowUp.Agreements;
using FollowUp.Journal;
using FollowUp.Ledger;
using FollowUp.Proof;
using FollowUp.Storage;

namespace FollowUp.Operations;

/// <summary>Puts together what a proof file holds: journal and ledger are of one moment, however much is written meanwhile.</summary>
public sealed class ProofLoader(AgreementStore store, AgreementQueries queries, ReferenceStore reference)
{
    /// <param name="before">The agreement as it stands.</param>
    public async Task<ProofContent> Load(StoredAgreement before, CancellationToken cancel)
    {
        string id = before.Agreement.Id;
        Dictionary<RungKey, LedgerRow> ledger = (await queries.Ledger(id, cancel)).ToDictionary(row => row.Key);
        StoredAgreement head = (await store.LoadAgreement(id, Freshness.Current, cancel))!;
        Entry[] entries = [.. (await queries.Journal(id, cancel)).Where(entry => entry.Seq <= head.Journal.Seq)];
        await BringUp(ledger, [.. entries.Where(entry => entry.Seq > before.Journal.Seq)], cancel);
        LedgerRow[] rows = [.. ledger.Values];
        return new(
            Of(head.Agreement), head.Journal, await Items(head, cancel), await People(entries, rows, head.Agreement, cancel), entries,
            [.. rows.Select(SealedRow.Of).Order(LedgerOrder.Instance)]);
    }

    /// <summary>
    /// What ended while the ledger was read stands in the entries that came meanwhile: its rows are read again. What is final stays as it
    /// is, so that no later reading can be too new.
    /// </summary>
    private async Task BringUp(Dictionary<RungKey, LedgerRow> ledger, Entry[] meanwhile, CancellationToken cancel)
    {
        foreach (IGrouping<string, Entry> ofItem in meanwhile.Where(entry => entry.Digest is not null).GroupBy(entry => entry.Item!))
        {
            HashSet<string?> ended = [.. ofItem.Select(entry => entry.Digest)];
            foreach (LedgerRow row in await queries.Ledger(ofItem.First().Agreement, ofItem.Key, cancel))
            {
                if (row.IsFinal && ended.Contains(SealedRow.Of(row).Digest()))
                {
                    ledger[row.Key] = row;
                }
            }
        }
    }

    private static ProofAgreement Of(Agreement agreement) => new(
        agreement.Id, agreement.Kind, agreement.SignedOn, agreement.Title,
        [.. agreement.Parties.Select(party => new ProofParty(party.Code, party.Name, party.TimeZone))], agreement.Coordinator);

    private async Task<IReadOnlyList<ProofItem>> Items(StoredAgreement head, CancellationToken cancel)
    {
        Dictionary<string, Wording> titles =
            (await queries.Items(head.Agreement.Id, cancel)).ToDictionary(stored => stored.Item.Id, stored => stored.Item.Title);
        return [.. head.Items.Where(titles.ContainsKey).Select(item => new ProofItem(item, titles[item]))];
    }

    private async Task<IReadOnlyList<ProofPerson>> People(Entry[] entries, LedgerRow[] rows, Agreement agreement, CancellationToken cancel)
    {
        IReadOnlySet<string> named = Mentions.In(entries, rows);
        return
        [
            .. (await reference.People(cancel)).Where(person => named.Contains(person.Id) || person.Id == agreement.Coordinator)
                .OrderBy(person => person.Id, StringComparer.Ordinal)
                .Select(person => new ProofPerson(person.Id, person.Name, person.TimeZone)),
        ];
    }
}
