using FollowUp.Values;

namespace FollowUp.Parsing;

/// <summary>An item that would be handed over: to be looked at, not done.</summary>
/// <param name="Pointer">Where it stood in the body.</param>
public sealed record ProposedOwner(string Agreement, string Item, string Owner, string Pointer)
{
    public static IReadOnlyList<ProposedOwner> Read(JsonField owners)
    {
        List<ProposedOwner> read = [.. owners.List(Limits.Page).Select(One)];
        foreach (ProposedOwner twice in read.GroupBy(owner => (owner.Agreement, owner.Item)).SelectMany(same => same.Skip(1)))
        {
            owners.Reading.Fault($"{twice.Pointer}/item", $"is in this list twice: {twice.Item}");
        }

        return read;
    }

    private static ProposedOwner One(JsonField owner)
    {
        owner.Only("agreement", "item", "owner");
        return new(owner["agreement"].Id(), owner["item"].Id(), owner["owner"].To(Referred.Person), owner.Pointer);
    }
}
