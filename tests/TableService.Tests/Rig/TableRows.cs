using Azure.Data.Tables;

namespace FollowUp.TableService.Tests.Rig;

internal static class TableRows
{
    /// <summary>A row with so many texts of so many characters.</summary>
    public static TableEntity Of(string partition, string key, int properties, int characters)
    {
        TableEntity row = new(partition, key);
        for (int n = 0; n < properties; n++)
        {
            row[$"P{n:D3}"] = new string('x', characters);
        }

        return row;
    }
}
