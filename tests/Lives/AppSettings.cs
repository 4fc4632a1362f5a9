using FollowUp.Tables;

namespace FollowUp.Lives;

/// <summary>The settings under which every host leads its lives, so that letters link to the same board.</summary>
public static class AppSettings
{
    public static IReadOnlyDictionary<string, string?> All { get; } = new Dictionary<string, string?>
    {
        ["AzureWebJobsStorage"] = InMemoryTables.ConnectionString,
        ["Board:Url"] = "https://board.example/board/",
        ["Links:Key"] = Convert.ToBase64String([.. Enumerable.Repeat((byte)7, 32)]),
    };
}
