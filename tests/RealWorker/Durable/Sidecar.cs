using Grpc.Core;
using Microsoft.DurableTask.Protobuf;
using static Microsoft.DurableTask.Protobuf.TaskHubSidecarService;

namespace FollowUp.RealWorker.Durable;

/// <summary>
/// What the worker's client of the task hub talks to. The calls that FollowUp does not make are refused by the base class.
/// </summary>
internal sealed class Sidecar(Hub hub) : TaskHubSidecarServiceBase
{
    public override Task<CreateInstanceResponse> StartInstance(CreateInstanceRequest request, ServerCallContext context)
    {
        if (!hub.Start(request))
        {
            throw new RpcException(
                new(StatusCode.AlreadyExists, $"An Orchestration instance with the ID {request.InstanceId} already exists."));
        }

        return Task.FromResult(new CreateInstanceResponse { InstanceId = request.InstanceId });
    }

    public override Task<RaiseEventResponse> RaiseEvent(RaiseEventRequest request, ServerCallContext context)
    {
        if (!hub.Raise(request))
        {
            throw new RpcException(new(StatusCode.NotFound, $"No instance with ID '{request.InstanceId}' was found."));
        }

        return Task.FromResult(new RaiseEventResponse());
    }

    public override Task<QueryInstancesResponse> QueryInstances(QueryInstancesRequest request, ServerCallContext context) =>
        Task.FromResult(hub.Query(request.Query));

    public override Task<PurgeInstancesResponse> PurgeInstances(PurgeInstancesRequest request, ServerCallContext context) =>
        request.RequestCase == PurgeInstancesRequest.RequestOneofCase.InstanceId
            ? Task.FromResult(
            new PurgeInstancesResponse { DeletedInstanceCount = hub.Purge(request.InstanceId) ? 1 : 0, IsComplete = true })
            : throw new RpcException(new(StatusCode.Unimplemented, "Only single instances are purged here."));
}
