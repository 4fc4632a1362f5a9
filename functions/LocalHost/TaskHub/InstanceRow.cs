using System.Text.Json;
using Azure.Data.Tables;
using FollowUp.LocalHost.Engine;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace FollowUp.LocalHost.TaskHub;

/// <summary>Maps an instance to its row of the table, and back. Column names are stored words: they never change.</summary>
internal static class InstanceRow
{
    public const string WorkAt = nameof(InstanceState.WorkAt);
    public const string Status = nameof(InstanceState.Status);
    public const string CreatedAt = nameof(InstanceState.CreatedAt);

    /// <summary>The id of the last write, by which a writer recognises its own.</summary>
    public const string Operation = "Operation";

    /// <summary>Filters cannot ask for a missing property, so "never" is a date.</summary>
    public static readonly DateTimeOffset Never = new(9999, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static TableEntity ToRow(this InstanceState state, string operation)
    {
        TableEntity row = new(HubKeys.Partition(state.Id), HubKeys.Instance(HubKeys.Partition(state.Id)))
        {
            [Operation] = operation,
            ["Name"] = state.Name,
            ["Version"] = state.Version,
            ["Execution"] = state.Execution,
            [Status] = state.Status.ToString(),
            [CreatedAt] = state.CreatedAt,
            ["UpdatedAt"] = state.UpdatedAt,
            ["StartAt"] = state.StartAt,
            [WorkAt] = state.WorkAt ?? Never,
            ["FirstPage"] = state.FirstPage,
            ["NextPage"] = state.NextPage,
            ["OldestPage"] = state.OldestPage,
        };
        row.SetText("Input", state.Input);
        row.SetText("Output", state.Output);
        row.SetText("CustomStatus", state.CustomStatus);
        row.SetText("Failure", Json(state.Failure));
        row.SetText("Parent", Json(state.Parent));
        row.SetText("Tags", Json(state.Tags.Count == 0 ? null : state.Tags));
        row.SetText("Tail", Json(state.Tail.Count == 0 ? null : state.Tail));
        row.SetText("Kept", Json(state.CarriedOver.Count == 0 ? null : state.CarriedOver));
        row.SetText("Outbox", Json(state.Outbox.Count == 0 ? null : state.Outbox));
        return row;
    }

    public static InstanceState ToState(this TableEntity row) => new()
    {
        Id = HubKeys.InstanceId(row.PartitionKey),
        Name = row.GetString("Name"),
        Version = row.GetString("Version"),
        Execution = row.GetString("Execution"),
        Status = Enum.Parse<OrchestrationRuntimeStatus>(row.GetString(Status)),
        Input = row.GetText("Input"),
        Output = row.GetText("Output"),
        CustomStatus = row.GetText("CustomStatus"),
        Failure = Read<TaskFailureDetails>(row.GetText("Failure")),
        CreatedAt = row.GetDateTimeOffset(CreatedAt)!.Value,
        UpdatedAt = row.GetDateTimeOffset("UpdatedAt")!.Value,
        StartAt = row.GetDateTimeOffset("StartAt")!.Value,
        Parent = Read<ParentLink>(row.GetText("Parent")),
        Tags = Read<Dictionary<string, string>>(row.GetText("Tags")) ?? [],
        FirstPage = row.GetInt32("FirstPage")!.Value,
        NextPage = row.GetInt32("NextPage")!.Value,
        OldestPage = row.GetInt32("OldestPage")!.Value,
        Tail = Read<List<Step>>(row.GetText("Tail")) ?? [],
        CarriedOver = Read<List<EventRaised>>(row.GetText("Kept")) ?? [],
        Outbox = Read<List<OutboxEntry>>(row.GetText("Outbox")) ?? [],
        WorkAt = row.GetDateTimeOffset(WorkAt) is { } at && at < Never ? at : null,
    };

    public static string? Json<T>(T? value) => value is null ? null : JsonSerializer.Serialize(value, HubJson.Options);

    private static T? Read<T>(string? json)
        where T : class => json is null ? null : JsonSerializer.Deserialize<T>(json, HubJson.Options);
}
