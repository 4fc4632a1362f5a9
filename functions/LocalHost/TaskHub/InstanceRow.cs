using System.Text.Json;
using Azure.Data.Tables;
using FollowUp.LocalHost.Engine;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace FollowUp.LocalHost.TaskHub;

/// <summary>An instance as a row of the table, and back.</summary>
internal static class InstanceRow
{
    public const string WorkAt = nameof(InstanceState.WorkAt);
    public const string Status = nameof(InstanceState.Status);
    public const string CreatedAt = nameof(InstanceState.CreatedAt);

    /// <summary>Names the write that made the row what it is, so that a writer recognises its own.</summary>
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
        row.SetLong("Input", state.Input);
        row.SetLong("Output", state.Output);
        row.SetLong("CustomStatus", state.CustomStatus);
        row.SetLong("Failure", Json(state.Failure));
        row.SetLong("Parent", Json(state.Parent));
        row.SetLong("Tags", Json(state.Tags.Count == 0 ? null : state.Tags));
        row.SetLong("Tail", Json(state.Tail.Count == 0 ? null : state.Tail));
        row.SetLong("Kept", Json(state.CarriedOver.Count == 0 ? null : state.CarriedOver));
        row.SetLong("Outbox", Json(state.Outbox.Count == 0 ? null : state.Outbox));
        return row;
    }

    public static InstanceState ToState(this TableEntity row) => new()
    {
        Id = HubKeys.InstanceId(row.PartitionKey),
        Name = row.GetString("Name"),
        Version = row.GetString("Version"),
        Execution = row.GetString("Execution"),
        Status = Enum.Parse<OrchestrationRuntimeStatus>(row.GetString(Status)),
        Input = row.GetLong("Input"),
        Output = row.GetLong("Output"),
        CustomStatus = row.GetLong("CustomStatus"),
        Failure = Read<TaskFailureDetails>(row.GetLong("Failure")),
        CreatedAt = row.GetDateTimeOffset(CreatedAt)!.Value,
        UpdatedAt = row.GetDateTimeOffset("UpdatedAt")!.Value,
        StartAt = row.GetDateTimeOffset("StartAt")!.Value,
        Parent = Read<ParentLink>(row.GetLong("Parent")),
        Tags = Read<Dictionary<string, string>>(row.GetLong("Tags")) ?? [],
        FirstPage = row.GetInt32("FirstPage")!.Value,
        NextPage = row.GetInt32("NextPage")!.Value,
        OldestPage = row.GetInt32("OldestPage")!.Value,
        Tail = Read<List<Step>>(row.GetLong("Tail")) ?? [],
        CarriedOver = Read<List<EventRaised>>(row.GetLong("Kept")) ?? [],
        Outbox = Read<List<Outgoing>>(row.GetLong("Outbox")) ?? [],
        WorkAt = row.GetDateTimeOffset(WorkAt) is { } at && at < Never ? at : null,
    };

    public static string? Json<T>(T? value) => value is null ? null : JsonSerializer.Serialize(value, HubJson.Options);

    private static T? Read<T>(string? json)
        where T : class => json is null ? null : JsonSerializer.Deserialize<T>(json, HubJson.Options);
}
