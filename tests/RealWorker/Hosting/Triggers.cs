using System.Text.Json;
using System.Text.Json.Nodes;
using FollowUp.RealWorker.Protocol;
using Google.Protobuf;
using Microsoft.DurableTask.Protobuf;

namespace FollowUp.RealWorker.Hosting;

/// <summary>How Azure's host calls functions that nobody calls over HTTP.</summary>
internal static class Triggers
{
    public static Task Timer(
        this LoadedWorker worker, WorkerFunction function, DateTimeOffset last, DateTimeOffset next, CancellationToken cancel)
    {
        JsonObject info = new()
        {
            ["Schedule"] = new JsonObject { ["AdjustForDST"] = true },
            ["ScheduleStatus"] =
                new JsonObject { ["Last"] = last.UtcDateTime, ["Next"] = next.UtcDateTime, ["LastUpdated"] = last.UtcDateTime },
            ["IsPastDue"] = false,
        };
        return worker.Call(function, new() { Json = info.ToJsonString() }, cancel);
    }

    /// <summary>A step of an orchestration: history in, decisions out, both in base64.</summary>
    public static async Task<OrchestratorResponse> Step(
        this LoadedWorker worker, string name, OrchestratorRequest request, CancellationToken cancel)
    {
        TypedData? answer =
            await worker.Call(worker.Function(name), new() { String = Convert.ToBase64String(request.ToByteArray()) }, cancel);
        return OrchestratorResponse.Parser.ParseFrom(Convert.FromBase64String(answer!.String));
    }

    /// <param name="input">As the SDK schedules it: within an array of one.</param>
    /// <returns>The result as JSON; null where there is none.</returns>
    public static async Task<string?> Activity(this LoadedWorker worker, string name, string input, CancellationToken cancel)
    {
        using JsonDocument wrapped = JsonDocument.Parse(input);
        TypedData? answer = await worker.Call(worker.Function(name), new() { Json = wrapped.RootElement[0].GetRawText() }, cancel);
        return answer?.DataCase switch
        {
            TypedData.DataOneofCase.Json => answer.Json,
            TypedData.DataOneofCase.String => JsonSerializer.Serialize(answer.String),
            _ => null,
        };
    }
}
