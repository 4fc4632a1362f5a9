using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FollowUp.LocalHost.Hosting;

sealed class LocalFunctionContext(FunctionDefinition definition, string invocationId, IServiceProvider services, CancellationToken stop)
    : FunctionContext
{
    public override string InvocationId => invocationId;

    public override string FunctionId => definition.Id;

    public override FunctionDefinition FunctionDefinition => definition;

    public override IServiceProvider InstanceServices { get; set; } = services;

    public override IDictionary<object, object> Items { get; set; } = new Dictionary<object, object>();

    public override CancellationToken CancellationToken => stop;

    public HttpContext? Http { get; init; }
}

sealed class LocalFunctionDefinition(string name, MethodInfo method) : FunctionDefinition
{
    // The entry point tells functions apart even where two were given one name.
    public override string Id => EntryPoint;

    public override string Name => name;

    public override string EntryPoint => $"{method.DeclaringType!.FullName}.{method.Name}";

    public override string PathToAssembly => method.DeclaringType!.Assembly.Location;
}
