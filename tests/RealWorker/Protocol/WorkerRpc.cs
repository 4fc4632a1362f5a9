using System.Threading.Channels;
using Grpc.Core;

namespace FollowUp.RealWorker.Protocol;

/// <summary>Where workers report: each opens one stream, and says first who it is.</summary>
internal sealed class WorkerRpc : FunctionRpc.FunctionRpcBase
{
    private readonly Channel<WorkerLink> arrived = Channel.CreateUnbounded<WorkerLink>();

    /// <summary>The next worker that reports, or has reported and was not taken yet.</summary>
    public ValueTask<WorkerLink> Next(CancellationToken cancel) => arrived.Reader.ReadAsync(cancel);

    public override async Task EventStream(
        IAsyncStreamReader<StreamingMessage> requestStream, IServerStreamWriter<StreamingMessage> responseStream, ServerCallContext context)
    {
        _ = await requestStream.MoveNext(context.CancellationToken);
        WorkerLink link = new(requestStream.Current.StartStream.WorkerId);
        await arrived.Writer.WriteAsync(link, context.CancellationToken);
        await link.Carry(requestStream, responseStream, context.CancellationToken);
    }
}
