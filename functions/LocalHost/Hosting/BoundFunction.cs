using System.Diagnostics;
using System.Reflection;
using FollowUp.LocalHost.Engine;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;

namespace FollowUp.LocalHost.Hosting;

/// <summary>One invocation: its context, and whatever triggered it.</summary>
internal sealed record Invocation(LocalFunctionContext Context, object Trigger);

/// <summary>Gives a parameter its value.</summary>
internal delegate object? Binder(Invocation invocation);

/// <summary>A function with a binder for each of its parameters.</summary>
internal sealed class BoundFunction
{
    /// <summary>The name that the real worker uses, so that telemetry is the same on this host.</summary>
    private static readonly ActivitySource Spans = new("Microsoft.Azure.Functions.Worker");

    private readonly FunctionMethod method;
    private readonly Binder[] binders;
    private readonly IServiceProvider services;
    private readonly string spanName;

    /// <param name="bindTrigger">The binder that its trigger has for a parameter; null if it has none.</param>
    /// <exception cref="FunctionCannotBeBoundException">No binder fits a parameter.</exception>
    public BoundFunction(FunctionMethod method, IServiceProvider services, Func<ParameterInfo, Binder?> bindTrigger)
    {
        (this.method, this.services, spanName) = (method, services, $"function {method.Name}");
        binders = [.. method.Parameters.Select(parameter => BindCommon(parameter) ?? bindTrigger(parameter)
            ?? throw method.Unbindable($"nothing gives parameter '{parameter.Name}' a {parameter.ParameterType} here."))];
    }

    public FunctionMethod Method => method;

    /// <summary>Runs it in a scope of its own.</summary>
    public async Task<object?> Run(object trigger, CancellationToken stop, HttpContext? http = null)
    {
        await using AsyncServiceScope scope = services.CreateAsyncScope();
        using Activity? span = Spans.StartActivity(spanName);
        _ = span?.SetTag("faas.name", method.Name);
        try
        {
            return await CallIn(scope.ServiceProvider, trigger, stop, http);
        }
        catch (Exception failure)
        {
            // The type alone: a message may contain what users wrote.
            _ = span?.SetStatus(ActivityStatusCode.Error, failure.GetType().Name);
            throw;
        }
    }

    /// <summary>A run of an orchestrator. If it can use services, its scope ends with the step: the code itself usually waits on.</summary>
    public OrchestratorRun NewRun()
    {
        if (method.NeedsNoServices)
        {
            return new(context => CallIn(services, context, CancellationToken.None, null));
        }

        IServiceScope scope = services.CreateScope();
        return new(context => CallIn(scope.ServiceProvider, context, CancellationToken.None, null), scope);
    }

    private Task<object?> CallIn(IServiceProvider scope, object trigger, CancellationToken stop, HttpContext? http)
    {
        string id = services.GetRequiredService<HubEngine>().NewName();
        Invocation invocation = new(new(method.Definition, id, scope, stop) { Http = http }, trigger);
        return method.Call(scope, [.. binders.Select(binder => binder(invocation))]);
    }

    private Binder? BindCommon(ParameterInfo parameter)
    {
        if (parameter.GetCustomAttribute<DurableClientAttribute>() is not null)
        {
            return parameter.ParameterType.IsAssignableFrom(typeof(DurableTaskClient)) && parameter.ParameterType != typeof(object)
                ? invocation => services.GetRequiredService<LocalTaskHub>().Client
                : throw method.Unbindable($"parameter '{parameter.Name}' must be a {nameof(DurableTaskClient)}.");
        }

        return parameter.ParameterType switch
        {
            Type type when type == typeof(FunctionContext) => invocation => invocation.Context,
            Type type when type == typeof(CancellationToken) => invocation => invocation.Context.CancellationToken,
            _ => null,
        };
    }
}
