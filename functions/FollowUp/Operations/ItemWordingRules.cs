using FollowUp.Faults;
using FollowUp.Items;
using FollowUp.Parsing;
using FollowUp.Storage;
using FollowUp.Values;

namespace FollowUp.Operations;

/// <summary>What the words of an item must fit to in its agreement: a clause that is there, a number that no other item has.</summary>
public sealed class ItemWordingRules(AgreementStore store, AgreementQueries queries)
{
    /// <summary>Adds what is wrong to the faults of <paramref name="body"/>.</summary>
    public async Task Check(
        string agreement, string item, IReadOnlyList<Amendment> wanted, JsonField body, CancellationToken cancel)
    {
        foreach (Amendment one in wanted)
        {
            switch (one.Field)
            {
                case AmendedField.Clause when !body["clause"].IsFaulty && await IsUnknown(agreement, one.Text, cancel):
                    body["clause"].AddFault(RegisterFaults.UnknownClause.Fill(agreement));
                    break;
                case AmendedField.Number when await queries.OtherOfNumber(agreement, item, one.Text, cancel) is { } other:
                    body["number"].AddFault(SheetFaults.NumberTaken.Fill(other));
                    break;
            }
        }
    }

    /// <summary>Of an agreement that is not there everything is unknown, which is said by whoever looks for the item.</summary>
    private async Task<bool> IsUnknown(string agreement, string clause, CancellationToken cancel) =>
        Identifier.IsValid(agreement)
        && await store.LoadAgreement(agreement, Freshness.Current, cancel) is { } head && head.Agreement.ClauseOf(clause) is null;
}
