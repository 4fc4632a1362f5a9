using System.Net;
using FollowUp.RealWorker.Protocol;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;

namespace FollowUp.RealWorker.Hosting;

/// <summary>
/// Where HTTP calls come in: finds the function by its route, tells the worker of the invocation, and passes the call on to the worker's
/// own address, as Azure's host does. Redirects are for the caller.
/// </summary>
internal sealed class FrontDoor(LoadedWorker worker, Uri http) : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false })
{
    private readonly IReadOnlyList<Door> doors =
    [
        .. worker.Functions.Where(function => function.TriggerType == "httpTrigger")
        .Select(function => new Door(function)).OrderBy(door => door.Precedence),
    ];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        RouteValueDictionary parts = [];
        if (doors.FirstOrDefault(door => door.Takes(request, parts)) is not { } door)
        {
            return new(HttpStatusCode.NotFound) { RequestMessage = request };
        }

        string invocation = worker.NewInvocation();
        request.RequestUri = new(http, request.RequestUri!.PathAndQuery);
        request.Headers.Add("x-ms-invocation-id", invocation);

        // Both at once: the function waits in the worker for the call, and the call for the function.
        Task<InvocationResponse> invoked = worker.Invoke(
            door.Function, invocation, trigger: null, parts.Select(part => KeyValuePair.Create(part.Key, part.Value?.ToString() ?? "")),
            cancellationToken);
        HttpResponseMessage answer = await base.SendAsync(request, cancellationToken);

        // A function that throws leaves an empty 200 behind; only here it says so.
        InvocationResponse outcome = await invoked;
        return outcome.Result.Status == StatusResult.Types.Status.Success
            ? answer : throw new WorkerFailedException($"{door.Function} failed", outcome.Result.Exception);
    }

    private sealed class Door(WorkerFunction function)
    {
        private readonly TemplateMatcher matcher = new(TemplateParser.Parse((string)function.Trigger["route"]!), []);

        /// <summary>A trigger that names none takes them all.</summary>
        private readonly IReadOnlyList<string>? methods = function.Trigger["methods"]?.AsArray().Select(method => (string)method!).ToList();

        public WorkerFunction Function => function;

        /// <summary>What is written out comes before what is left open.</summary>
        public decimal Precedence => RoutePrecedence.ComputeInbound(matcher.Template);

        public bool Takes(HttpRequestMessage request, RouteValueDictionary parts)
        {
            parts.Clear();
            return methods?.Contains(request.Method.Method, StringComparer.OrdinalIgnoreCase) != false
                && matcher.TryMatch(request.RequestUri!.AbsolutePath, parts);
        }
    }
}
