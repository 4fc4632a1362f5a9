using FollowUp.Tables.Rows;
using FollowUp.Tables.Store;

namespace FollowUp.Tables.Http;

/// <summary>Makes a change of what a write request says, alone or in a batch.</summary>
internal static class Writing
{
    /// <exception cref="RefusedException">It is no proper write.</exception>
    public static Change Read(string method, Address address, string? ifMatch, ReadOnlySpan<byte> body)
    {
        Deed deed = DeedOf(method, address);
        if (deed == Deed.Delete)
        {
            // Unlike the rest, a row is never deleted "if it happens to be there".
            string version = ifMatch ?? throw new RefusedException(Refusal.MissingRequiredHeader);
            return Checked(new(deed, address.Resource, address.Partition!, address.Key!, [], version));
        }

        ReadRow row = RowReader.Read(body);
        Demand(address.Partition is null || row.Partition is null || row.Partition == address.Partition);
        Demand(address.Key is null || row.Key is null || row.Key == address.Key);
        string partition = address.Partition ?? row.Partition ?? throw new RefusedException(Refusal.PropertiesNeedValue);
        string key = address.Key ?? row.Key ?? throw new RefusedException(Refusal.PropertiesNeedValue);
        RowLimits.DemandProperties(row.Properties);
        return Checked(new(deed, address.Resource, partition, key, row.Properties, ifMatch));
    }

    private static Deed DeedOf(string method, Address address) => (method, address.Key) switch
    {
        ("POST", null) => Deed.Add,
        ("PUT", not null) => Deed.Replace,
        ("PATCH" or "MERGE", not null) => Deed.Merge,
        ("DELETE", not null) => Deed.Delete,
        _ => throw new RefusedException(Refusal.NotImplemented),
    };

    private static Change Checked(Change change)
    {
        RowLimits.DemandKey(change.Partition);
        RowLimits.DemandKey(change.Key);
        return change;
    }

    private static void Demand(bool isSame)
    {
        if (!isSame)
        {
            throw new RefusedException(Refusal.InvalidInput);
        }
    }
}
