using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FollowUp.LocalHost.Hosting;

/// <summary>One invocation of a function on this host. Members that belong to the worker's protocol throw, and say so.</summary>
internal sealed class LocalFunctionContext(
    FunctionDefinition definition, string invocationId, IServiceProvider services, CancellationToken stop) : FunctionContext
{
    /// <summary>Where <see cref="FunctionContextExtensions.GetHttpContext"/> looks.</summary>
    private const string HttpContextKey = "HttpRequestContext";

    public override string InvocationId => invocationId;

    public override string FunctionId => definition.Id;

    public override FunctionDefinition FunctionDefinition => definition;

    public override IServiceProvider InstanceServices { get; set; } = services;

    public override IDictionary<object, object> Items { get; set; } = new Dictionary<object, object>();

    public override CancellationToken CancellationToken => stop;

    public override TraceContext TraceContext => throw NotOnThisHost.Member();

    public override BindingContext BindingContext => throw NotOnThisHost.Member();

    public override RetryContext RetryContext => throw NotOnThisHost.Member();

    public override IInvocationFeatures Features => throw NotOnThisHost.Member();

    public HttpContext? Http
    {
        get => this.GetHttpContext();
        init
        {
            if (value is not null)
            {
                Items[HttpContextKey] = value;
            }
        }
    }
}

internal sealed class LocalFunctionDefinition(string name, MethodInfo method) : FunctionDefinition
{
    // Unique even where two functions have one name.
    public override string Id => EntryPoint;

    public override string Name => name;

    public override string EntryPoint => $"{method.DeclaringType!.FullName}.{method.Name}";

    public override string PathToAssembly => method.DeclaringType!.Assembly.Location;

    public override IImmutableDictionary<string, BindingMetadata> InputBindings => throw NotOnThisHost.Member();

    public override IImmutableDictionary<string, BindingMetadata> OutputBindings => throw NotOnThisHost.Member();

    public override ImmutableArray<FunctionParameter> Parameters => throw NotOnThisHost.Member();
}

internal static class NotOnThisHost
{
    public static NotSupportedException Member([CallerMemberName] string member = "") =>
        new($"{member} belongs to the protocol between the Functions host and its worker; there is none on this host.");
}
