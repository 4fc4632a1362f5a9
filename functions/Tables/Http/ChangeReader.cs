using FollowUp.Tables.Rows;
using FollowUp.Tables.Store;

namespace FollowUp.Tables.Http;

/// <summary>Makes a change of what a write request says, alone or in a batch.</summary>
internal static class ChangeReader
{
    /// <exception cref="RefusedException">It is no proper write.</exception>
    public static Change Read(string method, ResourceAddress address, string? ifMatch, ReadOnlySpan<byte> body)
    {
        WriteKind kind = ReadKind(method, address);
        if (kind == WriteKind.Delete)
        {
            // Unlike the rest, a row is never deleted "if it happens to be there".
            string version = ifMatch ?? throw new RefusedException(Refusal.MissingRequiredHeader);
            return Checked(new(kind, address.Resource, address.Partition!, address.Key!, [], version));
        }

        ReadRow row = RowReader.Read(body);
        Demand(address.Partition is null || row.Partition is null || row.Partition == address.Partition);
        Demand(address.Key is null || row.Key is null || row.Key == address.Key);
        string partition = address.Partition ?? row.Partition ?? throw new RefusedException(Refusal.PropertiesNeedValue);
        string key = address.Key ?? row.Key ?? throw new RefusedException(Refusal.PropertiesNeedValue);
        RowLimits.DemandProperties(row.Properties);
        return Checked(new(kind, address.Resource, partition, key, row.Properties, ifMatch));
    }

    private static WriteKind ReadKind(string method, ResourceAddress address) => (method, address.Key) switch
    {
        ("POST", null) => WriteKind.Add,
        ("PUT", not null) => WriteKind.Replace,
        ("PATCH" or "MERGE", not null) => WriteKind.Merge,
        ("DELETE", not null) => WriteKind.Delete,
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
