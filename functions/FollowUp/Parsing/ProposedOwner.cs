using FollowUp.Faults;
using FollowUp.Values;

namespace FollowUp.Parsing;

/// <summary>An item that would be handed over: to be looked at, not done.</summary>
/// <param name="Pointer">Where it stood in the body.</param>
public sealed record ProposedOwner(string Agreement, string Item, string Owner, string Pointer)
{
    public static IReadOnlyList<ProposedOwner> ParseList(JsonField owners)
    {
        List<ProposedOwner> read = [.. owners.List(Limits.Page).Select(ParseOne)];
        foreach (ProposedOwner twice in read.GroupBy(owner => (owner.Agreement, owner.Item)).SelectMany(same => same.Skip(1)))
        {
            owners.Context.AddFault($"{twice.Pointer}/item", FieldFaults.Twice.Fill(twice.Item));
        }

        return read;
    }

    private static ProposedOwner ParseOne(JsonField owner)
    {
        owner.AllowOnly("agreement", "item", "owner");
        return new(owner["agreement"].Id(), owner["item"].Id(), owner["owner"].ReferenceTo(ReferenceKind.Person), owner.Pointer);
    }
}
