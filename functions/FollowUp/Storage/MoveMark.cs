using Azure;
using Azure.Data.Tables;
using NodaTime;

namespace FollowUp.Storage;

/// <summary>
/// What a store says of a move that it is an end of: that it has come half, or that what it had went elsewhere. There is none in a store
/// that is in use.
/// </summary>
/// <param name="IsGone">False while it is still coming.</param>
/// <param name="Other">The other end: a folder, or an account's address.</param>
public sealed record MoveMark(bool IsGone, string Other, Instant At)
{
    private const string Gone = "gone", Coming = "coming";

    internal StoreTrouble Trouble => IsGone
        ? new($"what this store had was moved to {Other} ({At})", "start FollowUp there", Passes: false)
        : new($"this store is half of a move from {Other}", "finish that by the same ./start move");

    internal static async Task<MoveMark?> Find(TableClient calendars, CancellationToken cancel)
    {
        NullableResponse<TableEntity> row =
            await calendars.GetEntityIfExistsAsync<TableEntity>(TableKeys.Move, TableKeys.Move, cancellationToken: cancel);
        return row.HasValue
            ? new(
                row.Value!.GetString("State") == Gone, row.Value.GetString("Other"),
                Instant.FromDateTimeOffset(row.Value.GetDateTimeOffset("At")!.Value))
            : null;
    }

    internal async Task Write(TableClient calendars, CancellationToken cancel)
    {
        TableEntity row = new(TableKeys.Move, TableKeys.Move)
        {
            ["State"] = IsGone ? Gone : Coming,
            ["Other"] = Other,
            ["At"] = At.ToDateTimeOffset(),
        };
        using Response written = await calendars.UpsertEntityAsync(row, TableUpdateMode.Replace, cancel);
    }

    internal static async Task Remove(TableClient calendars, CancellationToken cancel)
    {
        using Response gone = await calendars.DeleteEntityAsync(TableKeys.Move, TableKeys.Move, ETag.All, cancel);
    }
}
